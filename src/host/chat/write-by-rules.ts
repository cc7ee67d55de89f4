// In: a question. Out: its answer from the graph, by rules, in the events of a conversation. No model is asked.
import type { WriteEvent, WriteWish } from './answering.ts';
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { Host } from '../host.ts';

/** @throws process/missing, process/not-ready */
export async function* writeByRules(
  host: Host,
  { processId, question, earlier }: WriteWish,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<WriteEvent, WrittenAnswer> {
  yield { kind: 'asking', writer: null };
  const previous = earlier.at(-1)?.answer.understood ?? undefined;
  const answer = await host.asking.ask(host, { processId, question, previous }, signal);
  for (const sentence of answer.sentences) yield { kind: 'sentence', sentence };
  return answer;
}
