// How fast waiting time is split by cause, on a made log in which few people do much and queues grow.
//   node bench/waiting.ts [--events N] [--json]
import { parseArgs } from 'node:util';
import { LIFECYCLE, type LogColumns } from '../src/domain/log.ts';
import { explainWaiting } from '../src/graph/waiting/explain-waiting.ts';
import { createLogBuilder } from '../src/ingest/log-builder.ts';
import { createRandom } from '../src/lib/random.ts';

const ACTIVITIES = 20;
const EVENTS_A_CASE = 10;
const PEOPLE = 40;
const MINUTE = 60_000;

const { values } = parseArgs({ options: { events: { type: 'string', default: '5000' }, json: { type: 'boolean' } } });
const columns = makeLog(Number(values.events));
const before = process.cpuUsage();
const report = explainWaiting(columns);
const { user, system } = process.cpuUsage(before);
const figures = {
  events: columns.caseOf.length,
  cpuMs: Math.round((user + system) / 1000),
  transitions: report.transitions.length,
};
const { totals } = report;
if (values.json) console.log(JSON.stringify(figures));
else console.log({ ...figures, hoursWaited: Math.round(totals.totalMs / (60 * MINUTE)), totals });

/** Cases come faster than they are worked off, each person works one thing at a time, one in ten two at a time. */
function makeLog(events: number): LogColumns {
  const random = createRandom(7);
  const builder = createLogBuilder();
  const freeMs = new Float64Array(PEOPLE);
  const cases = Math.ceil(events / EVENTS_A_CASE);
  const clockMs = new Float64Array(cases).map((_, at) => at * 9 * MINUTE);
  for (let row = 0; row < events; row += 1) {
    const at = row % cases;
    const step = Math.floor(row / cases);
    const activity = (step + (random() < 0.2 ? 1 : 0)) % ACTIVITIES;
    const person = Math.floor(random() * PEOPLE);
    const isBeside = random() < 0.1;
    const startMs = Math.max(clockMs[at]!, isBeside ? 0 : freeMs[person]!) + Math.floor(random() * 5) * MINUTE;
    const endMs = startMs + Math.ceil(random() * 60) * MINUTE;
    freeMs[person] = Math.max(freeMs[person]!, endMs);
    clockMs[at] = endMs;
    builder.add({
      case: `case ${at}`,
      activity: `activity ${activity}`,
      resource: `person ${person}`,
      role: '',
      startMs,
      endMs,
      zoneMinutes: 0,
      lifecycle: LIFECYCLE.complete,
    });
  }
  return builder.build();
}
