// In: the elements of an XES file at their depth. Out: rows in the log builder, and what was left out.
import { MirrorError } from '../domain/errors.ts';
import { LIFECYCLE } from '../domain/log.ts';
import { parseIsoMs, zoneMinutes } from '../lib/parse-time.ts';
import type { LogBuilder } from './log-builder.ts';
import { readLifecycle } from './lifecycle.ts';
import { leftOut, type XesClassifier, type XesDetails } from './log-reading.ts';
import { readClassifier } from './xes-classifier.ts';

type Attributes = Readonly<Record<string, string>>;

export interface TraceReader {
  /** `depth` is 1 for the log, 2 for its traces, 3 for their events. */
  open(name: string, depth: number, attributes: Attributes): void;
  /** An attribute of the event that is open, if one is. */
  attribute(attributes: Attributes): void;
  close(depth: number): void;
  warnings(): string[];
  details(): XesDetails;
}

interface TraceOptions {
  readonly file: string;
  /** The name of the classifier that makes the activities; otherwise concept:name does. */
  readonly classifier?: string | undefined;
}

interface EventDraft {
  name: string;
  resource: string;
  role: string;
  startMs: number;
  timeMs: number;
  zoneMinutes: number;
  lifecycle: number;
  /** The values of the classifier's keys, where one is chosen. */
  parts: (string | undefined)[];
}

/** @throws log/no-classifier once the log's own are known */
export function createTraceReader(builder: LogBuilder, { file, classifier }: TraceOptions): TraceReader {
  const classifiers: XesClassifier[] = [];
  let keys: readonly string[] = [];
  const counts = { traces: 0, unnamed: 0, nameless: 0, timeless: 0, badTimes: 0, loose: 0 };
  let inTrace = false;
  let event: EventDraft | undefined;
  let traceName = '';
  // A trace may be named after its events, so they wait for its end.
  let events: EventDraft[] = [];

  const closeEvent = (draft: EventDraft): void => {
    event = undefined;
    if (keys.length > 0) classify(draft, keys);
    if (draft.name === '') counts.nameless += 1;
    else if (Number.isNaN(draft.timeMs) && Number.isNaN(draft.startMs)) counts.timeless += 1;
    else events.push(draft);
  };
  const closeTrace = (): void => {
    inTrace = false;
    if (traceName === '') counts.unnamed += 1;
    const name = traceName || `unnamed trace ${counts.traces}`;
    if (events.length === 0) return;
    const { cases, activities, resources, roles } = builder.names;
    const caseOf = cases.idOf(name);
    for (const draft of events) {
      builder.addNumbered({
        caseOf,
        activityOf: activities.idOf(draft.name),
        resourceOf: draft.resource === '' ? -1 : resources.idOf(draft.resource),
        roleOf: draft.role === '' ? -1 : roles.idOf(draft.role),
        startMs: draft.startMs,
        endMs: draft.timeMs,
        zoneMinutes: draft.zoneMinutes,
        lifecycle: draft.lifecycle,
      });
    }
    events = [];
  };
  return {
    open: (name, depth, attributes) => {
      if (depth === 3) {
        if (!inTrace) return;
        if (name === 'event') event = emptyEvent();
        else if (attributes.key === 'concept:name') traceName = attributes.value ?? '';
      } else if (depth === 2) {
        if (name === 'classifier') classifiers.push(...readClassifier(attributes));
        if (name === 'event') counts.loose += 1;
        if (name !== 'trace') return;
        // Classifiers stand before the traces.
        if (counts.traces === 0 && classifier !== undefined) keys = chooseKeys(classifiers, classifier, file);
        inTrace = true;
        traceName = '';
        counts.traces += 1;
      }
    },
    attribute: ({ key, value = '' }) => {
      if (!event) return;
      counts.badTimes += readAttribute(event, key, value);
      const part = keys.length === 0 || key === undefined ? -1 : keys.indexOf(key);
      if (part >= 0) event.parts[part] = value;
    },
    close: (depth) => {
      if (depth === 3 && event) closeEvent(event);
      if (depth === 2 && inTrace) closeTrace();
    },
    warnings: () => [
      ...leftOut(counts.nameless, { what: 'event', lack: 'no name' }),
      ...leftOut(counts.timeless, { what: 'event', lack: 'no time that can be read' }),
      ...leftOut(counts.loose, { what: 'event', lack: 'no trace around it' }),
      ...(counts.badTimes > 0 ? [`${counts.badTimes} time${counts.badTimes === 1 ? '' : 's'} could not be read`] : []),
      ...(counts.unnamed === 1 ? ['1 trace has no name and was numbered'] : []),
      ...(counts.unnamed > 1 ? [`${counts.unnamed} traces have no name and were numbered`] : []),
    ],
    details: () => ({ kind: 'xes', classifiers, classifier: classifier ?? null }),
  };
}

function chooseKeys(classifiers: readonly XesClassifier[], chosen: string, file: string): readonly string[] {
  const found = classifiers.find(({ name }) => name.toLowerCase() === chosen.trim().toLowerCase());
  if (found) return found.keys;
  const names = classifiers.map(({ name }) => name).join(', ') || 'none';
  throw new MirrorError('log/no-classifier', { data: { file, classifier: chosen, classifiers: names } });
}

/** Values joined with a plus are how XES tools name classes of events. */
function classify(draft: EventDraft, keys: readonly string[]): void {
  draft.name = keys.flatMap((_, at) => draft.parts[at] || []).join('+');
  // "Check+start" is an activity of its own, not the beginning of another.
  if (keys.includes('lifecycle:transition')) draft.lifecycle = LIFECYCLE.complete;
}

const emptyEvent = (): EventDraft => ({
  name: '',
  resource: '',
  role: '',
  startMs: Number.NaN,
  timeMs: Number.NaN,
  zoneMinutes: 0,
  lifecycle: LIFECYCLE.complete,
  parts: [],
});

/** Takes over an attribute that mining knows; gives 1 when it is a time that cannot be read. */
function readAttribute(draft: EventDraft, key: string | undefined, value: string): number {
  switch (key) {
    case 'concept:name':
      draft.name = value;
      return 0;
    case 'org:resource':
      draft.resource = value;
      return 0;
    case 'org:role':
      draft.role = value;
      return 0;
    case 'lifecycle:transition':
      draft.lifecycle = readLifecycle(value);
      return 0;
    case 'time:timestamp':
      draft.timeMs = parseIsoMs(value);
      draft.zoneMinutes = zoneMinutes(value);
      return Number.isNaN(draft.timeMs) ? 1 : 0;
    case 'start_timestamp':
      draft.startMs = parseIsoMs(value);
      return Number.isNaN(draft.startMs) ? 1 : 0;
    default:
      return 0;
  }
}
