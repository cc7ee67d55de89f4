// Numbers as people say them: "fifty", "two hundred", "1,500", "20k", "two thirty".
import { NUMBER_WORDS } from '../steps/lexicon.ts';

export interface NumberReading {
  /** Each as digits, times as "2:30"; in the order they are said. */
  readonly numbers: string[];
  /** The words between them. */
  readonly rest: string;
}

const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, k: 1000, million: 1_000_000 };

/** "A week" and "one of them" are no numbers here; "a hundred" and "one hundred" are. */
export function readNumbers(text: string): NumberReading {
  const tokens = text.toLowerCase().match(/\d{1,2}:\d\d|\d+(?:[.,]\d+)*|\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const numbers: string[] = [];
  const rest: string[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 0) numbers.push(sayRun(run));
    run = [];
  };
  for (const token of tokens) {
    const scale = SCALES[token];
    const value = valueOf(token);
    const last = run.at(-1);
    if (scale !== undefined && last === undefined) run = [scale];
    else if (scale !== undefined) {
      const small = run.filter((each) => each < scale).reduce((sum, each) => sum + each, 0);
      run = [...run.filter((each) => each >= scale), small * scale];
    } else if (value !== undefined) run.push(value);
    else if (token.includes(':')) numbers.push(token);
    else if (token !== 'and' || last === undefined || last < 100) {
      close();
      rest.push(token);
    }
  }
  close();
  return { numbers, rest: rest.join(' ') };
}

/** "two thirty" is a time of day; other parts of one number add up: "sixty" "two", "two hundred" "fifty". */
function sayRun(run: readonly number[]): string {
  const [hour = 0, minute = 0] = run;
  if (run.length === 2 && hour >= 1 && hour <= 12 && minute >= 10 && minute < 60) return `${hour}:${minute}`;
  return String(run.reduce((sum, value) => sum + value, 0));
}

function valueOf(token: string): number | undefined {
  if (/^\d/.test(token)) {
    if (token.includes(':')) return undefined;
    // "1,500" and "1.500" are fifteen hundred, "1.5" is one and a half.
    const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(token);
    return Number(isGrouped ? token.replaceAll(/[.,]/g, '') : token.replace(',', '.'));
  }
  const isNumber = Object.hasOwn(NUMBER_WORDS, token) && !/^(an?|one)$/.test(token);
  return isNumber ? NUMBER_WORDS[token] : undefined;
}
