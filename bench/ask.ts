// npm run bench:ask -- [--json]
// Questions over the bundled sample, asked through the API as a window asks them: how many are answered right, how many
// that cannot be answered are refused, whether every sentence is cited, and how long it takes. The answers that count as
// right were read off the files of the sample, not off the graph: rows of event-log.csv counted and timed with a few
// lines of Python (equal start times in the order of the file), and what people say read in the .vtt files.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { WrittenAnswer } from '../src/domain/answer.ts';
import type { ProcessId } from '../src/domain/ids.ts';
import { type Core, createCore } from '../src/host/core.ts';
import { runFlow } from '../src/host/flow.ts';
import { readSample } from '../src/host/samples.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const Question = z.object({
  question: z.string(),
  /** Null where nothing in the sample answers it. */
  gold: z
    .object({
      /** Each must be among the values of the answer. */
      numbers: z.array(z.number()).default([]),
      /** The same, of times, within 1 %. */
      hours: z.array(z.number()).default([]),
      /** Each must stand in the answer or its values. */
      says: z.array(z.string()).default([]),
    })
    .nullable(),
  from: z.string(),
});
type Question = z.infer<typeof Question>;

const folder = await mkdtemp(join(tmpdir(), 'mirror-bench-ask-'));
try {
  const file = new URL('./ask/customer-onboarding.json', import.meta.url);
  const questions = Question.array().parse(JSON.parse(await readFile(file, 'utf8')));
  const core = await createCore({
    workspace: join(folder, 'workspace'),
    models: join(folder, 'models'),
    door: 'terminal',
  });
  try {
    const work = runFlow(core.host, readSample());
    let step = await work.next();
    while (!step.done) step = await work.next();
    await askAll(core, step.value.process.id, questions);
  } finally {
    await core.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

interface Run {
  readonly question: Question;
  readonly answer: WrittenAnswer;
  readonly ms: number;
  readonly isRight: boolean;
}

async function askAll(core: Core, processId: ProcessId, questions: readonly Question[]): Promise<void> {
  // The first question starts the worker.
  await core.client.ask({ processId, question: 'How many cases are there?' });
  const runs: Run[] = [];
  for (const question of questions) {
    const startedMs = performance.now();
    const answer = await core.client.ask({ processId, question: question.question });
    const ms = performance.now() - startedMs;
    runs.push({ question, answer, ms, isRight: isRight(question, answer) });
  }
  report(runs, await countCited(core, runs));
}

function isRight({ gold }: Question, answer: WrittenAnswer): boolean {
  if (gold === null) return !answer.isAnswered;
  const numbers = Object.values(answer.values).filter((value) => typeof value === 'number');
  const said = `${answer.answer} ${JSON.stringify(answer.values)}`.toLowerCase();
  const isNear = (ms: number, hours: number): boolean => Math.abs(ms / 3_600_000 - hours) <= hours / 100;
  return (
    answer.isAnswered &&
    gold.numbers.every((wanted) => numbers.includes(wanted)) &&
    gold.hours.every((hours) => numbers.some((ms) => isNear(ms, hours))) &&
    gold.says.every((words) => said.includes(words.toLowerCase()))
  );
}

/** A citation counts where it opens something: words, a window, rows. */
async function countCited({ client }: Core, runs: readonly Run[]): Promise<{ opened: number; all: number }> {
  let [opened, all] = [0, 0];
  for (const { answer } of runs) {
    const refs = answer.sentences.flatMap(({ citations }) => citations);
    for (let at = 0; at < refs.length; at += 200) {
      const found = await client.evidence.cite({ refs: refs.slice(at, at + 200) });
      opened += found.filter((citation) => citation !== null).length;
      all += found.length;
    }
  }
  return { opened, all };
}

function report(runs: readonly Run[], { opened, all }: { opened: number; all: number }): void {
  const sorted = runs.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10;
  const [answerable, unanswerable] = [
    runs.filter(({ question }) => question.gold),
    runs.filter(({ question }) => !question.gold),
  ];
  const right = (some: readonly Run[]): number => some.filter(({ isRight: is }) => is).length;
  const figures = {
    answerable: { n: answerable.length, right: right(answerable) },
    unanswerable: { n: unanswerable.length, refused: right(unanswerable) },
    /** Citations that open a moment. A sentence without one is never said. */
    citationPrecision: all === 0 ? 0 : Math.round((1000 * opened) / all) / 1000,
    uncitedSentences: runs.flatMap(({ answer }) => answer.sentences).filter(({ citations }) => citations.length === 0)
      .length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    wrong: runs
      .filter(({ isRight: is }) => !is)
      .map(({ question, answer }) => ({
        question: question.question,
        kind: answer.understood?.kind ?? null,
        answer: answer.answer.slice(0, 160),
      })),
  };
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else console.table(figures);
}
