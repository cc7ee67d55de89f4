// The same doing said twice ("I open the chart, I open the chart in Medra") is one step with two quotes.
import type { Span } from './evidence.ts';
import type { Candidate } from './find-steps.ts';
import { ASK_VERBS } from './lexicon.ts';
import type { Place } from './place-steps.ts';

export interface StepDraft {
  readonly candidate: Candidate;
  readonly place: Place;
  readonly spans: readonly Span[];
  /** Deeds it stands for. */
  readonly deeds: readonly number[];
}

/** Merges candidates with the same label and actor; the first mention keeps the place in the talk. */
export function mergeSteps(candidates: readonly Candidate[], places: readonly Place[]): StepDraft[] {
  const drafts: StepDraft[] = [];
  const byKey = new Map<string, number>();
  candidates.forEach((candidate, at) => {
    const place = places[at] ?? { system: null, how: 'none', event: null };
    const span = spanOf(candidate);
    const key = `${candidate.actor ?? ''}|${candidate.label.text}`;
    const known = byKey.get(key);
    const before = known === undefined ? undefined : drafts[known];
    const last = drafts.at(-1);
    if (known === undefined && last && isElaboration(last.candidate, candidate)) {
      drafts[drafts.length - 1] = {
        ...last,
        spans: [...last.spans, span],
        deeds: [...last.deeds, candidate.deed.index],
      };
      return;
    }
    if (known === undefined || !before) {
      byKey.set(key, drafts.length);
      drafts.push({ candidate, place, spans: [span], deeds: [candidate.deed.index] });
      return;
    }
    const isSurer = candidate.sure && !before.candidate.sure;
    drafts[known] = {
      candidate: isSurer ? candidate : before.candidate,
      place: before.place.system === null ? place : before.place,
      spans: isSurer ? [span, ...before.spans] : [...before.spans, span],
      deeds: [...before.deeds, candidate.deed.index],
    };
  });
  return drafts;
}

/** "I ring the depot, I ring Sam": the same asking, said more exactly. */
function isElaboration(before: Candidate, after: Candidate): boolean {
  const isNext = after.deed.index === before.deed.index + 1 && after.deed.clause === before.deed.clause + 1;
  return (
    isNext &&
    ASK_VERBS.has(after.deed.lemma) &&
    before.deed.lemma === after.deed.lemma &&
    before.actor === after.actor &&
    before.deed.end + 1 >= after.deed.from - 2
  );
}

/** From the subject (when it stands right before) to the last argument. */
function spanOf({ deed }: Candidate): Span {
  const subject = deed.subject && !deed.inherited ? deed.subject.from : deed.from;
  const isNear = subject <= deed.from && deed.from - subject <= 8;
  return { from: isNear ? subject : deed.from, to: Math.min(deed.end, deed.from + 30) };
}
