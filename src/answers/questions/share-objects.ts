// Names that a question says only in part, or twice.
import type { NameSpan, QuestionWord } from '../names/find-names.ts';
import type { GraphName } from '../names/list-names.ts';

/** "Sending and signing the contract": the verb before shares the object of the activity after it. */
export function shareObjects(
  spans: readonly NameSpan[],
  words: readonly QuestionWord[],
  names: readonly GraphName[],
): NameSpan[] {
  const shared = spans.flatMap((span): NameSpan[] => {
    const at = span.from - 2;
    const verb = words[at];
    const label = names.find(({ kind, name }) => kind === 'activity' && name === span.names.activity);
    const isJoined = /^(and|or|to)$/.test(words[at + 1]?.word ?? '');
    if (verb === undefined || label === undefined || !isJoined || spans.some(({ from, to }) => at >= from && at < to))
      return [];
    const objects = label.words
      .slice(1)
      .map(({ stem }) => stem)
      .join(' ');
    const other = names.find(
      ({ kind, words: [first, ...rest] }) =>
        kind === 'activity' && first?.stem === verb.stem && rest.map(({ stem }) => stem).join(' ') === objects,
    );
    return other ? [{ from: at, to: at + 1, names: { activity: other.name }, share01: 1 }] : [];
  });
  return [...spans, ...shared].toSorted((a, b) => a.from - b.from);
}

/** A name said twice is asked for once. */
export function dropRepeated(spans: readonly NameSpan[]): NameSpan[] {
  const said = spans.map(({ names }) => JSON.stringify(names));
  return spans.filter((_, at) => said.indexOf(said[at]!) === at);
}
