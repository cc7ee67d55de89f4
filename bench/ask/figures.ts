// In: what was asked and answered. Out: how much of it is right, cited and quick.
import { loadavg } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import type { WrittenAnswer } from '../../src/domain/answer.ts';
import { isRight, type Question } from './question-file.ts';
import type { ScriptedAnswer } from './scripted.ts';

export interface Run {
  readonly question: Question;
  readonly answer: WrittenAnswer;
  readonly ms: number;
}

export interface FileRun {
  readonly file: string;
  readonly runs: readonly Run[];
  readonly opened: number;
  readonly cited: number;
  /** Empty where no scripted model was asked. */
  readonly scripted: readonly ScriptedAnswer[];
}

function scoreOf(runs: readonly Run[]) {
  const [answerable, unanswerable] = [
    runs.filter(({ question }) => question.gold),
    runs.filter(({ question }) => !question.gold),
  ];
  const right = (some: readonly Run[]): number =>
    some.filter(({ question, answer }) => isRight(question, answer)).length;
  return {
    answerable: { n: answerable.length, right: right(answerable) },
    unanswerable: { n: unanswerable.length, refused: right(unanswerable) },
  };
}

function timesOf(runs: readonly Run[]): { p50Ms: number; p95Ms: number } {
  const sorted = runs.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(10 * (sorted[Math.floor(share * (sorted.length - 1))] ?? 0)) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** What `--json` prints. */
export function toFigures(
  files: readonly FileRun[],
  {
    large,
    segments,
    connectionsBeyond,
  }: { readonly large: readonly Run[]; readonly segments: number; readonly connectionsBeyond: number | null },
) {
  const runs = files.flatMap((each) => each.runs);
  const sum = (of: (file: FileRun) => number): number => files.reduce((total, each) => total + of(each), 0);
  const cited = sum((file) => file.cited);
  return {
    ...scoreOf(runs),
    /** Citations that open a moment. A sentence without one is never said. */
    citationPrecision: cited === 0 ? 0 : Math.round((1000 * sum(({ opened }) => opened)) / cited) / 1000,
    uncitedSentences: runs.flatMap(({ answer }) => answer.sentences).filter(({ citations }) => citations.length === 0)
      .length,
    /** Of the grown sample, where it was asked. */
    ...timesOf(large.length > 0 ? large : runs),
    segments: large.length > 0 ? segments : null,
    /** Of `mirror ask` under the rules a workspace begins with; null where nobody looked. */
    connectionsBeyond,
    scripted: scoreScripted(files),
    load: Math.round(10 * (loadavg()[0] ?? 0)) / 10,
    files: files.map((each) => ({ file: each.file, ...scoreOf(each.runs), ...timesOf(each.runs) })),
    slowest: large
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, 8)
      .map(({ question, answer, ms }) => ({
        question: question.question,
        kind: answer.understood?.kind ?? null,
        ms: Math.round(ms),
      })),
    wrong: runs
      .filter(({ question, answer }) => !isRight(question, answer))
      .map(({ question, answer }) => ({
        question: question.question,
        kind: answer.understood?.kind ?? null,
        answer: answer.answer.slice(0, 160),
      })),
  };
}

/** What the model made up must not be in its answers, and its figures must be those of the answers without it. */
function scoreScripted(files: readonly FileRun[]) {
  const pairs = files.flatMap(({ runs, scripted }) => scripted.map((answer, at) => ({ run: runs[at]!, answer })));
  if (pairs.length === 0) return null;
  const runs = pairs.map(({ run, answer }): Run => ({ ...run, answer }));
  const sum = (of: (answer: ScriptedAnswer) => number): number =>
    pairs.reduce((total, { answer }) => total + of(answer), 0);
  return {
    ...scoreOf(runs),
    sameValues: pairs.filter(({ run, answer }) => isDeepStrictEqual(run.answer.values, answer.values)).length,
    planted: sum(({ planted }) => planted),
    passed: sum(({ passed }) => passed.length),
  };
}
