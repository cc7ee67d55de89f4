// In: an answer as it comes. Out: its words on the terminal: each sentence with the first moment that shows it.
import type { MirrorClient } from '../api/client.ts';
import type { AnswerSentence, WrittenAnswer } from '../domain/answer.ts';
import { count, print } from './output.ts';

/** As soon as it is there. */
export async function printSentence(client: MirrorClient, { text, citations }: AnswerSentence): Promise<void> {
  print(text);
  const [citation] = await client.evidence.cite({ refs: citations.slice(0, 1) });
  if (citation) print(`    ${citation.source}: ${citation.text.replaceAll(/\s+/g, ' ')}`);
}

/** What there is to say of it besides its sentences. */
export function printRest(answer: WrittenAnswer): void {
  if (!answer.isAnswered) print(answer.answer);
  if (answer.definition !== null) print(`\n${answer.definition}`);
  if (answer.model !== null) print(`\n${describeWriter(answer)}`);
  if (answer.followUps.length > 0) print(answer.isAnswered ? '\nYou can ask next:' : '\nWhat can be asked:');
  for (const question of answer.followUps) print(`  ${question}`);
}

function describeWriter({ model, egressBytes, removed, costUsd }: WrittenAnswer): string {
  const left = egressBytes === 0 ? 'nothing left this machine' : `${count(egressBytes, 'byte')} left this machine`;
  const cost = costUsd === null ? '' : `, ${sayUsd(costUsd)}`;
  const gone = removed === 0 ? '' : `; ${count(removed, 'unsupported sentence')} removed`;
  return `Written by ${model} (${left}${cost}${gone}).`;
}

/** "$0.0021": what a question costs is often less than a cent. */
const sayUsd = (usd: number): string => `$${usd >= 1 ? usd.toFixed(2) : usd.toPrecision(2)}`;
