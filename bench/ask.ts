// npm run bench:ask -- [--segments N] [--only NAME] [--scripted] [--connections] [--json]
// Questions over the bundled sample and over other processes, asked through the API as a window asks them: how many are
// answered right, how many that cannot be answered are refused, whether every citation opens, and how long it takes, also
// where the sample has grown to `--segments` segments and a log of 100,000 events (0 leaves that out). What counts as
// right was read off the files, not off the graph: rows counted and timed by hand or with a few lines of Python (equal
// start times in the order of the file), and what people say read in their words. Files marked `test` were written before
// the answers they ask for and looked at twice.
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ProcessId } from '../src/domain/ids.ts';
import { type Core, createCore } from '../src/host/core.ts';
import { runFlow } from '../src/host/flow.ts';
import type { FlowRequest } from '../src/host/flow/work.ts';
import { readSample } from '../src/host/samples.ts';
import { countAskConnections } from './ask/count-connections.ts';
import { type FileRun, type Run, toFigures } from './ask/figures.ts';
import { addSegments, growLog } from './ask/make-large.ts';
import { makeProcess } from './ask/make-process.ts';
import { type Question, type QuestionFile, readQuestionFile } from './ask/question-file.ts';
import { openScripted, type ScriptedAnswer } from './ask/scripted.ts';

const { values } = parseArgs({
  options: {
    segments: { type: 'string', default: '100000' },
    only: { type: 'string' },
    /** Whether a scripted model is asked as well, with lies in its answers: it takes some minutes. */
    scripted: { type: 'boolean', default: false },
    /** Whether `mirror ask` is watched by strace as well: it takes a minute. */
    connections: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** The log of the sample has 11,118 events. */
const LOG_COPIES = 9;

const folder = await mkdtemp(join(tmpdir(), 'mirror-bench-ask-'));
try {
  const core = await createCore({
    workspace: join(folder, 'workspace'),
    models: join(folder, 'models'),
    door: 'terminal',
  });
  try {
    const files = await readFiles();
    const done: FileRun[] = [];
    const sample = await takeIn(core, readSample());
    for (const [file, { questions, about }] of files) {
      const own = join(folder, file);
      await mkdir(own);
      const processId = about === null ? sample : await takeIn(core, await makeProcess(about, own));
      const runs = await askAll(core, processId, questions);
      const scripted = values.scripted ? await askScripted(core, processId, questions) : [];
      done.push({ file, runs, ...(await countCited(core, runs)), scripted });
    }
    const segments = Number(values.segments);
    const large = segments > 0 ? await askLarge(core, segments, files) : [];
    const connectionsBeyond = values.connections ? await countAskConnections(folder) : null;
    print(toFigures(done, { large, segments, connectionsBeyond }));
  } finally {
    await core.close();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function readFiles(): Promise<[string, QuestionFile][]> {
  const here = new URL('./ask/', import.meta.url);
  const names = (await readdir(here)).filter((name) => name.endsWith('.json')).toSorted();
  const wanted = names.filter((name) => values.only === undefined || name === `${values.only}.json`);
  return Promise.all(
    wanted.map(
      async (name): Promise<[string, QuestionFile]> => [
        name.replace('.json', ''),
        readQuestionFile(await readFile(new URL(name, here), 'utf8')),
      ],
    ),
  );
}

async function takeIn(core: Core, request: FlowRequest): Promise<ProcessId> {
  const work = runFlow(core.host, request);
  let step = await work.next();
  while (!step.done) step = await work.next();
  return step.value.process.id;
}

/** Only how long it takes is of interest there: what is right in a process of made-up words nobody has read. */
async function askLarge(core: Core, segments: number, files: readonly [string, QuestionFile][]): Promise<Run[]> {
  const request = await growLog(readSample(), LOG_COPIES, folder);
  const processId = await takeIn(core, { ...request, process: { name: 'Customer onboarding, grown' } });
  addSegments(core.host, processId, segments);
  const questions = files.flatMap(([, { about, questions: all }]) => (about === null ? all : []));
  return askAll(core, processId, questions);
}

async function askAll(core: Core, processId: ProcessId, questions: readonly Question[]): Promise<Run[]> {
  // The first questions start the worker, give it the process, and have the words and rows of it indexed.
  await core.client.ask({ processId, question: 'Who speaks of waiting?' });
  await core.client.ask({ processId, question: 'How many people take part?' });
  const runs: Run[] = [];
  for (const question of questions) {
    const startedMs = performance.now();
    const answer = await core.client.ask({ processId, question: question.question });
    runs.push({ question, answer, ms: performance.now() - startedMs });
  }
  return runs;
}

/** The same questions, answered by a model that makes things up besides. */
async function askScripted(
  core: Core,
  processId: ProcessId,
  questions: readonly Question[],
): Promise<ScriptedAnswer[]> {
  const scripted = await openScripted(core);
  try {
    const answers: ScriptedAnswer[] = [];
    for (const { question } of questions) answers.push(await scripted.ask(processId, question));
    return answers;
  } finally {
    await scripted.close();
  }
}

/** A citation counts where it opens something: words, a window, rows. */
async function countCited({ client }: Core, runs: readonly Run[]): Promise<{ opened: number; cited: number }> {
  let [opened, cited] = [0, 0];
  for (const { answer } of runs) {
    const refs = answer.sentences.flatMap(({ citations }) => citations);
    for (let at = 0; at < refs.length; at += 200) {
      const found = await client.evidence.cite({ refs: refs.slice(at, at + 200) });
      opened += found.filter((citation) => citation !== null).length;
      cited += found.length;
    }
  }
  return { opened, cited };
}

function print(figures: ReturnType<typeof toFigures>): void {
  if (values.json) console.log(JSON.stringify(figures, null, 2));
  else console.table(figures.files.map(({ file, ...rest }) => ({ file, ...rest.answerable, ...rest.unanswerable })));
  if (!values.json) console.log(JSON.stringify({ ...figures, files: undefined }, null, 2));
}
