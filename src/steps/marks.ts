// Marks: what a person said with one key while recording. In: a recording, and what its words and windows tell. Out: the same,
// with each mark as a second witness of what was told around it, or as a finding of its own.
import { isMirror } from '../capture/exclusions.ts';
import type { EventRef, UiEvent } from '../domain/evidence.ts';
import type { ExceptionCase, Extraction, Judgement, StatedHandoff, StatedWait, Step } from '../domain/extraction.ts';
import { ElementId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { shortHash } from '../lib/short-hash.ts';
import confidence from './data/confidence.json' with { type: 'json' };

/** The recording without its marks, which are no windows, and without windows of Mirror, which are no work; and the marks. */
export function setMarksApart(input: RecordingEvidence): { input: RecordingEvidence; marks: readonly UiEvent[] } {
  const marks = input.events.filter(({ kind }) => kind === 'mark');
  const events = input.events.filter((event) => event.kind !== 'mark' && !isMirror(event));
  return { input: { ...input, events }, marks };
}

/** People press the key when they begin to speak of it, or when they have ended. */
const NEAR_MS = 8_000;

/** A mark comes as "exception" or "exception: the customer has moved". */
export function addMarks(
  extraction: Extraction,
  marks: readonly UiEvent[],
  { recording }: RecordingEvidence,
): Extraction {
  let all = extraction;
  for (const mark of marks) {
    const [kind, ...rest] = mark.title.split(': ');
    all = addMark(all, { mark, note: rest.join(': ').trim(), kind: kind ?? '' }, recording);
  }
  return all;
}

interface Said {
  readonly mark: UiEvent;
  readonly kind: string;
  /** Empty when nothing was typed. */
  readonly note: string;
}

function addMark(all: Extraction, said: Said, recording: RecordingEvidence['recording']): Extraction {
  const { kind, note, mark } = said;
  const own = ownElement(said, recording.id);
  const during = stepAt(all.steps, mark.atMs);
  const about = note || (during ? `${MARKED[kind] ?? kind} in "${during.label}"` : (MARKED[kind] ?? kind));
  if (kind === 'decision')
    return { ...all, judgements: witness(all.judgements, own) ?? [...all.judgements, { ...own, label: about }] };
  if (kind === 'exception')
    return {
      ...all,
      exceptions: witness(all.exceptions, own) ?? [...all.exceptions, { ...own, label: about, handling: null }],
    };
  if (kind === 'waiting') {
    const nothing = { duration: null, durationMin: null, durationMax: null, cause: null };
    const wait = { ...own, label: about, ...nothing, after: during?.id ?? null };
    return { ...all, waits: witness(all.waits, own) ?? [...all.waits, wait] };
  }
  if (kind === 'handing-over') {
    const known = witness(all.handoffs, own);
    if (known) return { ...all, handoffs: known };
    const to = note.replace(/^to (the )?/i, '');
    const from = recording.role ?? recording.actor;
    if (to !== '')
      return {
        ...all,
        handoffs: [
          ...all.handoffs,
          { ...own, kind: 'actor', from, to, what: during?.object || null, stepId: during?.id ?? null },
        ],
      };
    return warn(all, `At ${sayClock(mark.atMs)} a handing over was marked; nobody says to whom.`);
  }
  if (kind !== 'question') return all;
  return warn(all, `At ${sayClock(mark.atMs)} a question was marked${note === '' ? '.' : `: ${note}`}`);
}

const MARKED: Readonly<Record<string, string>> = { decision: 'Decision', exception: 'Exception', waiting: 'Waiting' };

const warn = (all: Extraction, words: string): Extraction => ({ ...all, warnings: [...all.warnings, words] });

/** The elements with the nearest one made sure by the mark; undefined when none is told around it. */
function witness<E extends Judgement | StatedWait | StatedHandoff | ExceptionCase>(
  elements: readonly E[],
  { startMs, evidence, confidence01 }: ReturnType<typeof ownElement>,
): E[] | undefined {
  const away = (element: E): number => Math.max(0, element.startMs - startMs, startMs - element.endMs);
  const nearest = elements.reduce<E | undefined>(
    (best, each) => (best === undefined || away(each) < away(best) ? each : best),
    undefined,
  );
  if (!nearest || away(nearest) > NEAR_MS) return undefined;
  const sure = {
    evidence: [...nearest.evidence, ...evidence],
    confidence01: Math.max(nearest.confidence01, confidence01),
    unsure: false,
  };
  return elements.map((each) => (each === nearest ? { ...each, ...sure } : each));
}

function stepAt(steps: readonly Step[], atMs: number): Step | undefined {
  return steps
    .filter(({ startMs }) => startMs <= atMs)
    .reduce<Step | undefined>(
      (latest, each) => (latest === undefined || each.startMs >= latest.startMs ? each : latest),
      undefined,
    );
}

/** Somebody said it, hence stated: nobody saw it happen. */
function ownElement({ mark, kind }: Said, recordingId: RecordingEvidence['recording']['id']) {
  const ref: EventRef = {
    kind: 'event',
    recordingId,
    event: mark.index,
    startMs: mark.atMs,
    endMs: mark.atMs,
    title: mark.title,
  };
  return {
    id: ElementId.parse(`mark-${shortHash(`${recordingId}|mark|${kind}|${mark.atMs}`)}`),
    recordingId,
    startMs: mark.atMs,
    endMs: mark.atMs,
    evidence: [ref],
    provenance: 'stated' as const,
    confidence01: confidence.seen,
    unsure: false,
    by: 'mark',
  };
}

/** "2:13", "1:02:13". */
function sayClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
