// What the rules give: places in a text, each with what stands there.
import type { RedactionKind } from '../../domain/redaction.ts';

/** `text.slice(start, end)` is something to replace. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
  /** Which rule found it, such as `de-tax-id`. */
  readonly rule: string;
  /** A rough rank among rules, 0 to 1: what a check digit and a shape prove beats what words nearby suggest. */
  readonly certainty01: number;
}

/** A rule looks through a text and gives the places it knows, in any order; they may overlap. */
export type Rule = (text: string) => Iterable<Span>;

/** Stands for each character of a value that is found already: no rule looks across it, and none takes it. */
export const BLANK = '\uFFFC';
