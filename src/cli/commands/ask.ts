// mirror ask [QUESTION] --process NAME
import { MirrorError } from '../../domain/errors.ts';
import { WriterChoice } from '../../domain/writer.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { type Asking, askClient, converse } from '../ask-client.ts';
import { findProcess } from '../find-process.ts';
import { printJson } from '../output.ts';
import { findPerson } from '../person.ts';
import { withClient } from '../with-client.ts';

interface AskOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly model?: string;
  readonly agree?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export async function runAsk(typed: readonly string[], options: AskOptions): Promise<void> {
  const { json: isQuiet = false, agree, by, model } = options;
  const question = typed.join(' ').trim();
  const person = findPerson();
  if (question === '' && (person === undefined || isQuiet))
    throw new MirrorError('usage', { data: { detail: 'There is no question' } });
  const named = model === undefined ? undefined : readChoice(model);
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id: processId } = await findProcess(client, options.process);
    const writer = named ?? (await client.writer.list()).chosen;
    const asking: Asking = { client, signal, person, processId, writer, agree, by, isQuiet };
    if (question === '' && person) return converse(asking, person);
    const { threadId, turn } = await askClient(asking, { threadId: null, question });
    if (isQuiet) printJson({ question: turn.question, ...turn.answer, threadId });
  });
}

function readChoice(model: string): WriterChoice {
  const choice = WriterChoice.safeParse(model.trim());
  if (choice.success) return choice.data;
  throw new MirrorError('writer/unknown', { data: { id: model } });
}
