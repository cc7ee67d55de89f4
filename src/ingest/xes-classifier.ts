// In: the <classifier> of an XES file. Out: its name and the attributes it joins.
import type { XesClassifier } from './log-reading.ts';

/** Nothing for one of traces, or one without a name or keys. Keys with spaces stand in single quotes (IEEE 1849, 5.6.3). */
export function readClassifier(attributes: Readonly<Record<string, string>>): XesClassifier[] {
  const { name = '', keys = '', scope = 'event' } = attributes;
  const listed = [...keys.matchAll(/'([^']+)'|[^\s']+/g)].map(([plain, quoted]) => quoted ?? plain);
  return name === '' || listed.length === 0 || scope !== 'event' ? [] : [{ name, keys: listed }];
}
