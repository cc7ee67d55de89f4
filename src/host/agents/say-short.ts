// In: what a tool answers. Out: the same in a few lines, for agents that show their model nothing else.
import { WITHHELD } from './release.ts';
import { sayDuration, sayShare } from '../../insights/say.ts';

/** Beyond it, the structure says the rest. */
const MOST_ITEMS = 40;
const MOST_CHARACTERS = 12_000;

type Fields = Readonly<Record<string, unknown>>;

/** Sentence by sentence, each with the first moment that shows it. */
export function sayAnswer({ answer, sentences, values, definition, followUps }: Fields): string {
  const said: Fields[] = Array.isArray(sentences) ? sentences : [];
  const lines = said.flatMap((each) => {
    const text = each['text'] === WITHHELD ? [] : [String(each['text'])];
    return [[...text, ...sayEvidence({ evidence: each['citations'] })].join(' ')];
  });
  const next = Array.isArray(followUps) ? followUps.filter((each) => each !== WITHHELD).map((each) => `- ${each}`) : [];
  return [
    ...(lines.length > 0 ? lines : [String(answer)]),
    ...(isNothing(values) || lines.length === 0 ? [] : [sayField('values', values)]),
    ...(typeof definition === 'string' ? [`What is counted: ${definition}`] : []),
    ...(next.length > 0 ? ['What can be asked:', ...next] : []),
  ].join('\n');
}

/** One line for each thing, its numbers in words, and the first moment that shows it. */
export function sayShort(structured: Fields): string {
  const lines = Object.entries(structured).flatMap(([key, value]) => {
    if (isNothing(value) || isKept(key)) return [];
    if (!Array.isArray(value) || value.every((each) => typeof each !== 'object')) return [sayField(key, value)];
    const more = value.length > MOST_ITEMS ? [`… and ${value.length - MOST_ITEMS} more in the structured content`] : [];
    return [
      `${sayKey(key)}: ${value.length}`,
      ...value.slice(0, MOST_ITEMS).map((each) => `- ${sayItem(each)}`),
      ...more,
    ];
  });
  const text = [...lines, ...sayEvidence(structured)].join('\n') || 'Nothing.';
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, text.lastIndexOf('\n', MOST_CHARACTERS))}\n… the rest stands in the structured content`;
}

function sayItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const fields = Object.entries(item).filter(
    ([key, value]) => !isNothing(value) && !isKept(key) && !isUsual(key, value),
  );
  const [first] = fields.filter(([key]) => HEADS.has(key));
  const rest = fields.filter((field) => field !== first).map(([key, value]) => sayField(key, value));
  return [...(first === undefined ? [] : [String(first[1])]), ...rest, ...sayEvidence(item as Fields)].join('; ');
}

/** What a thing is called by. */
const HEADS: ReadonlySet<string> = new Set(['label', 'name', 'question', 'activity', 'text']);

function sayField(key: string, value: unknown): string {
  if (key.endsWith('Without01') && typeof value === 'object' && value !== null) {
    const shares = Object.entries(value).map(([cause, share]) => [cause.replace(/Ms$/, '01'), share]);
    return `${sayKey(key.slice(0, -2))} (${sayInner(Object.fromEntries(shares))})`;
  }
  if (typeof value === 'number' && key.endsWith('Ms')) return `${sayKey(key.slice(0, -2))} ${sayDuration(value)}`;
  if (typeof value === 'number' && key.endsWith('01')) return `${sayKey(key.slice(0, -2))} ${sayShare(value)}`;
  if (Array.isArray(value)) return `${sayKey(key)}: ${value.map(sayInner).join(', ')}`;
  if (typeof value === 'object' && value !== null) return `${sayKey(key)} (${sayInner(value)})`;
  return `${sayKey(key)}: ${String(value)}`;
}

/** A tally is its name with its count; a spread of times its middle. */
function sayInner(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = value as Fields;
  if (typeof fields['medianMs'] === 'number' && typeof fields['n'] === 'number')
    return `median ${sayDuration(fields['medianMs'])}, n ${fields['n']}`;
  if (typeof fields['name'] === 'string' && typeof fields['count'] === 'number')
    return `${fields['name']} ${fields['count']}`;
  return Object.entries(fields)
    .filter(([key, each]) => !isNothing(each) && !isKept(key))
    .map(([key, each]) => sayField(key, each))
    .join(', ');
}

function sayEvidence(fields: Fields): string[] {
  const [first] = ['evidence', 'citations'].flatMap((key) => (Array.isArray(fields[key]) ? fields[key] : []));
  if (typeof first !== 'object' || first === null || !('uri' in first)) return [];
  const quote = 'quote' in first ? `“${String(first.quote)}” ` : '';
  return [`see ${quote}${String(first.uri)}`];
}

/** For programs; said at the end, or not at all. */
const isKept = (key: string): boolean =>
  ['evidence', 'citations', 'marks', 'understood'].includes(key) || /Ids?$/.test(key);

/** What nearly every item has, and says only where it is otherwise. */
const isUsual = (key: string, value: unknown): boolean =>
  ['id', 'sources', 'marks'].includes(key) ||
  (key === 'unsure' && value === false) ||
  (key === 'status' && value === 'open');

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === WITHHELD || (Array.isArray(value) && value.length === 0);

/** "reworkCases" as people read it. */
const sayKey = (key: string): string => key.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
