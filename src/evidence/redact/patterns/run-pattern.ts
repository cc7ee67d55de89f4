// In: a compiled pattern and a text. Out: where it matches, the longest from the leftmost place; time grows with the text alone.
import { BLANK } from '../span.ts';
import type { CharSet, State } from './parse-pattern.ts';

/** No match is longer: one that ran over a whole page would say that the pattern is not what was meant. */
const LONGEST = 256;

/**
 * All ways through the machine are followed at once (Thompson 1968), each state at most once a character, so that no
 * pattern takes more than a few hundred times the states for each character, however it is written. Letters match in
 * either case.
 */
export function* findMatches(states: readonly State[], text: string): Generator<{ start: number; end: number }> {
  const machine = createMachine(states);
  for (let from = 0; from < text.length; ) {
    const found = machine.findFrom(text, from);
    if (found === undefined) return;
    if (found.end > found.start) yield found;
    from = Math.max(found.end, found.start + 1);
  }
}

interface Machine {
  findFrom(text: string, from: number): { start: number; end: number } | undefined;
}

function createMachine(states: readonly State[]): Machine {
  const seenAt = new Int32Array(states.length).fill(-1);
  let step = 0;

  /** The states that wait for a character, reached from `state` without reading one; each with where its way began. */
  const follow = (state: number, start: number, { into, text, at }: Following): void => {
    const stack = [state];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seenAt[next] === step) continue;
      seenAt[next] = step;
      const it = states[next]!;
      if (it.do === 'take' || it.do === 'match') into.push({ state: next, start });
      else if (it.do === 'fork') stack.push(it.next[1], it.next[0]);
      else if (it.do === 'jump' || holds(it, text, at)) stack.push(it.next);
    }
  };

  return {
    findFrom(text, from) {
      let ways: Way[] = [];
      let best: { start: number; end: number } | undefined;
      for (let at = from; at <= text.length; at += 1) {
        // Ways are kept by where they began: the earlier ones claim their states first.
        const here: Way[] = [];
        step += 1;
        for (const { state, start } of ways) follow(state, start, { into: here, text, at });
        if (best === undefined) follow(0, at, { into: here, text, at });
        ways = [];
        const code = at < text.length ? text.charCodeAt(at) : -1;
        for (const { state, start } of here) {
          if (best !== undefined && start > best.start) continue;
          const it = states[state]!;
          if (it.do === 'match') best = { start, end: at };
          else if (it.do === 'take' && code >= 0 && at - start < LONGEST && isIn(it.set, code))
            ways.push({ state: it.next, start });
        }
        if (best !== undefined && ways.length === 0) return best;
      }
      return best;
    },
  };
}

interface Way {
  readonly state: number;
  readonly start: number;
}

interface Following {
  readonly into: Way[];
  readonly text: string;
  readonly at: number;
}

function holds(state: State, text: string, at: number): boolean {
  if (state.do === 'begin') return at === 0 || text[at - 1] === '\n';
  if (state.do === 'end') return at === text.length || text[at] === '\n';
  if (state.do !== 'edge') return false;
  return (isWordAt(text, at - 1) !== isWordAt(text, at)) === state.isWord;
}

const isWordAt = (text: string, at: number): boolean => /[\p{L}\d_]/u.test(text[at] ?? '');

function isIn({ ranges, isNegated }: CharSet, code: number): boolean {
  if (code === BLANK.charCodeAt(0)) return false;
  return isInRanges(ranges, code) || isInRanges(ranges, otherCase(code)) ? !isNegated : isNegated;
}

function isInRanges(ranges: CharSet['ranges'], code: number): boolean {
  for (const [from, to] of ranges) if (code >= from && code <= to) return true;
  return false;
}

/** Of Latin letters; others are as they are. */
function otherCase(code: number): number {
  if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde)) return code + 32;
  return (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0xfe) ? code - 32 : code;
}
