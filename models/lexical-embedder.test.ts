import { describe, expect, test } from 'vitest';
import { cosine } from '../src/lib/cosine.ts';
import { describeEmbedder } from './embedder.case.ts';
import { lexicalEmbedder } from './lexical-embedder.ts';

describe('as every embedder, it', () => {
  describeEmbedder(async () => lexicalEmbedder);
});

const likeness = async (one: string, other: string): Promise<number> => {
  const [a, b] = await lexicalEmbedder.embed([one, other]);
  if (!a || !b) throw new Error('a vector is missing');
  return cosine(a, b);
};

test('slips, inflections and accents stay near', async () => {
  const { near } = lexicalEmbedder;
  expect(await likeness('enter the amuont of the receit', 'enter the amount of the receipt')).toBeGreaterThan(near);
  expect(await likeness('approving invoices', 'the invoice is approved')).toBeGreaterThan(near);
  expect(await likeness('Rechnung prufen', 'RECHNUNG PRÜFEN')).toBeCloseTo(1, 5);
  expect(await likeness('Rechnung', 'Rechnungsprüfung')).toBeGreaterThan(near);
});

test('function words alone bring nothing together, and numbers are whole', async () => {
  const { near } = lexicalEmbedder;
  expect(await likeness('what do we do with that', 'what do you do when a refund is late')).toBeLessThan(
    await likeness('when is a refund late', 'what do you do when a refund is late'),
  );
  expect(await likeness('PO 4711', 'PO 4712')).toBeLessThan(await likeness('PO 4711', 'po 4711'));
  expect(await likeness('an order from Lisbon', 'payroll closes on Friday')).toBeLessThan(near);
});

test('the vectors are those of its version: a change of them is a new version', async () => {
  const [vector] = await lexicalEmbedder.embed(['Check the receipt']);
  expect(lexicalEmbedder.id).toBe('lexical-1');
  expect([...(vector ?? [])].slice(0, 6).map((value) => Number(value.toFixed(4)))).toMatchInlineSnapshot(`
    [
      -0.07,
      0.0507,
      -0.027,
      -0.1095,
      -0.1255,
      -0.0356,
    ]
  `);
});
