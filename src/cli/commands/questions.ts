// mirror questions --process NAME [--answer N --with WORDS | --skip N]
import type { MirrorClient } from '../../api/client.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { AskedQuestion } from '../../domain/question.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { sayCommand } from '../say-command.ts';
import { withClient } from '../with-client.ts';

interface QuestionsOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly answer?: string;
  readonly with?: string;
  readonly skip?: string;
  readonly json?: boolean;
}

/** Prints what is open, the first to be answered first; with an answer (or a skip), what is open after it. */
export async function runQuestions(options: QuestionsOptions): Promise<void> {
  const { answer, with: words, skip } = options;
  if ((answer === undefined) !== (words === undefined))
    throw unusable('An answer needs --answer NUMBER and --with WORDS');
  if (words?.trim() === '') throw unusable('The answer (--with) cannot be used: it is empty');
  if (answer !== undefined && skip !== undefined) throw unusable('A question is either answered or skipped');
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client) => {
    const { id: processId } = await findProcess(client, options.process);
    if (answer !== undefined && words !== undefined) {
      const { id: questionId } = await pick(client, processId, answer);
      await client.questions.answer({ processId, questionId, value: words });
    }
    if (skip !== undefined) {
      const { id: questionId } = await pick(client, processId, skip);
      await client.questions.skip({ processId, questionId });
    }
    const questions = await client.questions.list({ processId });
    if (options.json) printJson(questions);
    else printOpen(questions.filter(isOpen), options);
  });
}

const isOpen = ({ state }: AskedQuestion): boolean => state === 'open';

/** By its number in the list as it stands, or by its id. */
async function pick(client: MirrorClient, processId: ProcessId, wanted: string): Promise<AskedQuestion> {
  const open = (await client.questions.list({ processId })).filter(isOpen);
  const found = open.find(({ id }) => id === wanted) ?? open[Number(wanted) - 1];
  if (found === undefined) throw new MirrorError('question/missing');
  return found;
}

function printOpen(open: readonly AskedQuestion[], { process, workspace }: QuestionsOptions): void {
  if (open.length === 0) return print('Nothing is unclear.');
  print(`${count(open.length, 'open question')}:`);
  for (const [at, { text, choices, answerKind }] of open.entries()) {
    const isClosed = answerKind === 'yes-no' || answerKind === 'choice';
    print(`${String(at + 1).padStart(4)}  ${text}${isClosed ? ` (${choices.join(' / ')})` : ''}`);
  }
  print(`Answer one with: ${sayCommand(`questions --process "${process}" --answer 1 --with "..."`, workspace)}`);
}

const unusable = (detail: string): MirrorError => new MirrorError('usage', { data: { detail } });
