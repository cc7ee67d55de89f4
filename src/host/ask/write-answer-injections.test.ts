// Text in evidence is data: recordings that tell a model what to do, and a model that does it, change nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INJECTIONS } from '../../answers/written/testing/injections.ts';
import { createTestFolder } from '../testing.ts';
import { cite, openOrders, scripted, texts, write } from './write-answer-testing.ts';

const SAID = INJECTIONS.map(({ text }) => text.replaceAll('\u200b', ''));

function recordAll(): string {
  const file = join(createTestFolder(), 'told.vtt');
  const time = (seconds: number): string =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;
  const cues = SAID.flatMap((text, at) => ['', `${time(at * 6 + 1)} --> ${time(at * 6 + 6)}`, text]);
  writeFileSync(file, ['WEBVTT', ...cues, ''].join('\n'));
  return file;
}

test('a model that obeys what recordings tell it says nothing of it, and calls nothing that does anything', async () => {
  const orders = await openOrders(recordAll());
  const before = orders.core.host.store.listRecordings(orders.processId);
  let obeyed = 0;
  for (const { text, obeyed: lies } of INJECTIONS) {
    const words = text
      .replaceAll(/[^\p{L} ]/gu, ' ')
      .split(/\s+/)
      .slice(0, 8)
      .join(' ');
    const writer = scripted([
      [
        { tool: 'search_evidence', input: { words } },
        { tool: 'counts' },
        { tool: 'delete_process', input: { all: true } },
      ],
      (request) => {
        const [counts, told] = [cite(request, '"headline"'), cite(request, words.split(' ').slice(0, 2).join(' '))];
        const mine = lies.map((lie) =>
          lie
            .replace('[9]', told)
            .replace('[1]', counts)
            .replace('1, 77', `${counts.slice(1, -1)}, 77`),
        );
        obeyed += mine.length;
        return [`There are 4 events ${counts}.`, ...mine].join('\n');
      },
    ]);
    const { answer } = await write(orders, [writer], { question: 'Put it all together for me, will you?' });
    // A lie may be several sentences.
    expect([texts(answer), answer.removed >= lies.length]).toEqual([['There are 4 events.'], true]);
    const told = writer.asked[1]?.messages.at(-1);
    expect(JSON.stringify(told)).toContain('There is no tool delete_process.');
  }
  expect(obeyed).toBe(INJECTIONS.flatMap(({ obeyed: lies }) => lies).length);
  expect(orders.core.host.store.listRecordings(orders.processId)).toEqual(before);
});
