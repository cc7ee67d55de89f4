// In: what ActivityWatch exports of its buckets. Out: UI events, on a clock that starts with the first of them.
// Format: docs.activitywatch.net, "Buckets and events"; a bucket of type currentwindow holds app and title, one of
// type afkstatus whether somebody was there.
import { z } from 'zod';
import { MirrorError } from '../domain/errors.ts';
import type { UiEvent } from '../domain/evidence.ts';
import { parseIsoMs } from '../lib/parse-time.ts';
import { parseJson } from './parse-json.ts';
import { leftOut } from './log-reading.ts';
import { orderEvents, type UiEventDraft } from './ui-events.ts';

export interface ActivityReading {
  readonly events: readonly UiEvent[];
  /** When the first event was, milliseconds since 1970 (UTC). */
  readonly startedAtMs: number;
  readonly durationMs: number;
  readonly warnings: readonly string[];
}

const AwEvent = z.object({
  timestamp: z.string(),
  /** Seconds. */
  duration: z.number().min(0).catch(0),
  data: z.record(z.string(), z.unknown()),
});
const Bucket = z.object({ type: z.string(), events: z.array(AwEvent) });
const Export = z.object({ buckets: z.record(z.string(), Bucket) });
type Bucket = z.infer<typeof Bucket>;

/** A stretch of time in which one window was in front, or nobody was there. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly app: string;
  readonly title: string;
}

/** The watcher polls; a longer silence means that the machine slept or the watcher was off. */
const SILENCE_MS = 5 * 60_000;
const YEAR_MS = 365 * 86_400_000;

/**
 * Reads the bucket of windows with the most events, and the times away from it. After a time away the window in front
 * is named again, since work in it begins anew.
 * @throws log/bad-format with the place, log/empty, log/too-large for more than a year
 */
export function readActivityWatch(text: string, { file }: { readonly file: string }): ActivityReading {
  const buckets = parseExport(text, file);
  const windows = mostEvents(buckets, 'currentwindow');
  if (windows === undefined) throw new MirrorError('log/empty', { data: { file } });
  const { spans, timeless } = readWindows(windows.bucket);
  const [first] = spans;
  if (first === undefined) throw new MirrorError('log/empty', { data: { file } });
  const endMs = spans.reduce((latest, { toMs }) => Math.max(latest, toMs), first.toMs);
  if (endMs - first.fromMs > YEAR_MS) {
    throw new MirrorError('log/too-large', { data: { file, detail: 'it covers more than a year' } });
  }
  const away = readAway(mostEvents(buckets, 'afkstatus')?.bucket);
  return {
    events: orderEvents(toEvents(spans, away, first.fromMs)),
    startedAtMs: Math.round(first.fromMs),
    durationMs: Math.round(endMs - first.fromMs),
    warnings: [
      ...leftOut(timeless, { what: 'event', lack: 'no time that can be read' }),
      ...otherBuckets(buckets, windows.id),
      ...(away === undefined ? ['there is no bucket of times away; only silences of five minutes count as such'] : []),
    ],
  };
}

function parseExport(text: string, file: string): ReadonlyMap<string, Bucket> {
  const refuse = (detail: string, cause?: unknown): never => {
    throw new MirrorError('log/bad-format', { data: { file, detail }, cause });
  };
  const parsed = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text);
  if ('problem' in parsed) return refuse(`this is not JSON (${parsed.problem})`, parsed.cause);
  const checked = Export.safeParse(parsed.value);
  if (checked.success) return new Map(Object.entries(checked.data.buckets));
  const [issue] = checked.error.issues;
  const place = (issue?.path ?? []).map(String).join('.');
  return refuse(`${place === '' ? '' : `${place}: `}${issue?.message ?? 'no export of ActivityWatch'}`, checked.error);
}

function mostEvents(buckets: ReadonlyMap<string, Bucket>, type: string): { id: string; bucket: Bucket } | undefined {
  const found = [...buckets].filter(([, bucket]) => bucket.type === type).map(([id, bucket]) => ({ id, bucket }));
  return found.toSorted((a, b) => b.bucket.events.length - a.bucket.events.length)[0];
}

function readWindows({ events }: Bucket): { spans: Span[]; timeless: number } {
  const spans = events.map(toSpan).filter(({ fromMs }) => !Number.isNaN(fromMs));
  return { spans: spans.toSorted((a, b) => a.fromMs - b.fromMs), timeless: events.length - spans.length };
}

/** Undefined where nobody watched. */
function readAway(bucket: Bucket | undefined): Span[] | undefined {
  const away = bucket?.events.filter(({ data }) => data['status'] === 'afk').map(toSpan);
  return away?.filter(({ fromMs, toMs }) => toMs > fromMs).toSorted((a, b) => a.fromMs - b.fromMs);
}

function toSpan({ timestamp, duration, data }: z.infer<typeof AwEvent>): Span {
  const fromMs = parseIsoMs(timestamp);
  return { fromMs, toMs: fromMs + duration * 1000, app: textOf(data['app']), title: textOf(data['title']) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Changes of window, the moments at which somebody left, and the window found on coming back. */
function toEvents(windows: readonly Span[], away: readonly Span[] = [], startMs = 0): UiEventDraft[] {
  const events: UiEventDraft[] = [];
  const add = (kind: 'window' | 'idle', ms: number, { app, title } = { app: '', title: '' }): void => {
    events.push({ atMs: Math.max(0, Math.round(ms - startMs)), kind, app, title });
  };
  for (const [at, window] of windows.entries()) {
    const before = windows[at - 1];
    const isSilent = before !== undefined && window.fromMs - before.toMs > SILENCE_MS;
    const isSame = before !== undefined && before.app === window.app && before.title === window.title;
    if (isSilent) add('idle', before.toMs);
    if (isSilent || !isSame) add('window', window.fromMs, window);
  }
  let at = 0;
  for (const { fromMs, toMs } of away) {
    if (toMs < startMs) continue;
    add('idle', fromMs);
    // The window that is in front when somebody comes back; one that opens later names itself.
    while (at + 1 < windows.length && windows[at + 1]!.fromMs <= toMs) at += 1;
    const front = windows[at]!;
    if (front.fromMs <= toMs && front.toMs > toMs) add('window', toMs, front);
  }
  return events;
}

function otherBuckets(buckets: ReadonlyMap<string, Bucket>, chosen: string): string[] {
  const others = [...buckets].filter(([id, { type }]) => id !== chosen && type !== 'afkstatus').map(([id]) => id);
  return others.length === 0 ? [] : [`read from "${chosen}"; other buckets were left out: ${others.join(', ')}`];
}
