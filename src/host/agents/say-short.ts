// In: what a tool answers. Out: the same in a few lines, for agents that show their model nothing else.
import { sayDuration, sayShare } from '../../insights/say.ts';

/** Beyond it, the structure says the rest. */
const MOST_ITEMS = 40;
const MOST_CHARACTERS = 12_000;

type Fields = Readonly<Record<string, unknown>>;

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
  const fields = Object.entries(item).filter(([key, value]) => !isNothing(value) && !isKept(key));
  const [first] = fields.filter(([key]) => HEADS.has(key));
  const rest = fields.filter((field) => field !== first).map(([key, value]) => sayField(key, value));
  return [...(first === undefined ? [] : [String(first[1])]), ...rest, ...sayEvidence(item as Fields)].join('; ');
}

/** What a thing is called by. */
const HEADS: ReadonlySet<string> = new Set(['label', 'name', 'question', 'activity', 'text']);

function sayField(key: string, value: unknown): string {
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

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** "reworkCases" as people read it. */
const sayKey = (key: string): string => key.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
