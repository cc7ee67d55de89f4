// A count of the headline, told in a sentence.
import { countProcess } from '../../tools/count-process.ts';
import type { Asked, Told } from '../kind.ts';

/** A count of the headline: "How many cases are there?" */
export function countOf(asked: Asked, what: 'cases' | 'events' | 'variants', text: (n: number) => string): Told {
  const counts = countProcess.run({}, asked.input);
  const n = what === 'cases' ? counts.headline.cases : counts[what];
  return {
    values: { [what]: n },
    sentences: [{ text: text(n), evidence: counts.evidence }],
    definition: what === 'cases' ? 'cases' : 'n',
    n,
    provenance: counts.provenance,
  };
}
