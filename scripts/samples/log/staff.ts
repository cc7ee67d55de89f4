import { DAY, dayOfDate, type WorkingHours } from './clock.ts';

export type Role =
  | 'sales consultant'
  | 'order coordinator'
  | 'credit controller'
  | 'contract manager'
  | 'network planner'
  | 'provisioning engineer'
  | 'billing specialist'
  | 'service desk agent';

export interface Person {
  readonly name: string;
  readonly role: Role;
  /** How long this person needs for what others do in 1. */
  readonly pace: number;
  readonly hours: WorkingHours;
}

const CLOCK_TIME = /^(\d+):(\d\d)$/;

/** Who works on onboarding, and when. Most people have other work too: only the hours meant for onboarding are listed. */
export const STAFF: readonly Person[] = [
  person('Nadine Orlow', 'sales consultant', 1, ['Mon-Fri 09:00-10:30 14:00-15:00'], ['2026-02-16', 5]),
  person('Tobias Renn', 'sales consultant', 0.9, ['Mon-Thu 16:00-17:30'], ['2026-07-06', 10]),
  person('Keiko Mandl', 'sales consultant', 1.1, ['Mon-Fri 09:00-11:00'], ['2026-06-08', 10]),
  person('Arvid Lenz', 'sales consultant', 1.2, ['Mon-Fri 09:00-10:00 15:00-16:00'], ['2026-04-13', 5]),
  person('Ruben Achterhof', 'order coordinator', 1, ['Mon-Fri 08:00-12:00'], ['2026-05-18', 10]),
  person('Sunniva Pell', 'order coordinator', 1.15, ['Mon-Thu 09:00-11:00'], ['2026-03-02', 5]),
  person('Ines Calloway', 'credit controller', 1, ['Mon-Fri 09:00-10:30'], ['2026-06-15', 10]),
  person('Bartek Lund', 'credit controller', 0.9, ['Mon-Thu 10:00-11:00'], ['2026-03-23', 5]),
  person('Gwen Sharpe', 'contract manager', 1, ['Mon-Fri 09:00-12:00'], ['2026-07-20', 10]),
  person('Amadou Fell', 'contract manager', 1.1, ['Tue-Fri 13:30-15:00'], ['2026-04-20', 5]),
  person('Jonas Virtala', 'network planner', 1, ['Mon-Fri 08:30-12:00 13:00-14:30'], ['2026-06-22', 10]),
  person('Mirela Stroud', 'network planner', 0.95, ['Mon-Wed 09:00-12:00'], ['2026-02-23', 5]),
  person('Kofi Lindqvist', 'provisioning engineer', 1, ['Mon-Fri 08:00-12:00'], ['2026-07-13', 10]),
  person('Petra Yardley', 'provisioning engineer', 0.9, ['Mon-Fri 13:15-16:00'], ['2026-05-04', 5]),
  person('Owen Strand', 'provisioning engineer', 1.25, ['Tue-Fri 08:00-10:30'], ['2026-03-16', 5]),
  person('Beatrix Holm', 'billing specialist', 1, ['Mon-Fri 08:30-09:45'], ['2026-06-01', 10]),
  person('Dario Quint', 'billing specialist', 1.1, ['Mon-Wed 13:00-14:00'], ['2026-04-27', 5]),
  person('Yusuf Tarrant', 'service desk agent', 1, ['Mon-Fri 10:00-11:30'], ['2026-06-29', 5]),
  person('Clara Nimmo', 'service desk agent', 1.05, ['Mon-Fri 15:00-16:00'], ['2026-05-11', 5]),
  person('Femi Oakes', 'service desk agent', 0.95, ['Tue-Thu 09:00-10:00'], ['2026-03-09', 5]),
];

function person(
  name: string,
  role: Role,
  pace: number,
  [shift]: readonly [string],
  [from, workdays]: readonly [string, number],
): Person {
  return { name, role, pace, hours: { week: parseShift(shift), away: holiday(from, workdays) } };
}

/** Reads "Mon-Thu 09:00-12:00 13:00-15:00". */
function parseShift(shift: string): WorkingHours['week'] {
  const [days = '', ...spans] = shift.split(' ');
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const [first, last] = days.split('-').map((name) => names.indexOf(name));
  const minutes = spans.map((span) => span.split('-').map(parseTime));
  return names.map((_, weekday) =>
    weekday >= (first ?? 0) && weekday <= (last ?? 0) ? minutes.map(([from = 0, to = 0]) => [from, to] as const) : [],
  );
}

function parseTime(text: string): number {
  const [, hours = '0', minutes = '0'] = CLOCK_TIME.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function holiday(from: string, workdays: number): ReadonlySet<number> {
  const days = new Set<number>();
  for (let day = dayOfDate(from); days.size < workdays; day += 1) if ((day * DAY) % (7 * DAY) < 5 * DAY) days.add(day);
  return days;
}
