// In: calls of a model. Out: what its tools give, in items; heavy ones are worked out off this thread.
import { foldWords } from '../../lib/fold-words.ts';
import type { GivenItem, LookUp } from '../../answers/written/item.ts';
import { itemOfHit, itemOfMoment, itemsOfAnswer } from '../../answers/written/items-of.ts';
import type { Openness } from '../../answers/written/show.ts';
import { AskMirror, ReadMoment, SearchEvidence } from '../../answers/written/writer-tools.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { z } from 'zod';
import { citeAll } from '../citations.ts';
import type { Host } from '../host.ts';

export interface ToolDesk {
  readonly host: Host;
  readonly processId: ProcessId;
  readonly openness: Openness;
  /** Names of the map. */
  readonly names: ReadonlySet<string>;
}

/** `given` are the items of this question so far. What is wrong with a call is said in what comes back. */
export async function useTool(
  { host, processId, openness, names }: ToolDesk,
  { tool, input, given }: { readonly tool: string; readonly input: unknown; readonly given: readonly GivenItem[] },
  signal: AbortSignal,
): Promise<LookUp> {
  if (tool === 'ask_mirror') {
    return read(AskMirror, input, async ({ question }) => {
      const answer = await host.asking.ask(host, { processId, question }, signal);
      if (answer.isAnswered) return found(itemsOfAnswer(answer, { openness, names }));
      const near = answer.followUps.length === 0 ? '' : ` It can answer: ${answer.followUps.join(' ')}`;
      return failed(`${openness === 'words' ? answer.answer : 'Not understood.'}${near}`);
    });
  }
  if (openness === 'figures' && (tool === 'search_evidence' || tool === 'read_moment'))
    return failed('Words of people may not leave this machine here. Use the other tools.');
  if (tool === 'search_evidence') {
    return read(SearchEvidence, input, async ({ words, limit }) => {
      if (foldWords(words).length === 0) return failed('There is no word in it.');
      const { hits } = await host.search.search({ words, limit, processId }, { signal });
      return found(hits.map(itemOfHit));
    });
  }
  if (tool === 'read_moment') {
    return read(ReadMoment, input, async ({ item }) => {
      const known = given.find(({ number }) => number === item);
      if (known === undefined) return failed(`There is no item ${item}.`);
      return found(
        citeAll(host.store, known.evidence).flatMap((citation) => (citation ? [itemOfMoment(citation)] : [])),
      );
    });
  }
  return host.asking.lookUp(host, { processId, tool, input, openness }, signal);
}

async function read<Shape extends z.ZodType>(
  shape: Shape,
  input: unknown,
  use: (input: z.output<Shape>) => Promise<LookUp>,
): Promise<LookUp> {
  const parsed = shape.safeParse(input);
  return parsed.success ? use(parsed.data) : failed(z.prettifyError(parsed.error));
}

const found = (items: LookUp['items']): LookUp => ({ items, note: null, leftOut: 0, problem: null });

const failed = (problem: string): LookUp => ({ items: [], note: null, leftOut: 0, problem });
