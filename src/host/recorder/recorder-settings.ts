// What the recorder remembers between recordings, in the workspace's settings.
import { z } from 'zod';
import type { Preparation } from '../../api/contract/recorder.ts';
import { DEFAULT_EXCLUSIONS } from '../../capture/default-exclusions.ts';
import { ExclusionRule, Intent } from '../../domain/capture.ts';
import type { Store } from '../../needs/store.ts';

const RULES = 'not recorded';
const LAST = 'recorded last';

const Last = Intent.pick({ actor: true, role: true, language: true });

/** The sensible ones where nobody has said anything; none where somebody has taken all away. */
export function readRules(store: Store): ExclusionRule[] {
  const kept = z.array(ExclusionRule).safeParse(store.readSetting(RULES));
  return kept.success ? kept.data : [...DEFAULT_EXCLUSIONS];
}

/** Each once; answers them as they are kept. */
export function writeRules(store: Store, rules: readonly ExclusionRule[]): ExclusionRule[] {
  const once = new Map(rules.map((rule) => [`${rule.by} ${rule.pattern.toLowerCase()}`, rule]));
  store.writeSetting(RULES, [...once.values()]);
  return [...once.values()];
}

/** Who recorded last. */
export function readLast(store: Store): Preparation['last'] {
  const kept = Last.safeParse(store.readSetting(LAST));
  return kept.success ? kept.data : null;
}

export function writeLast(store: Store, { actor, role, language }: Intent): void {
  store.writeSetting(LAST, { language, ...(actor && { actor }), ...(role && { role }) });
}
