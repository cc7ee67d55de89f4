// mirror ask QUESTION --process NAME
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { Citation } from '../../domain/views.ts';
import { MirrorError } from '../../domain/errors.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface AskOptions {
  readonly workspace: string;
  readonly process: string;
  readonly json?: boolean;
}

export async function runAsk(typed: readonly string[], options: AskOptions): Promise<void> {
  const question = typed.join(' ').trim();
  if (question === '') throw new MirrorError('usage', { data: { detail: 'There is no question' } });
  if (question.length > 1000)
    throw new MirrorError('usage', { data: { detail: 'A question has at most 1000 characters' } });
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id } = await client.process.find({ name: options.process });
    const answer = await client.ask({ processId: id, question }, { signal });
    if (options.json) return printJson(answer);
    const refs = answer.sentences.flatMap(({ citations }) => citations.slice(0, 1));
    printAnswer(answer, refs.length === 0 ? [] : await client.evidence.cite({ refs }));
  });
}

/** Each sentence with the first moment that shows it. */
function printAnswer(answer: WrittenAnswer, citations: readonly (Citation | null)[]): void {
  if (!answer.isAnswered) print(answer.answer);
  for (const [at, { text }] of answer.sentences.entries()) {
    print(text);
    const citation = citations[at];
    if (citation) print(`    ${citation.source}: ${citation.text.replaceAll(/\s+/g, ' ')}`);
  }
  if (answer.definition !== null) print(`\n${answer.definition}`);
  if (answer.followUps.length > 0) print(answer.isAnswered ? '\nYou can ask next:' : '\nWhat can be asked:');
  for (const question of answer.followUps) print(`  ${question}`);
}
