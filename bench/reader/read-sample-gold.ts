// In: sample-gold.json. Out: which words stand on pages of the samples' films, and when.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const SHAPE = z.array(
  z.strictObject({
    /** The name of its file in samples/customer-onboarding. */
    film: z.string(),
    atMs: z.number(),
    /** Parted by blanks. */
    words: z.string(),
  }),
);
export type StoredGold = z.infer<typeof SHAPE>;

/** Rows above this are the browser's own: tabs and address. */
export const PAGE_TOP_PX = 87;

export interface GoldPage extends Omit<StoredGold[number], 'words'> {
  readonly words: readonly string[];
}

export const readSampleGold = (): GoldPage[] =>
  SHAPE.parse(JSON.parse(readFileSync(new URL('sample-gold.json', import.meta.url), 'utf8'))).map((page) => ({
    ...page,
    words: page.words.split(' '),
  }));
