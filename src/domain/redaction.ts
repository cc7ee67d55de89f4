// What is replaced in text before it is stored, by which rules, and how often that happened.
import { z } from 'zod';

/** Kinds of things that are replaced. `own` are a workspace's own patterns. */
export const RedactionKind = z.enum(['email', 'phone', 'iban', 'card', 'nationalId', 'secret', 'ip', 'name', 'own']);
export type RedactionKind = z.infer<typeof RedactionKind>;

/** How an own pattern is meant: these characters, any of these words (by comma), or a regular expression. */
export const OwnPattern = z.object({
  as: z.enum(['literal', 'words', 'regex']),
  pattern: z.string().trim().min(1).max(1000),
});
export type OwnPattern = z.infer<typeof OwnPattern>;

/** The rules of a workspace. */
export const RedactionRules = z.object({
  on: z.array(RedactionKind),
  own: z.array(OwnPattern).max(200),
  /** "[e-mail 2]": the same value has the same number within a recording or a document. */
  isNumbered: z.boolean(),
});
export type RedactionRules = z.infer<typeof RedactionRules>;

/** Where nobody has said anything. Names are people's own business to ask for; addresses of machines are seldom people. */
export const DEFAULT_REDACTION: RedactionRules = {
  on: ['email', 'phone', 'iban', 'card', 'nationalId', 'secret', 'own'],
  own: [],
  isNumbered: false,
};

/** How many of each kind; a kind that was not found is left out. */
export const RedactionCounts = z.partialRecord(RedactionKind, z.int().min(1));
export type RedactionCounts = z.infer<typeof RedactionCounts>;

/** Something stored in which something was replaced. */
export const RedactedSubject = z.object({
  id: z.string(),
  kind: z.enum(['recording', 'document', 'log']),
  name: z.string(),
  process: z.string(),
  counts: RedactionCounts,
});
export type RedactedSubject = z.infer<typeof RedactedSubject>;

/** The rules as a person reads them, with what they have done so far. */
export const RedactionView = z.object({
  kinds: z.array(
    z.object({
      kind: RedactionKind,
      isOn: z.boolean(),
      /** "e-mail addresses" */
      words: z.string(),
      /** What stands in its place: "[e-mail]" */
      placeholder: z.string(),
      count: z.int().min(0),
    }),
  ),
  own: z.array(OwnPattern),
  isNumbered: z.boolean(),
  subjects: z.array(RedactedSubject),
  /** What the rules do not reach, one sentence each. */
  limits: z.array(z.string()),
});
export type RedactionView = z.infer<typeof RedactionView>;

/** One place that would be replaced; `shown` never holds the whole value. */
export const RedactionFinding = z.object({
  kind: RedactionKind,
  /** The rule that found it, such as `de-tax-id`. */
  rule: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  shown: z.string(),
});
export type RedactionFinding = z.infer<typeof RedactionFinding>;

/** What a trial of the rules on a text gives: nothing of it is stored. */
export const RedactionTrial = z.object({
  text: z.string(),
  findings: z.array(RedactionFinding),
  counts: RedactionCounts,
});
export type RedactionTrial = z.infer<typeof RedactionTrial>;
