// Words that are only said: what is written to somebody, and names that are given.
import type { Clause } from './clauses.ts';
import type { Deed } from './deeds.ts';
import type { Telling } from './telling.ts';

/** "I write back to her, please send the size": what is written, not what is done. */
export function isPlea({ parse }: Telling, deed: Deed, clause: Clause): boolean {
  return deed.subject === null || deed.inherited
    ? clause.connectors.includes('please') && parse.deeds[deed.index - 1] !== undefined
    : false;
}

/** "we call those seconds": a name is given, nothing is done. */
export function isNaming(deed: Deed): boolean {
  return (
    deed.lemma === 'call' &&
    deed.objects.length > 1 &&
    /^(it|them|this|that|these|those)$/.test(deed.objects[0]?.text ?? '')
  );
}
