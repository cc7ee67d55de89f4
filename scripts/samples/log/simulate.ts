// In: who works when, what there is to do, and how a case travels. Out: the rows of an event log.
// Nobody's waiting time is written down anywhere: it comes from people being busy, away, or doing things in batches.
import { ACTIVITIES, type Activity, type ActivityLabel } from './activities.ts';
import { addWorking, DAY, HOUR, nextWorking, type WorkingHours } from './clock.ts';
import { type Case, type Journey, onboard } from './journey.ts';
import { createRandom } from './random.ts';
import { type Person, type Role, STAFF } from './staff.ts';
import { createTimeline, type Timeline } from './timeline.ts';

export interface LogRow {
  readonly caseId: string;
  readonly activity: ActivityLabel;
  readonly start: number;
  readonly end: number;
  readonly resource: string;
  readonly role: Role;
  readonly amount: number;
}

interface Ticket {
  readonly customer: Case;
  readonly label: ActivityLabel;
  readonly activity: Activity;
  readonly minutes: number;
  readonly order: number;
  readonly done: () => void;
}

interface Desk {
  /** Whoever has waited longest for work stands first. */
  readonly people: Person[];
  readonly busy: Set<Person>;
  readonly waiting: Ticket[];
}

/** When inquiries reach the company. */
const OPENING_HOURS: WorkingHours = {
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [[8 * HOUR, 18 * HOUR]] : [])),
  away: new Set(),
};

/** Runs `caseCount` cases through the company and returns what an export at `exportedAt` would hold, sorted by start. */
export function simulate(seed: number, caseCount: number, exportedAt: number): LogRow[] {
  const timeline = createTimeline();
  const company = openCompany(timeline);
  for (const { customer, arrival } of makeCases(seed, caseCount)) {
    timeline.at(arrival, () => travel(onboard(customer), customer, { timeline, company, done: () => undefined }));
  }
  timeline.run();
  return company.rows
    .filter((row) => row.end <= exportedAt)
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.caseId.localeCompare(b.caseId));
}

/** Inquiries come in on working days, a few a day, more of them in the last weeks of a quarter. */
function makeCases(seed: number, caseCount: number): { customer: Case; arrival: number }[] {
  const arrivals = createRandom(seed);
  let time = 0;
  return Array.from({ length: caseCount }, (_, index) => {
    const random = createRandom(seed * 1000 + index);
    const isQuarterEnd = Math.floor(time / DAY) % 91 > 70;
    time = nextWorking(OPENING_HOURS, time + arrivals.skewed(isQuarterEnd ? 150 : 195, 0.8));
    const amount = Math.round(random.skewed(26_000, 0.75) / 60) * 60;
    const isUrgent = random.chance(0.1);
    return { arrival: time, customer: { id: `LN-${20101 + index}`, amount, isUrgent, random, stopped: false } };
  });
}

interface Company {
  readonly rows: LogRow[];
  readonly request: (label: ActivityLabel, customer: Case, done: () => void) => void;
}

/** Moves a journey on until it is over; each demand calls back when it is met. */
function travel(
  journey: Journey,
  customer: Case,
  world: { readonly timeline: Timeline; readonly company: Company; readonly done: () => void },
): void {
  const { timeline, company } = world;
  const goOn = (): void => {
    const { value: demand, done } = journey.next();
    if (done || !demand) return world.done();
    if (demand.kind === 'work') return company.request(demand.label, customer, goOn);
    if (demand.kind === 'pause') return timeline.at(timeline.now() + demand.minutes, goOn);
    let running = demand.strands.length;
    const join = (): void => {
      running -= 1;
      if (running === 0) goOn();
    };
    for (const strand of demand.strands) travel(strand, customer, { timeline, company, done: join });
  };
  goOn();
}

function openCompany(timeline: Timeline): Company {
  const rows: LogRow[] = [];
  const desks = new Map<Role, Desk>();
  for (const { role } of STAFF) {
    if (!desks.has(role))
      desks.set(role, { people: STAFF.filter((p) => p.role === role), busy: new Set(), waiting: [] });
  }
  const keepers = new Map<string, string>();
  let order = 0;

  const request: Company['request'] = (label, customer, done) => {
    const activity: Activity = ACTIVITIES[label];
    const desk = getDesk(desks, activity.role);
    const minutes = Math.max(1, customer.random.skewed(activity.medianMinutes, activity.spread));
    order += 1;
    const ticket = { customer, label, activity, minutes, order, done };
    const opensAt = Math.max(activity.opensAt?.(timeline.now()) ?? 0, timeline.now());
    timeline.at(opensAt, () => {
      desk.waiting.push(ticket);
      serve(desk);
    });
  };

  /** Gives waiting tickets to free people, and looks again when the next free person's hours begin. */
  const serve = (desk: Desk): void => {
    for (const person of desk.people.filter((one) => !desk.busy.has(one))) {
      const ticket = pickTicket(desk, person, keepers);
      if (!ticket) continue;
      const begins = nextWorking(person.hours, timeline.now());
      if (begins > timeline.now()) timeline.at(begins, () => serve(desk));
      else start(desk, person, ticket);
    }
  };

  const start = (desk: Desk, person: Person, ticket: Ticket): void => {
    const { customer, activity, label } = ticket;
    desk.waiting.splice(desk.waiting.indexOf(ticket), 1);
    desk.busy.add(person);
    desk.people.push(...desk.people.splice(desk.people.indexOf(person), 1));
    if (activity.keepsPerson && !keepers.has(keyOf(ticket))) keepers.set(keyOf(ticket), person.name);
    const begun = timeline.now();
    const end = addWorking(person.hours, begun, ticket.minutes * person.pace);
    timeline.at(end, () => {
      const { id: caseId, amount } = customer;
      rows.push({ caseId, activity: label, start: begun, end, resource: person.name, role: person.role, amount });
      desk.busy.delete(person);
      ticket.done();
      serve(desk);
    });
  };
  return { rows, request };
}

/** Urgent cases first, then the oldest ticket; only tickets this person may take. */
function pickTicket(desk: Desk, person: Person, keepers: ReadonlyMap<string, string>): Ticket | undefined {
  return desk.waiting
    .filter(({ activity }) => !activity.only || activity.only.includes(person.name))
    .filter((ticket) => !ticket.activity.keepsPerson || (keepers.get(keyOf(ticket)) ?? person.name) === person.name)
    .toSorted((a, b) => Number(b.customer.isUrgent) - Number(a.customer.isUrgent) || a.order - b.order)[0];
}

function keyOf({ customer, activity }: Ticket): string {
  return `${customer.id} ${activity.role}`;
}

function getDesk(desks: ReadonlyMap<Role, Desk>, role: Role): Desk {
  const desk = desks.get(role);
  if (!desk) throw new Error(`Nobody on the staff is a ${role}.`);
  return desk;
}
