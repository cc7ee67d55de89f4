// In: a text and what finds. Out: what would be replaced in it and where, with no value shown whole.
import type { RedactionTrial } from '../../domain/redaction.ts';
import type { Redactor } from './create-redactor.ts';
import { openRedaction } from './redact-text.ts';
import type { Span } from './span.ts';

export function tryRules(text: string, redactor: Redactor): RedactionTrial {
  const redaction = openRedaction(redactor);
  if (redactor.isNumbered) redaction.learn(text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  let line = 0;
  const findings = redactor.find(text).map((span) => {
    while (line + 1 < starts.length && starts[line + 1]! <= span.start) line += 1;
    const { kind, rule, start } = span;
    return { kind, rule, line: line + 1, column: start - starts[line]! + 1, shown: veil(text, span) };
  });
  return { text: redaction.clean(text), findings, counts: redaction.counts() };
}

/** Enough to find the place again: two characters of six or more, none of a secret. */
function veil(text: string, { start, end, kind }: Span): string {
  const value = text.slice(start, end);
  const length = `${value.length} characters`;
  return kind === 'secret' || value.length < 6 ? `… (${length})` : `${value.slice(0, 2)}… (${length})`;
}
