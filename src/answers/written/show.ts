// In: values of a tool. Out: what a model is shown of them at a release level, with the numbers, names and words in it.
import { sayDuration, sayShare } from '../../insights/say.ts';
import { parseIsoDuration } from '../../lib/iso-duration.ts';
import { stemWord } from '../../lib/stem-word.ts';
import type { Fact, Shown } from './item.ts';

/** `figures`: numbers and names of the map. `words`: what people said and what screens show as well. */
export type Openness = 'figures' | 'words';

export interface ShowOptions {
  readonly openness: Openness;
  /** Names of the map; at `figures` no other text is shown. */
  readonly names: ReadonlySet<string>;
  /** Ids of activities by their labels; other ids are left out. */
  readonly labelOf: ReadonlyMap<string, string>;
}

export interface Collected {
  readonly facts: Fact[];
  readonly names: string[];
  readonly told: string[];
  readonly words: string[];
}

export const collect = (): Collected => ({ facts: [], names: [], told: [], words: [] });

/** Carried beside the values, or of no use to a reader. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'evidence',
  'sources',
  'startMs',
  'endMs',
  'id',
  'unsure',
  'confidence01',
  'status',
  'transitionId',
  'stepIds',
  'elementIds',
  'recordingId',
  'recordings_ids',
  'definitions',
]);

/** Written by Mirror from a closed list. */
const PLAIN: ReadonlySet<string> = new Set(['provenance', 'kind', 'as']);

/** Words of people as they stand in the evidence. */
const VERBATIM: ReadonlySet<string> = new Set(['quote', 'text', 'context', 'title', 'words', 'snippet']);

/** Undefined for what is not shown at all. `path` are the names of the fields down to the value. */
export function show(
  value: unknown,
  path: readonly string[],
  into: Collected,
  options: ShowOptions,
): Shown | undefined {
  const key = path.at(-1) ?? '';
  if (value === null || value === undefined || LEFT_OUT.has(key)) return undefined;
  if (typeof value === 'number') return showNumber(value, path, into);
  if (typeof value === 'boolean') return { figure: String(value) };
  if (typeof value === 'string') return showText(value, path, into, options);
  if (Array.isArray(value)) {
    const shown = value.flatMap((each) => show(each, path, into, options) ?? []);
    return shown.length > 0 ? shown : undefined;
  }
  const fields = Object.entries(value).flatMap(([name, each]) => {
    const shown = show(each, [...path, name], into, options);
    return shown === undefined ? [] : [[plainKey(name), shown] as const];
  });
  return fields.length > 0 ? { fields } : undefined;
}

/** "meanMs" is shown as "mean", with its unit in the value; "activityIds" are labels. */
const plainKey = (key: string): string =>
  key
    .replace(/(?:Ms|01)$/, '')
    .replace(/yIds$/, 'ies')
    .replace(/Id(s?)$/, '$1');

function showNumber(value: number, path: readonly string[], into: Collected): Shown {
  const key = path.at(-1) ?? '';
  // Shares by cause have the names of times.
  const unit = path.some((each) => each.endsWith('01')) ? 'share' : key.endsWith('Ms') ? 'ms' : 'count';
  into.facts.push({ value, unit, label: labelFor(path) });
  return { figure: unit === 'ms' ? sayDuration(value) : unit === 'share' ? sayShare(value) : String(value) };
}

/** "wait", "meanMs" gives "wait mean". */
export const labelFor = (path: readonly string[]): string =>
  path
    .flatMap((key) => key.replace(/(?:Ms|01)$/, '').split(/(?=[A-Z])|_/))
    .map((word) => stemWord(word.toLowerCase()))
    .join(' ');

function showText(
  value: string,
  path: readonly string[],
  into: Collected,
  { openness, names, labelOf }: ShowOptions,
): Shown | undefined {
  const key = path.at(-1) ?? '';
  if (value === '') return undefined;
  if (PLAIN.has(key)) return { figure: value };
  const ms = /^P[\dT]/.test(value) ? parseIsoDuration(value) : undefined;
  if (ms !== undefined) {
    into.facts.push({ value: ms, unit: 'ms', label: labelFor(path) });
    return { figure: sayDuration(ms) };
  }
  if (/^-?\d+(?:\.\d+)?$/.test(value)) {
    into.facts.push({ value: Number(value), unit: 'count', label: labelFor(path) });
    return { figure: value };
  }
  if (/Ids?$|^then$|^after$/.test(key)) {
    const label = labelOf.get(value);
    if (label === undefined) return undefined;
    into.names.push(label);
    return { word: label };
  }
  if (names.has(value)) {
    into.names.push(value);
    return { word: value };
  }
  if (openness === 'figures') return undefined;
  (VERBATIM.has(key) ? into.words : into.told).push(value);
  return { word: value };
}

/** As JSON that a model reads. `hide` puts stand-ins into words, and leaves figures as they are. */
export function renderShown(shown: Shown, hide: (text: string) => string = (text) => text): string {
  if ('word' in shown) return JSON.stringify(hide(shown.word));
  if ('figure' in shown)
    return /^-?\d+(?:\.\d+)?$|^true$|^false$/.test(shown.figure) ? shown.figure : JSON.stringify(shown.figure);
  if ('fields' in shown) {
    return `{${shown.fields.map(([key, value]) => `${JSON.stringify(key)}:${renderShown(value, hide)}`).join(',')}}`;
  }
  return `[${shown.map((each) => renderShown(each, hide)).join(',')}]`;
}
