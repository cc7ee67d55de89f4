// What a workspace says of redaction, and what was replaced in it so far, in its settings.
import { z } from 'zod';
import { DEFAULT_REDACTION, RedactionCounts, RedactionRules } from '../../domain/redaction.ts';
import type { Store } from '../../needs/store.ts';

const RULES = 'redaction';
const COUNTS = 'redacted';

type Settings = Pick<Store, 'readSetting' | 'writeSetting'>;

/** The sensible ones where nobody has said anything. */
export function readRedactionRules(store: Settings): RedactionRules {
  const kept = store.readSetting(RULES);
  return kept === undefined ? DEFAULT_REDACTION : RedactionRules.parse(kept);
}

export function writeRedactionRules(store: Settings, rules: RedactionRules): void {
  store.writeSetting(RULES, rules);
}

const Counts = z.record(z.string(), RedactionCounts);

/** By the id of the recording, document or log; those in which nothing was replaced are left out. */
export const readRedactionCounts = (store: Settings): Readonly<Record<string, RedactionCounts>> =>
  Counts.parse(store.readSetting(COUNTS) ?? {});

/** What was read on a recording's pictures is saved apart from what was said, and counted apart. */
export const screensOf = (recordingId: string): string => `${recordingId}/screens`;

/** Of one recording, document or log. Writes nothing where nothing changes: most text holds nothing to replace. */
export function writeRedactionCounts(store: Settings, id: string, counts: RedactionCounts): void {
  const before = readRedactionCounts(store);
  if (JSON.stringify(before[id] ?? {}) === JSON.stringify(counts)) return;
  const { [id]: _old, ...others } = before;
  store.writeSetting(COUNTS, Object.keys(counts).length === 0 ? others : { ...others, [id]: counts });
}

/** What was removed takes its counts along. */
export function forgetRedactionCounts(store: Settings, isKept: (id: string) => boolean): void {
  const before = Object.entries(readRedactionCounts(store));
  const kept = before.filter(([id]) => isKept(id));
  if (kept.length < before.length) store.writeSetting(COUNTS, Object.fromEntries(kept));
}
