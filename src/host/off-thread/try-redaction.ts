// In: texts and the rules of a workspace. Out: what would be replaced in them.
import type { RedactionRules, RedactionTrial } from '../../domain/redaction.ts';
import { createRedactor } from '../../evidence/redact/create-redactor.ts';
import type { Span } from '../../evidence/redact/span.ts';
import { tryRules } from '../../evidence/redact/try-rules.ts';

export const tryRedaction = (text: string, rules: RedactionRules): RedactionTrial =>
  tryRules(text, createRedactor(rules));

/** One list for each text, in order. */
export function findToRedact(texts: readonly string[], rules: RedactionRules, names: readonly string[]): Span[][] {
  const redactor = createRedactor(rules, names);
  return texts.map((text) => redactor.find(text));
}
