// Comes in: a written process description. Goes out: its mentions and the relations between them, as in PET.
import type { Word } from '../words.ts';

/** The seven kinds of mention of PET (Bellan et al. 2022, "PET: an annotated dataset for process extraction"). */
export const MENTION_TYPES = [
  'Activity',
  'Activity Data',
  'Actor',
  'XOR Gateway',
  'AND Gateway',
  'Condition Specification',
  'Further Specification',
] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

export const RELATION_TYPES = [
  'uses',
  'flow',
  'actor performer',
  'actor recipient',
  'same gateway',
  'further specification',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** A stretch of one sentence: words `from` to `to` (exclusive). */
export interface Mention {
  readonly type: MentionType;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** A relation between two mentions, by their position in the list of mentions. */
export interface Relation {
  readonly type: RelationType;
  readonly head: number;
  readonly tail: number;
}

/** A description, one list of words per sentence. */
export interface Description {
  readonly sentences: readonly (readonly Word[])[];
}
