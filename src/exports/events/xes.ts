// IEEE 1849-2016 (XES): the events of a process, one trace a case.
import type { Step } from '../../domain/extraction.ts';
import { createTimeFormatter, type TimeFormatter } from '../../lib/format-time.ts';
import type { ExportInput } from '../export-input.ts';
import { joinPieces } from '../pieces.ts';
import { type EventSource, type ListedEvents, listEvents } from './list-events.ts';
import { nameLifecycle } from './name-lifecycle.ts';
import { escapeXmlValue } from './xml-text.ts';

/** A start that the same row tells beside its end is `start_timestamp`, as pm4py has it: XES itself has one time. */
export function* writeXes(input: ExportInput): Generator<string> {
  yield* joinPieces(writeLines(input, listEvents(input)));
}

function* writeLines({ process }: ExportInput, events: ListedEvents): Generator<string> {
  yield HEAD;
  yield `  ${string('concept:name', process.name)}
  ${string('lifecycle:model', 'standard')}
  ${string('mirror:basis', events.basis)}
  ${string('mirror:note', events.note)}
`;
  for (const source of events.sources) yield* writeTraces(source, events.basis);
  yield '</log>\n';
}

// Globals name only what every trace and event has; resources and roles are often missing.
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <extension name="Mirror" prefix="mirror" uri="urn:mirror:xes"/>
  <global scope="trace">
    <string key="concept:name" value="unknown"/>
  </global>
  <global scope="event">
    <string key="concept:name" value="unknown"/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/>
    <string key="lifecycle:transition" value="complete"/>
  </global>
  <classifier name="Activity" scope="event" keys="concept:name"/>
  <classifier name="ActivityAndTransition" scope="event" keys="concept:name lifecycle:transition"/>
`;

function* writeTraces(source: EventSource, basis: ListedEvents['basis']): Generator<string> {
  const { cases, caseOf } = source.columns;
  const writeEvent = createEventWriter(source);
  let open = -1;
  for (let row = 0; row < caseOf.length; row += 1) {
    const caseIndex = caseOf[row]!;
    if (caseIndex !== open) {
      if (open >= 0) yield '  </trace>\n';
      const kind = basis === 'log' ? 'mirror:log' : 'mirror:recording';
      yield `  <trace>
    ${string('concept:name', cases[caseIndex]!)}
    ${string(kind, source.sourceOf(caseIndex))}
`;
      open = caseIndex;
    }
    yield writeEvent(row);
  }
  if (open >= 0) yield '  </trace>\n';
}

/** Names are escaped once, not once an event. */
function createEventWriter({ columns, steps }: EventSource): (row: number) => string {
  const { activityOf, resourceOf, roleOf, startMs, endMs, lifecycle } = columns;
  const formatTime = createTimeFormatter();
  const linesOf = (key: string, names: readonly string[]) => names.map((name) => `\n      ${string(key, name)}`);
  const activities = linesOf('concept:name', columns.activities);
  const resources = linesOf('org:resource', columns.resources);
  const roles = linesOf('org:role', columns.roles);
  return (row) => {
    const zone = zoneOf(columns.zoneMinutes[row]!);
    const start = startMs[row]!;
    return `    <event>${activities[activityOf[row]!]}${resources[resourceOf[row]!] ?? ''}${roles[roleOf[row]!] ?? ''}
      ${date('time:timestamp', endMs[row]!, { formatTime, zone })}${
        Number.isNaN(start) ? '' : `\n      ${date('start_timestamp', start, { formatTime, zone })}`
      }
      ${string('lifecycle:transition', nameLifecycle(lifecycle[row]!))}
      ${steps ? writeStep(steps[row]!) : `<int key="mirror:row" value="${row}"/>`}
    </event>
`;
  };
}

function writeStep({ id, provenance, confidence01, system, artifact }: Step): string {
  return [
    string('mirror:step', id),
    string('mirror:provenance', provenance),
    `<float key="mirror:confidence" value="${confidence01}"/>`,
    ...(system === null ? [] : [string('mirror:system', system)]),
    ...(artifact === null ? [] : [string('mirror:artifact', artifact)]),
  ].join('\n      ');
}

const string = (key: string, value: string): string => `<string key="${key}" value="${escapeXmlValue(value)}"/>`;

const date = (
  key: string,
  ms: number,
  { formatTime, zone }: { readonly formatTime: TimeFormatter; readonly zone: number },
): string => `<date key="${key}" value="${formatTime(ms, zone)}"/>`;

// XML Schema knows no zone further from UTC than 14 hours.
const zoneOf = (minutes: number): number => (Math.abs(minutes) <= 14 * 60 ? minutes : 0);
