// In: what tools of the graph and the search found. Out: numbered items, as a model may cite them and answers are checked by.
import type { EvidenceRef, Provenance } from '../../domain/evidence.ts';

/** A number of the graph. */
export interface Fact {
  readonly value: number;
  readonly unit: 'count' | 'ms' | 'share';
  /** What it counts, in stems: "handoff", "median wait"; it comes from the names of its fields. */
  readonly label: string;
}

/** What is shown to a model: words, which may get stand-ins, and figures, which never do. */
export type Shown =
  | { readonly word: string }
  | { readonly figure: string }
  | readonly Shown[]
  | { readonly fields: readonly (readonly [key: string, value: Shown])[] };

/** One thing that can be cited. */
export interface Item {
  readonly shown: Shown;
  readonly facts: readonly Fact[];
  /** Names of the map in it, of whoever tells it, and what the tool was asked for. */
  readonly names: readonly string[];
  /** What findings say, in words that come from people: a sentence may say it again. */
  readonly told: readonly string[];
  /** Words of people as they stand in the evidence: a sentence may quote them, and rest on nothing else of them. */
  readonly words: readonly string[];
  readonly evidence: readonly EvidenceRef[];
  readonly provenance: Provenance;
  /** Its place in the list that it comes from, from 1 on; null where there is no order. */
  readonly rank: number | null;
  /** Labels of facts of which it has the largest, or the smallest, of its list. */
  readonly highest: readonly string[];
  readonly lowest: readonly string[];
}

/** What a tool gave for a call. */
export interface LookUp {
  readonly items: readonly Item[];
  /** Said to the model beside them: definitions, and that there is nothing. No sentence can rest on it. */
  readonly note: string | null;
  /** Items that were too many to be given. */
  readonly leftOut: number;
  /** Why the call was no good, for whoever called; then there are no items. */
  readonly problem: string | null;
}

/** An item with the number that it is cited by. */
export interface GivenItem extends Item {
  readonly number: number;
}
