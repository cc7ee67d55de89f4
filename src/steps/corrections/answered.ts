// What answers add to a recording: a handoff with its receiver, a branch of a decision.
import type { AnswerEffect } from '../../domain/correction.ts';
import type { AnswerRef } from '../../domain/evidence.ts';
import type { Decision, StatedHandoff, Step } from '../../domain/extraction.ts';
import { ElementId } from '../../domain/ids.ts';
import { shortHash } from '../../lib/short-hash.ts';
import { type Bench, type Item, toItem } from './bench.ts';

/** A person was asked for just this, and said so. */
const ANSWERED = 0.9;

interface Said {
  /** What the answer is about; undefined when it is not there. */
  readonly item: Item | undefined;
  readonly answer: AnswerRef | undefined;
}

type HandOver = Extract<AnswerEffect, { do: 'handOver' }>;

/** After a step, or on from a handoff; its id is made of that one's, so that it is the same in every run. */
export function addHandoff(bench: Bench, { element, from, to }: HandOver, { item, answer }: Said): boolean {
  if (!item || !answer || item.isDeleted || (item.kind !== 'steps' && item.kind !== 'handoffs')) return false;
  const given = item.element as Step | StatedHandoff; // the kinds just checked
  const id = ElementId.parse(`handoff-${shortHash(`${element} answered`)}`);
  if (bench.items.some((each) => each.element.id === id)) return true;
  const { recordingId, startMs, endMs } = given;
  const handoff: StatedHandoff = {
    id,
    recordingId,
    startMs,
    endMs,
    by: 'answer',
    kind: 'actor',
    from,
    to,
    what: 'what' in given ? given.what : (given.artifact ?? (given.object || null)),
    stepId: 'stepId' in given ? given.stepId : given.id,
    evidence: [...given.evidence, answer],
    provenance: 'stated',
    confidence01: ANSWERED,
    unsure: false,
  };
  bench.items.push(toItem('handoffs', handoff));
  return true;
}

type Branch = Extract<AnswerEffect, { do: 'branch' }>;

export function addBranch({ condition, note }: Branch, { item, answer }: Said): boolean {
  if (!item || !answer || item.kind !== 'decisions') return false;
  const decision = item.element as Decision; // the kind just checked
  item.said = [...item.said, answer];
  if (decision.branches.some((branch) => branch.condition === condition && branch.note === note)) return true;
  item.element = { ...decision, branches: [...decision.branches, { condition, then: [], note }] };
  return true;
}
