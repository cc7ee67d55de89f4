// In: a text and the rules of a workspace. Out: what would be replaced in it.
import type { RedactionRules, RedactionTrial } from '../../domain/redaction.ts';
import { createRedactor } from '../../evidence/redact/create-redactor.ts';
import { tryRules } from '../../evidence/redact/try-rules.ts';

export const tryRedaction = (text: string, rules: RedactionRules): RedactionTrial =>
  tryRules(text, createRedactor(rules));
