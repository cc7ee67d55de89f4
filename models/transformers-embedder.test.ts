import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cosine } from '../src/lib/cosine.ts';
import type { Embedder } from '../src/needs/embedder.ts';
import { describeEmbedder } from './embedder.case.ts';
import { writeTinyBert } from './testing/tiny-bert.ts';
import { loadEmbedder } from './transformers-embedder.ts';

describe('as every embedder, one of transformers.js', () => {
  describeEmbedder(openTiny);
});

test('words that mean the same lie near, whatever they are', async () => {
  const embedder = await openTiny();
  const [asked, same, other] = await embedder.embed([
    'check the invoice',
    'verify the bill',
    'the warehouse is a delay',
  ]);
  expect(cosine(asked!, same!)).toBeGreaterThan(embedder.near);
  expect(cosine(asked!, other!)).toBeLessThan(embedder.near);
});

test('a word that a model wants before each text changes the vectors', async () => {
  const folder = makeFolder();
  const [plain] = await (await loadEmbedder(folder)).embed(['check the invoice']);
  const [prefixed] = await (await loadEmbedder(folder, 'order: ')).embed(['check the invoice']);
  expect(cosine(plain!, prefixed!)).toBeLessThan(0.99);
});

test('a text longer than the model reads is cut, and no failure', async () => {
  const [vector] = await (await openTiny()).embed(['invoice '.repeat(3000)]);
  expect(cosine(vector!, vector!)).toBeCloseTo(1, 5);
});

test('a folder without the model is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'onnx'));
  await expect(loadEmbedder(folder)).rejects.toMatchObject({ code: 'engine/unfit' });
});

/** With the interface that the host puts around it in a child process (see choose-embedder.ts). */
async function openTiny(): Promise<Embedder> {
  const { near, embed } = await loadEmbedder(makeFolder());
  return {
    id: 'model:tiny-bert@test',
    knowsMeaning: true,
    near,
    embed: async (texts, { signal } = {}) => {
      signal?.throwIfAborted();
      return embed(texts);
    },
  };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeTinyBert(folder);
  return folder;
}
