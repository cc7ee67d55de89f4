// In: the elements of an XES file at their depth. Out: rows in the log builder, and what was left out.
import { LIFECYCLE } from '../domain/log.ts';
import { parseIsoMs, zoneMinutes } from '../lib/parse-time.ts';
import type { LogBuilder } from './log-builder.ts';
import { readLifecycle } from './lifecycle.ts';
import { leftOut } from './log-reading.ts';

type Attributes = Readonly<Record<string, string>>;

export interface TraceReader {
  /** `depth` is 1 for the log, 2 for its traces, 3 for their events, 4 for an event's attributes. */
  open(name: string, depth: number, attributes: Attributes): void;
  close(name: string, depth: number): void;
  warnings(): string[];
}

interface EventDraft {
  name: string;
  resource: string;
  role: string;
  startMs: number;
  timeMs: number;
  zoneMinutes: number;
  lifecycle: number;
}

export function createTraceReader(builder: LogBuilder): TraceReader {
  const counts = { traces: 0, unnamed: 0, nameless: 0, timeless: 0, badTimes: 0, loose: 0 };
  let inTrace = false;
  let event: EventDraft | undefined;
  let traceName = '';
  // A trace may be named after its events, so they wait for its end.
  let events: EventDraft[] = [];

  const closeEvent = (draft: EventDraft): void => {
    event = undefined;
    if (draft.name === '') counts.nameless += 1;
    else if (Number.isNaN(draft.timeMs) && Number.isNaN(draft.startMs)) counts.timeless += 1;
    else events.push(draft);
  };
  const closeTrace = (): void => {
    inTrace = false;
    if (traceName === '') counts.unnamed += 1;
    const name = traceName || `unnamed trace ${counts.traces}`;
    for (const draft of events) {
      builder.add({
        case: name,
        activity: draft.name,
        resource: draft.resource,
        role: draft.role,
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
      if (depth === 4) {
        if (event) counts.badTimes += readAttribute(event, attributes.key, attributes.value ?? '');
      } else if (depth === 3) {
        if (!inTrace) return;
        if (name === 'event') event = emptyEvent();
        else if (attributes.key === 'concept:name') traceName = attributes.value ?? '';
      } else if (depth === 2) {
        if (name === 'event') counts.loose += 1;
        if (name !== 'trace') return;
        inTrace = true;
        traceName = '';
        counts.traces += 1;
      }
    },
    close: (_name, depth) => {
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
  };
}

const emptyEvent = (): EventDraft => ({
  name: '',
  resource: '',
  role: '',
  startMs: Number.NaN,
  timeMs: Number.NaN,
  zoneMinutes: 0,
  lifecycle: LIFECYCLE.complete,
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
