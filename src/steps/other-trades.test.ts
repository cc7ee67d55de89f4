import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import type { Extraction } from '../domain/extraction.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { extractSteps } from './extract.ts';
import { loadFixture } from './fixtures/load.case.ts';

const tagger = createWinkTagger();
const TRADES = ['pharmacy', 'freight', 'grants', 'helpdesk'] as const;

for (const trade of TRADES) {
  test(`the ${trade} narration reads as its golden file says`, async () => {
    const summary = summarize(extractSteps(loadFixture(trade), { tagger }));
    await expect(`${JSON.stringify(summary, null, 1)}\n`).toMatchFileSnapshot(
      join(import.meta.dirname, `fixtures/${trade}.golden.json`),
    );
  });
}

test('every quote of every trade is a piece of its segment, and ids are unique', () => {
  for (const trade of TRADES) expect(() => expectSound(loadFixture(trade))).not.toThrow();
});

test('talk in any disorder breaks nothing', () => {
  const random = seeded(11);
  const words = TRADES.flatMap((trade) => loadFixture(trade).segments.flatMap((segment) => segment.text.split(' ')));
  const base = loadFixture('pharmacy');
  for (let round = 0; round < 60; round += 1) {
    const segments = Array.from({ length: 12 }, (_, index) => {
      const text = Array.from(
        { length: Math.floor(random() * 14) },
        () => words[Math.floor(random() * words.length)],
      ).join(' ');
      return { index, startMs: index * 4000, endMs: index * 4000 + 3000, text };
    });
    expect(() => expectSound({ ...base, segments })).not.toThrow();
  }
});

function expectSound(input: RecordingEvidence): void {
  const found = extractSteps(input, { tagger });
  const elements = [
    found.steps,
    found.handoffs,
    found.waits,
    found.decisions,
    found.exceptions,
    found.judgements,
    found.rework,
  ].flat();
  const broken = elements.flatMap((element) =>
    element.evidence.filter(
      (ref) =>
        ref.kind === 'speech' && ref.quote !== input.segments[ref.segment]?.text.slice(ref.charStart, ref.charEnd),
    ),
  );
  expect(broken).toEqual([]);
  expect(elements.filter((element) => element.evidence.length === 0 || element.endMs < element.startMs)).toEqual([]);
  expect(new Set(elements.map((element) => element.id)).size).toBe(elements.length);
  expect(found.steps.map((step) => step.order)).toEqual(found.steps.map((_, order) => order));
  expect(JSON.stringify(extractSteps(input, { tagger }))).toBe(JSON.stringify(found));
}

function summarize(found: Extraction): Record<string, readonly string[]> {
  const labelOf = (id: string) => found.steps.find((step) => step.id === id)?.label ?? '?';
  return {
    steps: found.steps.map(
      (step) => `${step.label} | ${step.actor ?? '-'} | ${step.system ?? '-'}${step.unsure ? ' | unsure' : ''}`,
    ),
    handoffs: found.handoffs.map(
      (handoff) => `${handoff.from ?? '-'} > ${handoff.to}: ${handoff.what ?? '-'} (${handoff.kind})`,
    ),
    waits: found.waits.map((wait) => `${wait.duration ?? '-'}: ${wait.label}`),
    decisions: found.decisions.map(
      (decision) =>
        `${decision.question} ${decision.branches.map((branch) => `[${branch.condition} > ${branch.then.map(labelOf).join(', ')}]`).join(' ')}`,
    ),
    exceptions: found.exceptions.map((exception) => exception.label),
    judgements: found.judgements.map((judgement) => judgement.label),
    rework: found.rework.map((rework) => rework.label),
  };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 4_294_967_296;
  };
}
