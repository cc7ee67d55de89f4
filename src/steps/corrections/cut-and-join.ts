// Cuts a step in two and joins several to one. Evidence is dealt out, never made: each part keeps words of its own.
import type { EvidenceRef, SpeechRef } from '../../domain/evidence.ts';
import type { Step } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';

export interface Cut {
  readonly segment: number;
  readonly char: number;
}

/** Before and after the character; undefined where one side has no words: a window alone does not tell what was done. */
export function cutStep(step: Step, cut: Cut, restId: ElementId): { first: Step | undefined; rest: Step | undefined } {
  const sides = step.evidence.map((ref) => cutRef(ref, cut, step));
  const make = (id: ElementId, evidence: EvidenceRef[]): Step | undefined =>
    evidence.some(({ kind }) => kind === 'speech') ? { ...step, id, evidence, ...timesOf(evidence, step) } : undefined;
  return {
    first: make(
      step.id,
      sides.flatMap(({ before }) => before ?? []),
    ),
    rest: make(
      restId,
      sides.flatMap(({ after }) => after ?? []),
    ),
  };
}

interface Sides {
  readonly before?: EvidenceRef | undefined;
  readonly after?: EvidenceRef | undefined;
}

function cutRef(ref: EvidenceRef, { segment, char }: Cut, step: Step): Sides {
  if (ref.kind === 'speech') {
    if (ref.segment !== segment) return ref.segment < segment ? { before: ref } : { after: ref };
    return { before: sliceRef(ref, 0, char - ref.charStart), after: sliceRef(ref, char - ref.charStart, Infinity) };
  }
  const cutMs = timeOfCut(step, { segment, char });
  const atMs = 'startMs' in ref ? ref.startMs : 'atMs' in ref ? ref.atMs : 0;
  return atMs < cutMs ? { before: ref } : { after: ref };
}

/** Characters of a quote without the spaces around them; undefined when nothing is left. */
function sliceRef(ref: SpeechRef, from: number, to: number): SpeechRef | undefined {
  const [start, end] = [clamp(from, ref.quote), clamp(to, ref.quote)];
  const words = ref.quote.slice(start, end);
  const quote = words.trim();
  if (quote === '') return undefined;
  const offset = start + words.indexOf(quote);
  if (quote === ref.quote) return ref;
  const charStart = ref.charStart + offset;
  const timeAt = (at: number): number => Math.round(ref.startMs + ((ref.endMs - ref.startMs) * at) / ref.quote.length);
  return {
    ...ref,
    charStart,
    charEnd: charStart + quote.length,
    startMs: timeAt(offset),
    endMs: timeAt(offset + quote.length),
    quote,
  };
}

const clamp = (at: number, { length }: string): number => Math.min(Math.max(at, 0), length);

/** When the words after the cut begin; where no words stand there, when those before it end. */
function timeOfCut(step: Step, cut: Cut): number {
  const speech = step.evidence.filter((ref) => ref.kind === 'speech');
  const sides = speech.map((ref) => cutRef(ref, cut, step));
  const after = sides.flatMap(({ after: ref }) => (ref && 'startMs' in ref ? [ref.startMs] : []));
  return after.length > 0 ? Math.min(...after) : step.endMs;
}

/** Words of several steps as those of one, each once. Those of the first come first: by them it is found again. */
export function joinSteps(steps: readonly [Step, ...Step[]]): Step {
  const [first, ...rest] = steps;
  const all = new Map(steps.flatMap(({ evidence }) => evidence.map((ref) => [JSON.stringify(ref), ref] as const)));
  const when = rest.every((step) => step.when === first.when) ? first.when : 'always';
  return {
    ...first,
    evidence: [...all.values()],
    startMs: Math.min(...steps.map(({ startMs }) => startMs)),
    endMs: Math.max(...steps.map(({ endMs }) => endMs)),
    when,
  };
}

/** As of any step: those of its first words, as far as they lie within the whole. */
function timesOf(evidence: readonly EvidenceRef[], whole: Step): { startMs: number; endMs: number } {
  const spans = evidence.flatMap((ref) => ('startMs' in ref ? [{ startMs: ref.startMs, endMs: ref.endMs }] : []));
  const [first] = spans;
  if (!first) return { startMs: whole.startMs, endMs: whole.endMs };
  const inside = spans.filter(({ startMs, endMs }) => startMs >= first.startMs && endMs <= whole.endMs);
  return { startMs: first.startMs, endMs: Math.max(first.endMs, ...inside.map(({ endMs }) => endMs)) };
}
