// In: a question. Out: the same as a row of things it names and of what is asked of them, or the words that are neither.
import type { NameKind } from '../../../domain/answer.ts';
import { foldWords } from '../../../lib/fold-words.ts';
import { findNames, type QuestionWord } from '../../names/find-names.ts';
import type { GraphName } from '../../names/list-names.ts';
import { rootOf } from '../../names/same-word.ts';
import { isFiller } from '../fillers.ts';
import { type LogTimes, readPeriods } from '../read-period.ts';
import { spellOut } from '../spell-out.ts';
import { typeWord } from '../type-word.ts';
import { findOperators, type Operator } from './operators.ts';

/** A thing named, a period, a number, what a case is called, or an operator. */
export type Symbol =
  | { readonly is: 'name'; readonly kind: NameKind; readonly name: string; readonly negated: boolean }
  | { readonly is: 'period'; readonly fromMs: number; readonly toMs: number }
  | { readonly is: 'number'; readonly value: number; readonly unitMs: number | null }
  | { readonly is: 'case' }
  | { readonly is: 'operator'; readonly operator: Operator };

export interface Symbols {
  readonly row: readonly Symbol[];
  /** Words that are nothing of all this, as typed. */
  readonly unknown: readonly string[];
  readonly text: string;
}

export interface SymbolOptions {
  readonly names: readonly GraphName[];
  readonly times: LogTimes | undefined;
  /** Stems of what moves through the process. */
  readonly caseStems: ReadonlySet<string>;
  /** What a word may be besides a thing is what is done. */
  readonly prefersActivities: boolean;
}

/** They stand between the words of a name and deny it: "the bank details were not called back". */
const NEGATORS: ReadonlySet<string> = new Set(['not', 'never', 'no', 'without']);

const RANKING: ReadonlySet<string> = new Set(['most', 'fewest', 'least']);

/** Verbs that only carry what is done ("hold an interview"), and words for a thing in general. */
const CARRIERS: ReadonlySet<string> = new Set(
  'do does did done doing need needs needed needing require requires required perform performs performed conduct conducts conducted carry carried out run runs hold holds held holding make made happen happens happened occur occurs occurred take takes took taken taking place process processes work works worked working handle handles handled get gets got getting go goes went gone see sees saw seen undergo have has had having been being be last lasts lasted log logs data event execute executed use used there here say pass passes passed come comes came involve involved part pick picks picked picking up touch touches touched invited subjected put actually whole far reach reached reaches left live lives '.split(
    ' ',
  ),
);
const CASE_WORDS: ReadonlySet<string> = new Set(
  'case cases instance instances ones those these them they it itself everything'.split(' '),
);
const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_592_000_000,
};

export function readSymbols(question: string, options: SymbolOptions): Symbols {
  const text = spellOut(question);
  const folded = foldWords(text);
  const words = folded.map(({ word }) => typeWord(word, options.names));
  const plain = words.map(({ word }) => word);
  const periods = readPeriods(plain, options.times);
  const inPeriod = (at: number): boolean => periods.some((period) => period.words.includes(at));
  const spans = spansOf(words, options, inPeriod);
  const taken = new Set<number>();
  const placed: { readonly at: number; readonly symbol: Symbol }[] = [];
  const put = (from: number, to: number, symbol: Symbol): void => {
    for (let at = from; at < to; at += 1) taken.add(at);
    placed.push({ at: from, symbol });
  };
  for (const { slice, words: of } of periods)
    put(of[0]!, of[0]! + 1, { is: 'period', fromMs: slice.fromMs!, toMs: slice.toMs! });
  for (const at of periods.flatMap((period) => period.words)) taken.add(at);
  for (const { from, to, kind, name } of spans) {
    const negated = plain.slice(from, to).some((word) => NEGATORS.has(word));
    put(from, to, { is: 'name', kind, name, negated });
    // "Registered the most claims": it stands between the words of the name.
    for (const [at, word] of plain.entries())
      if (at > from && at < to && RANKING.has(word))
        placed.push({ at, symbol: { is: 'operator', operator: word === 'most' ? 'most' : 'least' } });
  }
  for (const { operator, from, to } of findOperators(plain, (at) => !taken.has(at)))
    put(from, to, { is: 'operator', operator });
  const unknown: string[] = [];
  for (const [at, { word, stem }] of words.entries()) {
    if (taken.has(at)) continue;
    const unitMs = UNITS[(plain[at + 1] ?? '').replace(/s$/, '')] ?? null;
    if (/^\d+$/.test(word)) {
      put(at, at + (unitMs === null ? 1 : 2), { is: 'number', value: Number(word), unitMs });
    } else if (CASE_WORDS.has(word) || options.caseStems.has(stem)) put(at, at + 1, { is: 'case' });
    else if (!isFiller(word) && !CARRIERS.has(word)) unknown.push(text.slice(folded[at]!.start, folded[at]!.end));
  }
  return { row: placed.toSorted((a, b) => a.at - b.at).map(({ symbol }) => symbol), unknown, text };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
  readonly name: string;
}

const ORDER: readonly NameKind[] = ['person', 'activity', 'role', 'system', 'artifact'];
const NO_WORD: QuestionWord = { word: '', stem: '', isFiller: true, isCommon: true };

/** Names of what is in the logs; a word by itself that is what a case is called names nothing. */
function spansOf(
  words: readonly QuestionWord[],
  { names, caseStems, prefersActivities }: SymbolOptions,
  inPeriod: (at: number) => boolean,
): Span[] {
  const nameable = words.map((word, at) =>
    inPeriod(at) || NEGATORS.has(word.word) || SMALL.has(word.word) ? NO_WORD : word,
  );
  const found = findNames(nameable, names, { prefersActivities });
  return found.flatMap(({ from, to, names: of, share01 }): Span[] => {
    const kind = ORDER.find((each) => of[each] !== undefined);
    if (kind === undefined) return [];
    // "From admissions to the tutor" names who.
    const isPlace = kind === 'role' && BESIDE_WHO.test(words[from - 1]?.word ?? '');
    if (to - from === 1 && CASE_WORDS.has(words[from]!.word)) return [];
    const isThing = !isPlace && to - from === 1 && caseStems.has(rootOf(words[from]!.word));
    if (isThing && (kind !== 'activity' || share01 < 1)) return [];
    return [{ from, to, kind, name: of[kind]! }];
  });
}

const BESIDE_WHO = /^(?:from|to|by|between|with)$/;

/** They ask, and name nothing by themselves. */
const SMALL: ReadonlySet<string> = new Set([
  'first',
  'last',
  'time',
  'times',
  'than',
  'or',
  'by',
  'then',
  'most',
  'more',
  'fewest',
  'least',
]);
