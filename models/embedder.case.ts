// What every embedder must do, whatever is behind it.
import { expect, test } from 'vitest';
import { cosine } from '../src/lib/cosine.ts';
import type { Embedder } from '../src/needs/embedder.ts';

const TEXTS = [
  'I check the receipt in Atlas and enter the amount.',
  'The customer gets the money back within two days.',
  'short',
  'Ich prüfe die Rechnung und gebe sie frei.',
  `a long one: ${'the invoice goes to finance, who sign it on Tuesday, and comes back; '.repeat(40)}`,
];

/** Registers the tests; `open` gives the embedder, which whoever registers them closes. */
export function describeEmbedder(open: () => Promise<Embedder>): void {
  test('gives each text a vector of unit length, all of one length', async () => {
    const vectors = await (await open()).embed(TEXTS);
    expect(vectors.map((vector) => vector instanceof Float32Array)).toEqual(TEXTS.map(() => true));
    expect(new Set(vectors.map((vector) => vector.length)).size).toBe(1);
    for (const vector of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
  });

  test('a text has one vector, whatever it is asked with and in which order', async () => {
    const embedder = await open();
    const together = await embedder.embed(TEXTS);
    const backwards = (await embedder.embed(TEXTS.toReversed())).toReversed();
    const alone = await embedder.embed([TEXTS[0] ?? '']);
    for (const [at, vector] of together.entries()) expect(distance(vector, backwards[at])).toBeLessThan(1e-4);
    expect(distance(together[0], alone[0])).toBeLessThan(1e-4);
  });

  test('the same words are nearer than others', async () => {
    const embedder = await open();
    const [asked, same, other] = await embedder.embed([
      'enter the amount of the receipt',
      'Enter the amount of the receipt!',
      'we phone customers every afternoon',
    ]);
    if (!asked || !same || !other) throw new Error('a vector is missing');
    expect(cosine(asked, same)).toBeGreaterThanOrEqual(embedder.near);
    expect(cosine(asked, same)).toBeGreaterThan(cosine(asked, other));
  });

  test('a text without words is no failure, and neither is no text', async () => {
    const embedder = await open();
    const [nothing, signs] = await embedder.embed(['', '... !']);
    expect(nothing?.every(Number.isFinite)).toBe(true);
    expect(signs?.every(Number.isFinite)).toBe(true);
    expect(await embedder.embed([])).toEqual([]);
  });

  test('stops when it is told to', async () => {
    const embedder = await open();
    await expect(embedder.embed(TEXTS, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('says who it is in a way that fits beside a vector', async () => {
    expect((await open()).id).toMatch(/^[a-z0-9][a-z0-9.:@-]{2,100}$/);
  });
}

function distance(one: Float32Array | undefined, other: Float32Array | undefined): number {
  if (!one || one.length !== other?.length) return Number.POSITIVE_INFINITY;
  return Math.sqrt(one.reduce((sum, value, at) => sum + (value - (other[at] ?? 0)) ** 2, 0));
}
