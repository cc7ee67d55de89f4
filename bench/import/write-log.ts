// The same made log as CSV and as XES, seeded: cases side by side, 30 activities, 40 people, a tenth of them with commas.
import { closeSync, openSync, writeSync } from 'node:fs';
import { createRandom } from '../../src/lib/random.ts';

const ACTIVITIES = 30;
const PEOPLE = 40;
const EVENTS_A_CASE = 10;
/** How many cases are open at a time; each begins after the one before it and ends when it has had its events. */
const OPEN_CASES = 500;
const FLUSH_CHARACTERS = 1 << 20;

interface MadeEvent {
  readonly case: number;
  readonly activity: string;
  readonly resource: string;
  readonly timeMs: number;
}

/** One line an event in order of time, as a database exports it; about 45 bytes an event. */
export function writeCsv(file: string, events: number): void {
  const out = openOutput(file);
  out.write('case,activity,timestamp,resource\n');
  for (const { case: caseNumber, activity, resource, timeMs } of makeEvents(events)) {
    out.write(`C${caseNumber},${quote(activity)},${new Date(timeMs).toISOString()},${resource}\n`);
  }
  out.close();
}

/** Traces one after another, as process mining tools export it; about 280 bytes an event. */
export function writeXes(file: string, events: number): void {
  const cases = new Map<number, MadeEvent[]>();
  for (const event of makeEvents(events)) {
    const known = cases.get(event.case);
    if (known) known.push(event);
    else cases.set(event.case, [event]);
  }
  const out = openOutput(file);
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0" xmlns="http://www.xes-standard.org/">\n');
  for (const [caseNumber, own] of cases) {
    out.write(`  <trace>\n    <string key="concept:name" value="C${caseNumber}"/>\n`);
    for (const event of own) out.write(eventElement(event));
    out.write('  </trace>\n');
  }
  out.write('</log>\n');
  out.close();
}

const eventElement = ({ activity, resource, timeMs }: MadeEvent): string => `    <event>
      <string key="concept:name" value="${activity}"/>
      <string key="org:resource" value="${resource}"/>
      <string key="lifecycle:transition" value="complete"/>
      <date key="time:timestamp" value="${new Date(timeMs).toISOString().replace('Z', '+00:00')}"/>
    </event>
`;

function* makeEvents(events: number): Generator<MadeEvent> {
  const random = createRandom(11);
  const open = Array.from({ length: OPEN_CASES }, (_, at) => ({
    number: at,
    left: 1 + Math.floor(random() * EVENTS_A_CASE * 2),
  }));
  let timeMs = Date.UTC(2026, 0, 5, 7);
  let nextCase = OPEN_CASES;
  for (let at = 0; at < events; at += 1) {
    timeMs += Math.floor(random() * 60_000);
    const place = Math.floor(random() * OPEN_CASES);
    const own = open[place]!;
    own.left -= 1;
    const activity = Math.floor(random() * random() * ACTIVITIES);
    yield {
      case: own.number,
      activity: activity % 10 === 3 ? `check, then file ${activity}` : `activity ${activity}`,
      resource: `person ${Math.floor(random() * PEOPLE)}`,
      timeMs,
    };
    if (own.left > 0) continue;
    open[place] = { number: nextCase, left: 1 + Math.floor(random() * EVENTS_A_CASE * 2) };
    nextCase += 1;
  }
}

const quote = (text: string): string => (text.includes(',') ? `"${text}"` : text);

function openOutput(file: string) {
  const handle = openSync(file, 'w');
  let waiting = '';
  const flush = (): void => {
    writeSync(handle, waiting);
    waiting = '';
  };
  return {
    write: (text: string): void => {
      waiting += text;
      if (waiting.length > FLUSH_CHARACTERS) flush();
    },
    close: (): void => {
      flush();
      closeSync(handle);
    },
  };
}
