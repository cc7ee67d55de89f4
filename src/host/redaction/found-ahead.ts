// In: long texts that are about to be saved. Out: what the rules find in them, found in the worker, for the save to recall.
import type { ProcessId } from '../../domain/ids.ts';
import type { RedactionRules } from '../../domain/redaction.ts';
import type { Span } from '../../evidence/redact/span.ts';
import type { Store } from '../../needs/store.ts';
import type { OffThread } from '../off-thread/pool.ts';
import { listNames } from './list-names.ts';
import { readRedactionRules } from './rules-setting.ts';

/** Shorter ones are looked through in a few milliseconds, sooner than they are sent to the worker and back. */
const LONG_CHARACTERS = 20_000;

/** By rules and text: where the rules have changed meanwhile, nothing is recalled and the save looks for itself. */
export type FoundAhead = Map<string, Map<string, readonly Span[]>>;

export const keyOfRules = (rules: RedactionRules, names: readonly string[]): string => JSON.stringify([rules, names]);

interface Looking {
  readonly store: Store;
  readonly offThread: OffThread;
  readonly found: FoundAhead;
}

/** The next save of these texts does not hold up everybody else. Leaving it out changes nothing but that. */
export async function lookAhead(
  { store, offThread, found }: Looking,
  { processId, texts }: { readonly processId: ProcessId; readonly texts: readonly string[] },
  signal?: AbortSignal,
): Promise<void> {
  if (texts.reduce((sum, { length }) => sum + length, 0) < LONG_CHARACTERS) return;
  const rules = readRedactionRules(store);
  const names = rules.on.includes('name') ? listNames(store, processId) : [];
  const spans = await offThread.run('findToRedact', [texts, rules, names], signal);
  const key = keyOfRules(rules, names);
  const known = found.get(key) ?? new Map<string, readonly Span[]>();
  for (const [at, text] of texts.entries()) known.set(text, spans[at]!); // one list for each text
  found.set(key, known);
}
