// Runs the product's own reading of narrations over a folder in the gold format and writes what it found.
//   node bench/extraction.ts --gold DIR --out DIR [--json] [--unsure]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createWinkTagger } from '../models/wink-tagger.ts';
import { extractSteps } from '../src/steps/extract.ts';
import { alignSteps } from '../src/steps/align.ts';
import { type Narration, readNarration } from './extraction/narration.ts';
import { toPrediction } from './extraction/prediction.ts';

const MEASURED_WORDS = 60_000;
const RUNS = 5;

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
    unsure: { type: 'boolean' },
  },
});
if (!values.gold || !values.out) {
  process.stderr.write('usage: node bench/extraction.ts --gold DIR --out DIR [--json] [--unsure]\n');
  process.exit(2);
}
run(values.gold, values.out);

function run(gold: string, out: string): void {
  const files = readdirSync(gold)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const narrations = files
    .map((file) => readNarration(readFileSync(join(gold, file), 'utf8'), file))
    .filter((narration) => narration !== null);
  const tagger = createWinkTagger();
  const read = narrations.map((narration) => ({ narration, extraction: extractSteps(narration.evidence, { tagger }) }));
  mkdirSync(join(out, 'variants'), { recursive: true });
  const isShown = (element: { readonly unsure: boolean }) => values.unsure === true || !element.unsure;
  for (const { narration, extraction } of read) {
    writeFileSync(
      join(out, `${narration.id}.json`),
      `${JSON.stringify(toPrediction(narration, extraction, isShown), null, 1)}\n`,
    );
  }
  for (const [name, members] of Map.groupBy(read, ({ narration }) => narration.process)) {
    if (members.length < 2) continue;
    const recordings = members.map(({ narration, extraction }) => ({
      recording: narration.evidence.recording,
      extraction: { ...extraction, steps: extraction.steps.filter(isShown) },
    }));
    const home = new Map(
      members.flatMap(({ narration, extraction }) => extraction.steps.map((step) => [step.id, narration.id] as const)),
    );
    const clusters = alignSteps(recordings).map((cluster) =>
      cluster.stepIds.map((activity) => ({ transcript: home.get(activity), activity })),
    );
    writeFileSync(join(out, 'variants', `${name}.json`), `${JSON.stringify({ clusters }, null, 1)}\n`);
  }
  report(
    narrations,
    read.reduce((sum, { extraction }) => sum + extraction.steps.length, 0),
    measureSpeed(narrations),
  );
}

/** Words a second on one core: the whole path, tagger included; the middle of five runs after one that warms up. */
function measureSpeed(narrations: readonly Narration[]): number {
  const tagger = createWinkTagger();
  const words = narrations.reduce((sum, narration) => sum + narration.words, 0);
  const rounds = Math.max(1, Math.ceil(MEASURED_WORDS / Math.max(1, words)));
  const speeds = Array.from({ length: RUNS + 1 }, () => {
    const startedAt = performance.now();
    for (let round = 0; round < rounds; round += 1)
      for (const narration of narrations) extractSteps(narration.evidence, { tagger });
    return Math.round((words * rounds * 1000) / (performance.now() - startedAt));
  });
  return speeds.slice(1).toSorted((a, b) => a - b)[RUNS >> 1] ?? 0;
}

function report(narrations: readonly Narration[], steps: number, wordsPerSecond: number): void {
  const words = narrations.reduce((sum, narration) => sum + narration.words, 0);
  const figures = { transcripts: narrations.length, words, steps, wordsPerSecond };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(figures)}\n`
      : `${figures.transcripts} transcripts, ${words} words, ${steps} steps, ${wordsPerSecond} words/s\n`,
  );
}
