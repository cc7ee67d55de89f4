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

const DIGITS = /\d+/g;
const GAP = /^(?:[ \u00a0\u202f]?[-–./()]{0,2}[ \u00a0\u202f]?\(?)$/;
const LONGEST_GAP = 4;

export function* findNumberRuns(text: string): Generator<NumberRun> {
  let groups: Group[] = [];
  let gaps: string[] = [];
  for (const { index, 0: digits } of text.matchAll(DIGITS)) {
    const last = groups.at(-1);
    if (last !== undefined) {
      const gap = index - last.end <= LONGEST_GAP ? text.slice(last.end, index) : undefined;
      if (gap !== undefined && GAP.test(gap)) gaps.push(gap.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('–', '-'));
      else {
        yield { groups, gaps };
        [groups, gaps] = [[], []];
      }
    }
    groups.push({ start: index, end: index + digits.length });
  }
  if (groups.length > 0) yield { groups, gaps };
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
