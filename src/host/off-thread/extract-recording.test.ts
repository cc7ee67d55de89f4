import { expect, test } from 'vitest';
import { createWinkTagger } from '../../../models/wink-tagger.ts';
import { ProcessId, RecordingId } from '../../domain/ids.ts';
import type { RecordingEvidence } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import { NOTHING_KNOWN } from '../../steps/known-words.ts';
import { extractSteps } from '../../steps/extract.ts';
import { extractRecording } from './extract-recording.ts';

test('a long recording tells how far its words are read, a short one nothing; both are understood as ever', async () => {
  const tagger = createWinkTagger();
  for (const [lines, told] of [
    [40, []],
    [600, [250, 500, 600]],
  ] as const) {
    const evidence = record(lines);
    const { steps, progress } = await run(evidence, tagger);
    expect(progress).toEqual(told.map((done) => ({ stage: 'words', done, total: lines, unit: 'lines' })));
    expect(steps).toEqual(extractSteps(evidence, { tagger, dictionary: NOTHING_KNOWN }));
  }
});

async function run(evidence: RecordingEvidence, tagger: ReturnType<typeof createWinkTagger>) {
  const progress: Progress[] = [];
  const work = extractRecording(evidence, { tagger, dictionary: NOTHING_KNOWN });
  for (;;) {
    const step = await work.next();
    if (step.done) return { steps: step.value, progress };
    progress.push(step.value);
  }
}

const SAID = [
  'First I open the return request in Atlas.',
  'I check the receipt.',
  'Then I send it to Noor in finance.',
];

function record(lines: number): RecordingEvidence {
  const segments = Array.from({ length: lines }, (_, index) => {
    return { index, startMs: index * 5000, endMs: index * 5000 + 4500, text: SAID[index % SAID.length]! };
  });
  const recording = {
    id: RecordingId.parse('r1'),
    processId: ProcessId.parse('p1'),
    title: 'r1',
    actor: 'Ida',
    role: null,
    language: 'en',
    durationMs: lines * 5000,
    state: 'ready' as const,
    problem: null,
    startedAtMs: null,
    timeZone: null,
    createdAtMs: 0,
  };
  return { recording, segments, events: [] };
}
