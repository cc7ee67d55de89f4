import type { ActivityLabel } from './activities.ts';
import { DAY } from './clock.ts';
import type { Random } from './random.ts';

/** What a case asks of the world next: work by somebody, time passing outside, or several strands at once. */
export type Demand =
  | { readonly kind: 'work'; readonly label: ActivityLabel }
  | { readonly kind: 'pause'; readonly minutes: number }
  | { readonly kind: 'together'; readonly strands: readonly Journey[] };

export type Journey = Generator<Demand, void, void>;

/** One customer on the way in. `stopped` is set when the order is given up, and ends what runs beside it. */
export interface Case {
  readonly id: string;
  readonly amount: number;
  readonly isUrgent: boolean;
  readonly random: Random;
  stopped: boolean;
}

/** Everything that happens to one customer, from the inquiry to the closed onboarding. */
export function* onboard(customer: Case): Journey {
  yield* sell(customer);
  if (customer.stopped) return;
  yield* takeOrder(customer);
  yield together(checkCredit(customer), agreeContract(customer));
  if (customer.stopped) return yield work('cancel order');
  yield work('release order');
  yield together(buildLine(customer), openAccount(customer));
  yield* goLive(customer);
}

function* sell(customer: Case): Journey {
  const { random } = customer;
  yield work('record inquiry');
  yield work('check line availability');
  if (random.chance(0.16)) {
    yield pause(random.skewed(2 * DAY, 0.5));
    yield work('survey site');
  }
  if (random.chance(0.06)) return yield* giveUp(customer);
  yield work('prepare quote');
  if (random.chance(0.27)) yield work('approve discount');
  yield work('send quote');
  yield pause(random.skewed(6 * DAY, 0.7));
  if (random.chance(0.12)) {
    yield work('prepare quote');
    yield work('send quote');
    yield pause(random.skewed(4 * DAY, 0.6));
  }
  if (random.chance(0.08)) yield* giveUp(customer);
}

function* takeOrder(customer: Case): Journey {
  const { random } = customer;
  yield work('submit order');
  yield work('check order form');
  let isFaulty = random.chance(0.24);
  while (isFaulty) {
    yield work('return order');
    if (random.chance(0.4)) yield pause(random.skewed(1.5 * DAY, 0.6));
    yield work('correct order form');
    yield work('submit order');
    yield work('check order form');
    isFaulty = random.chance(0.2);
  }
  if (random.chance(0.17)) {
    yield work('request tax id');
    yield pause(random.skewed(2.5 * DAY, 0.7));
    yield work('check order form');
  }
  yield work('create customer record');
  yield work('enter order');
  yield work('request credit check');
}

function* checkCredit(customer: Case): Journey {
  const { random } = customer;
  const score = random.between(25, 100);
  yield work('check credit report');
  if (customer.amount > 50_000) yield work('review large order');
  if (score < 40) {
    const isRefused = random.chance(0.3);
    if (isRefused) {
      yield work('refuse credit');
      const isArgued = random.chance(0.4);
      if (isArgued) yield pause(random.skewed(4 * DAY, 0.4));
      if (isArgued) yield work('check credit report');
      if (!isArgued || random.chance(0.5)) {
        customer.stopped = true;
        return;
      }
    }
    yield work('request deposit');
    yield pause(random.skewed(9 * DAY, 0.4));
    yield work('record deposit');
  }
  yield work('approve credit limit');
}

function* agreeContract(customer: Case): Journey {
  const { random } = customer;
  yield work('draft contract');
  if (customer.stopped) return;
  yield work('send contract');
  yield pause(random.skewed(3 * DAY, 0.5));
  while (random.chance(customer.amount > 40_000 ? 0.45 : 0.22)) {
    if (customer.stopped) return;
    yield work('revise contract');
    yield work('send contract');
    yield pause(random.skewed(3 * DAY, 0.5));
  }
  if (!customer.stopped) yield work('sign contract');
}

function* buildLine(customer: Case): Journey {
  const { random } = customer;
  yield work('design network');
  if (random.chance(0.07)) {
    yield work('enter order');
    yield work('release order');
    yield work('design network');
  }
  yield work('order access line');
  yield together(waitForCarrier(customer), prepareRouter(customer));
  yield work('test connection');
  while (random.chance(0.21)) {
    yield work('fix configuration');
    yield work('test connection');
  }
  yield work('activate service');
}

function* waitForCarrier({ random }: Case): Journey {
  yield pause(random.skewed(4 * DAY, 0.4));
  if (random.chance(0.09)) {
    yield work('order access line');
    yield pause(random.skewed(4 * DAY, 0.4));
  }
  yield work('confirm line date');
  yield pause(random.skewed(14 * DAY, 0.35));
}

function* prepareRouter({ random }: Case): Journey {
  yield work('configure router');
  yield work('ship router');
  yield pause(random.skewed(2 * DAY, 0.3));
}

function* openAccount({ random }: Case): Journey {
  yield work('create billing account');
  if (!random.chance(0.1)) return;
  yield work('correct order form');
  yield work('create billing account');
}

function* goLive(customer: Case): Journey {
  const { random } = customer;
  yield work('make welcome call');
  if (random.chance(0.13)) {
    yield work('fix configuration');
    yield work('test connection');
    yield work('make welcome call');
  }
  yield pause(random.skewed(2 * DAY, 0.6));
  yield work('confirm acceptance');
  yield work('send first invoice');
  if (random.chance(0.11)) {
    yield pause(random.skewed(5 * DAY, 0.4));
    yield work('correct invoice');
  }
  yield work('close onboarding');
}

function* giveUp(customer: Case): Journey {
  customer.stopped = true;
  yield work('cancel order');
}

function work(label: ActivityLabel): Demand {
  return { kind: 'work', label };
}

function pause(minutes: number): Demand {
  return { kind: 'pause', minutes };
}

function together(...strands: Journey[]): Demand {
  return { kind: 'together', strands };
}
