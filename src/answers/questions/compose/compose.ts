// In: a question about cases, and the process. Out: what it asks of the logs, put together from its parts, and the answer.
import type { Answer, UnderstoodQuestion } from '../../../domain/answer.ts';
import { foldWords } from '../../../lib/fold-words.ts';
import { keepFor } from '../../../lib/keep-for.ts';
import { type AnswerInput, sureActivities } from '../../answer-input.ts';
import { caseStems } from '../../names/case-stems.ts';
import { listNames, nameWords } from '../../names/list-names.ts';
import { rootOf } from '../../names/same-word.ts';
import { writeTold } from '../../write-told.ts';
import { timesOf } from '../times-of.ts';
import { answerQuery } from './answer-query.ts';
import type { Query } from './query.ts';
import { readQuery } from './read-query.ts';
import { readSymbols, type Symbol } from './read-symbols.ts';

/** The kind that these questions are of: what they ask stands in their topic, word for word. */
export const COMPOSED = 'composed';

export interface Composed {
  readonly query: Query;
  readonly isComposed: boolean;
  readonly names: UnderstoodQuestion['mentions'];
}

/** Undefined where a word of it is not known, or it asks for something else. */
export function compose(question: string, input: AnswerInput): Composed | undefined {
  const options = { names: listNames(input), times: timesOf(input.logs) };
  const { things, silent } = thingsOf(input);
  // A name that is told only, and said in part, may be meant for one of the logs.
  const said = new Set(foldWords(question).map(({ word }) => rootOf(word)));
  const logged = options.names.filter(
    ({ kind, name, words }) =>
      kind === 'role' ||
      kind === 'person' ||
      (kind === 'activity' &&
        (isLogged({ kind, name, lead: null }, input) || words.every(({ stem }) => said.has(stem)))),
  );
  for (const { caseStems: stems, prefersActivities, names: of } of [
    { caseStems: things, prefersActivities: true, names: options.names },
    { caseStems: things, prefersActivities: false, names: options.names },
    { caseStems: silent, prefersActivities: true, names: options.names },
    { caseStems: things, prefersActivities: true, names: logged },
  ]) {
    const symbols = readSymbols(question, { ...options, names: of, caseStems: stems, prefersActivities });
    const read = readQuery(symbols);
    const names = symbols.row.flatMap((each, at) =>
      each.is === 'name' ? [{ kind: each.kind, name: each.name, lead: leadOf(symbols.row[at - 1]) }] : [],
    );
    // "How many customers are there?" asks for no cases, "how many customers needed a letter" does.
    if (stems === silent && !names.some(({ kind }) => kind === 'activity')) continue;
    if (read !== undefined && names.every((name) => name.lead === 'to' || isLogged(name, input)))
      return { ...read, names };
  }
  return undefined;
}

/** Undefined where the logs know nothing of it and something else may; then the words say why. */
export function answerComposed(
  { query, names }: Composed,
  question: string,
  input: AnswerInput,
): Answer | { readonly refused: string; readonly isFinal: boolean } | 'needs columns' {
  if (input.logs.length > 0 && input.logs.every(({ columns }) => columns === null)) return 'needs columns';
  const told = answerQuery(query, input);
  if ('refused' in told) return { refused: told.refused, isFinal: told.isFinal === true };
  const understood: UnderstoodQuestion = { kind: COMPOSED, mentions: names, topic: [question], slice: null };
  return writeTold(told, { understood, scope: '', part: input, followUps: [] });
}

const leadOf = (before: Symbol | undefined): string | null => (before?.is === 'operator' ? before.operator : null);

/** Of what is only told no case says whether it was done; where the rows are not at hand, that is seen later. */
function isLogged({ kind, name }: UnderstoodQuestion['mentions'][number], input: AnswerInput): boolean {
  if (kind === 'activity') return sureActivities(input).some(({ label, sources }) => label === name && sources.log > 0);
  const columns = input.logs.flatMap(({ columns: of }) => of ?? []);
  if (columns.length === 0) return true;
  return columns.some(({ roles, resources }) => (kind === 'role' ? roles : resources).includes(name));
}

/** So many activities are done to it: it is what moves through the process, by whatever name. */
const LEAST_ACTIVITIES = 2;

/** Stems of what a case is called: also of what several activities of the logs are done to. */
const thingsOf = keepFor((input: AnswerInput): Record<'things' | 'silent', ReadonlySet<string>> => {
  const objects = sureActivities(input)
    .filter(({ sources }) => sources.log > 0)
    .flatMap(({ label }) =>
      new Set(
        nameWords(label)
          .slice(1)
          .map(({ stem }) => stem),
      )
        .values()
        .toArray(),
    );
  const often = [...Map.groupBy(objects, (stem) => stem)].filter(([, all]) => all.length >= LEAST_ACTIVITIES);
  // Who does nothing in any log is what it is done for: "how many customers ...".
  const acting = new Set(
    sureActivities(input).flatMap(({ roles, sources }) => (sources.log > 0 ? roles.map(({ name }) => name) : [])),
  );
  const silent = listNames(input).flatMap(({ kind, name, words }) =>
    kind === 'role' && words.length === 1 && !acting.has(name) ? words.map(({ stem }) => stem) : [],
  );
  const things = [...caseStems(input), ...often.map(([stem]) => stem)];
  return { things: new Set(things), silent: new Set([...things, ...silent]) };
});
