// Items for tests, as tools of the graph give them.
import { RecordingId } from '../../../domain/ids.ts';
import type { EvidenceRef } from '../../../domain/evidence.ts';
import type { GivenItem, Item } from '../item.ts';

/** Words somebody said, in a segment of its own. */
export const said = (quote: string, segment = 0): EvidenceRef => ({
  kind: 'speech',
  recordingId: RecordingId.parse('r1'),
  segment,
  startMs: segment * 1000,
  endMs: segment * 1000 + 900,
  charStart: 0,
  charEnd: quote.length,
  quote,
});

/** With the number by which it is cited, and evidence of its own. */
export const give = (number: number, part: Partial<Item>): GivenItem => ({
  number,
  shown: { word: '' },
  facts: [],
  names: [],
  told: [],
  words: [],
  evidence: [said(`item ${number}`, number)],
  provenance: 'observed',
  rank: null,
  highest: [],
  lowest: [],
  ...part,
});
