// The contract's part for what is replaced in text before it is stored: rules, counts, and trying them out.
import { z } from 'zod';
import { OwnPattern, RedactionKind, RedactionTrial, RedactionView } from '../../domain/redaction.ts';
import { base } from './base.ts';

/** A longer text is tried out in parts. */
export const TRIAL_CHARACTERS = 1_000_000;

/** What is changed holds for what is stored from then on; what is stored already stays as it is. */
export const redactionContract = {
  read: base.output(RedactionView),
  change: base
    .input(z.object({ kind: RedactionKind, isOn: z.boolean() }).or(z.object({ isNumbered: z.boolean() })))
    .output(RedactionView),
  /** Refuses a pattern that cannot be run in one pass over a text. */
  add: base.input(z.object({ own: OwnPattern })).output(RedactionView),
  drop: base.input(z.object({ pattern: z.string() })).output(RedactionView),
  /** What would be replaced; nothing is stored, and no finding holds a value whole. */
  try: base.input(z.object({ text: z.string().max(TRIAL_CHARACTERS) })).output(RedactionTrial),
};
