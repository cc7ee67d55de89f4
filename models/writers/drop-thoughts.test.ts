import { expect, test } from 'vitest';
import type { WriterPart } from '../../src/needs/writer.ts';
import { dropThoughts } from './drop-thoughts.ts';

const END: WriterPart = { kind: 'end', tokens: null, isCut: false };

test.each([
  [
    ['Four', ' cases.'],
    ['Four', ' cases.'],
  ],
  [['<think>It asks', ' for 4</think>\n\n', 'Four.'], ['Four.']],
  [
    ['<thi', 'nk>hm</th', 'ink>Four', '.'],
    ['Four', '.'],
  ],
  [['\n<', '5 cases'], ['<5 cases']],
  [['<think>and so on, until it may write no more'], []],
  [['<thin'], ['<thin']],
  [['Four. <think>kept</think>'], ['Four. <think>kept</think>']],
  [[], []],
])('of %j is said %j', async (given, said) => {
  const parts = [...given.map((text): WriterPart => ({ kind: 'text', text })), END];
  const left = await Array.fromAsync(dropThoughts(toStream(parts)));
  expect(left).toEqual([...said.map((text) => ({ kind: 'text', text })), END]);
});

async function* toStream(parts: readonly WriterPart[]): AsyncGenerator<WriterPart> {
  yield* parts;
}
