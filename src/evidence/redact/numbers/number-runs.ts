// In: a text. Out: its runs of digits, joined where only a space, a dot, a dash, a slash or brackets stand between.

export interface Group {
  readonly start: number;
  readonly end: number;
}

/** Groups of digits that may be one number together; `gaps[i]` stands between group i and the next. */
export interface NumberRun {
  readonly groups: readonly Group[];
  readonly gaps: readonly string[];
}

const GAP = /^[ \u00a0\u202f]?[-–./()]{0,2}[ \u00a0\u202f]?\(?$/;
const LONGEST_GAP = 4;
const GAP_SIGNS = ' \u00a0\u202f-–./()';

/** No rule knows a number with fewer digits in all: most numbers of a text are passed over here. */
const FEWEST_DIGITS = 6;

export function findNumberRuns(text: string): NumberRun[] {
  const runs: NumberRun[] = [];
  let groups: Group[] = [];
  let gaps: string[] = [];
  let digits = 0;
  const close = (): void => {
    if (digits >= FEWEST_DIGITS) runs.push({ groups, gaps });
    [groups, gaps, digits] = [[], [], 0];
  };
  const pattern = /\d+/g;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const last = groups.at(-1);
    const gap = last && readGap(text, last.end, found.index);
    if (gap !== undefined) gaps.push(gap);
    else if (last) close();
    groups.push({ start: found.index, end: pattern.lastIndex });
    digits += found[0].length;
  }
  close();
  return runs;
}

/** What stands between two groups of one number, with one kind of space and dash; undefined where they are two numbers. */
function readGap(text: string, from: number, to: number): string | undefined {
  if (to - from > LONGEST_GAP || !GAP_SIGNS.includes(text[from]!)) return undefined;
  const gap = text.slice(from, to);
  if (gap === ' ' || gap === '-' || gap === '.') return gap;
  return GAP.test(gap) ? gap.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('–', '-') : undefined;
}

/** Whether what begins at `at` is not the middle of a word, a code or a hash: "INV-2026-000123", "a7f3". */
export function beginsFreely(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before === undefined) return true;
  if (WORD.test(before)) return false;
  return !(JOINING.test(before) && at >= 2 && WORD.test(text[at - 2]!));
}

/** The same at its end. A dot or a dash that ends a sentence is not followed by a letter or digit. */
export function endsFreely(text: string, at: number): boolean {
  const after = text[at];
  if (after === undefined) return true;
  if (WORD.test(after)) return false;
  return !(JOINING.test(after) && text[at + 1] !== undefined && WORD.test(text[at + 1]!));
}

const WORD = /[\p{L}\d_]/u;
const JOINING = /[-_.,/@]/;
