import { DAY, dayOfMonth, HOUR, weekdayOf } from './clock.ts';
import type { Role } from './staff.ts';

export interface Activity {
  readonly role: Role;
  /** Half of the doings take less working minutes than this. */
  readonly medianMinutes: number;
  readonly spread: number;
  /** The moment from which work that is ready at `time` may be taken up; without it, at once. */
  readonly opensAt?: (time: number) => number;
  /** Only these people do it, whoever else has the role. */
  readonly only?: readonly string[];
  /** The person who did the case's first work in this role goes on with it. */
  readonly keepsPerson?: boolean;
}

/** Everything people do in onboarding, under the label the recordings say it with. */
export const ACTIVITIES = {
  'record inquiry': work('sales consultant', 9, 0.3, { keepsPerson: true }),
  'check line availability': work('network planner', 16, 0.5),
  'survey site': work('network planner', 95, 0.3),
  'prepare quote': work('sales consultant', 26, 0.45, { keepsPerson: true }),
  'approve discount': work('sales consultant', 7, 0.4, { only: ['Tobias Renn'] }),
  'send quote': work('sales consultant', 5, 0.3, { keepsPerson: true }),
  'submit order': work('sales consultant', 8, 0.3, { keepsPerson: true }),
  'correct order form': work('sales consultant', 14, 0.5, { keepsPerson: true }),
  'cancel order': work('sales consultant', 6, 0.3, { keepsPerson: true }),
  'check order form': work('order coordinator', 13, 0.5, { opensAt: afterCutoff(16) }),
  'request tax id': work('order coordinator', 6, 0.3),
  'return order': work('order coordinator', 7, 0.3),
  'create customer record': work('order coordinator', 17, 0.35),
  'enter order': work('order coordinator', 28, 0.4),
  'request credit check': work('order coordinator', 5, 0.25),
  'release order': work('order coordinator', 6, 0.3),
  'check credit report': work('credit controller', 24, 0.5),
  'review large order': work('credit controller', 30, 0.4, { only: ['Bartek Lund'], opensAt: onWeekdays([0, 3], 10) }),
  'request deposit': work('credit controller', 9, 0.3),
  'approve credit limit': work('credit controller', 6, 0.3),
  'refuse credit': work('credit controller', 15, 0.3),
  'draft contract': work('contract manager', 38, 0.4, { keepsPerson: true }),
  'send contract': work('contract manager', 7, 0.3, { keepsPerson: true }),
  'revise contract': work('contract manager', 46, 0.6, { keepsPerson: true }),
  'sign contract': work('contract manager', 4, 0.25, { opensAt: onWeekdays([1, 4], 14) }),
  'design network': work('network planner', 62, 0.5),
  'order access line': work('network planner', 17, 0.35),
  'confirm line date': work('network planner', 9, 0.3),
  'configure router': work('provisioning engineer', 58, 0.4, { opensAt: onWeekdays([1, 3], 8) }),
  'ship router': work('provisioning engineer', 11, 0.3, { opensAt: afterCutoff(14) }),
  'test connection': work('provisioning engineer', 34, 0.5),
  'fix configuration': work('provisioning engineer', 48, 0.7),
  'activate service': work('provisioning engineer', 14, 0.3),
  'create billing account': work('billing specialist', 19, 0.35),
  'record deposit': work('billing specialist', 5, 0.3),
  'send first invoice': work('billing specialist', 7, 0.3, { opensAt: onInvoiceRun }),
  'correct invoice': work('billing specialist', 24, 0.5),
  'make welcome call': work('service desk agent', 22, 0.35),
  'confirm acceptance': work('service desk agent', 8, 0.3),
  'close onboarding': work('service desk agent', 7, 0.3),
} as const satisfies Record<string, Activity>;

export type ActivityLabel = keyof typeof ACTIVITIES;

function work(
  role: Role,
  medianMinutes: number,
  spread: number,
  more: Pick<Activity, 'opensAt' | 'only' | 'keepsPerson'> = {},
): Activity {
  return { role, medianMinutes, spread, ...more };
}

/** What comes in after the hour is left until the next morning. */
function afterCutoff(hour: number): (time: number) => number {
  return (time) => (time % DAY < hour * HOUR ? time : (Math.floor(time / DAY) + 1) * DAY);
}

/** Done in one go on some days of the week, from the hour on; what misses the start waits for the next of these days. */
function onWeekdays(weekdays: readonly number[], hour: number): (time: number) => number {
  return (time) => {
    let day = Math.floor(time / DAY);
    if (time > day * DAY + hour * HOUR) day += 1;
    while (!weekdays.includes(weekdayOf(day * DAY))) day += 1;
    return day * DAY + hour * HOUR;
  };
}

/** Invoices go out in two runs a month, on the 1st and the 15th. */
function onInvoiceRun(time: number): number {
  let day = Math.ceil(time / DAY);
  while (![1, 15].includes(dayOfMonth(day * DAY))) day += 1;
  return day * DAY;
}
