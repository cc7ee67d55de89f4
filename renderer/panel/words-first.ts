// The order in which evidence is read: what people say tells why, what was seen tells where, rows tell how often.
import type { EvidenceRef } from '../../src/domain/evidence.ts';

const SEEN: readonly EvidenceRef['kind'][] = ['event', 'frame', 'artifact'];

/** Words, then what was seen, then rows of logs; otherwise in the order given. */
export const wordsFirst = (refs: readonly EvidenceRef[]): EvidenceRef[] => refs.toSorted((a, b) => rank(a) - rank(b));

const rank = ({ kind }: EvidenceRef): number => (kind === 'log' ? 2 : SEEN.includes(kind) ? 1 : 0);
