// In: an own pattern as a person writes it. Out: states of a machine that reads a text once, whatever the pattern is.
import { MirrorError } from '../../../domain/errors.ts';

/** What one state takes: the code points of its ranges, or (negated) all others. */
export interface CharSet {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly isNegated: boolean;
}

/**
 * `take` reads a character; `fork` goes both ways; `jump` goes on; `edge` holds at the border of a word (`isWord`) or
 * elsewhere; `begin` and `end` hold at the ends of a line.
 */
export type State =
  | { readonly do: 'take'; readonly set: CharSet; readonly next: number }
  | { readonly do: 'fork'; readonly next: readonly [number, number] }
  | { readonly do: 'jump'; readonly next: number }
  | { readonly do: 'edge'; readonly isWord: boolean; readonly next: number }
  | { readonly do: 'begin' | 'end'; readonly next: number }
  | { readonly do: 'match' };

type Node =
  | { readonly is: 'set'; readonly set: CharSet }
  | { readonly is: 'edge'; readonly isWord: boolean }
  | { readonly is: 'begin' | 'end' | 'empty' }
  | { readonly is: 'then' | 'or'; readonly parts: readonly Node[] }
  | { readonly is: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

const MOST_STATES = 2000;
const MOST_REPEATS = 200;

/**
 * Characters, `.`, classes, `\d \w \s \b`, groups, `|`, `* + ? {m,n}`, `^` and `$`, all as in JavaScript; a lazy `?`
 * after a repeat changes nothing here. References back and looking around are refused: they cannot be run in one pass.
 * @throws redaction/bad-pattern
 */
export function compilePattern(source: string): readonly State[] {
  const { node, at } = parseOr({ source, at: 0 });
  if (at < source.length) throw bad(source, `")" at ${at + 1} closes nothing`);
  const states: State[] = [];
  const put = (state: State): number => {
    if (states.length >= MOST_STATES) throw bad(source, 'it is too large');
    return states.push(state) - 1;
  };
  emit(node, { put, states, source });
  put({ do: 'match' });
  return states;
}

interface Emit {
  readonly put: (state: State) => number;
  readonly states: State[];
  readonly source: string;
}

/** States follow each other; each ends by going on to whatever is put next. */
function emit(node: Node, to: Emit): void {
  const next = (): number => to.states.length + 1;
  if (node.is === 'set') to.put({ do: 'take', set: node.set, next: next() });
  else if (node.is === 'edge') to.put({ do: 'edge', isWord: node.isWord, next: next() });
  else if (node.is === 'begin' || node.is === 'end') to.put({ do: node.is, next: next() });
  else if (node.is === 'then') for (const part of node.parts) emit(part, to);
  else if (node.is === 'or') emitOr(node.parts, to);
  else if (node.is === 'repeat') emitRepeat(node, to);
}

function emitOr(parts: readonly Node[], to: Emit): void {
  const jumps: number[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const fork = isLast ? undefined : to.put({ do: 'jump', next: 0 });
    emit(part, to);
    if (fork === undefined) continue;
    jumps.push(to.put({ do: 'jump', next: 0 }));
    to.states[fork] = { do: 'fork', next: [fork + 1, to.states.length] };
  }
  for (const jump of jumps) to.states[jump] = { do: 'jump', next: to.states.length };
}

function emitRepeat({ of, least, most }: Extract<Node, { is: 'repeat' }>, to: Emit): void {
  for (let times = 0; times < least; times += 1) emit(of, to);
  if (most === Infinity) {
    const fork = to.put({ do: 'jump', next: 0 });
    emit(of, to);
    to.put({ do: 'jump', next: fork });
    to.states[fork] = { do: 'fork', next: [fork + 1, to.states.length] };
    return;
  }
  const forks: number[] = [];
  for (let times = least; times < most; times += 1) {
    forks.push(to.put({ do: 'jump', next: 0 }));
    emit(of, to);
  }
  for (const fork of forks) to.states[fork] = { do: 'fork', next: [fork + 1, to.states.length] };
}

interface At {
  readonly source: string;
  readonly at: number;
}
interface Parsed {
  readonly node: Node;
  readonly at: number;
}

function parseOr({ source, at }: At): Parsed {
  const parts: Node[] = [];
  for (let from = at; ; ) {
    const { node, at: end } = parseThen({ source, at: from });
    parts.push(node);
    if (source[end] !== '|') return { node: parts.length === 1 ? node : { is: 'or', parts }, at: end };
    from = end + 1;
  }
}

function parseThen({ source, at }: At): Parsed {
  const parts: Node[] = [];
  let end = at;
  while (end < source.length && source[end] !== '|' && source[end] !== ')') {
    const atom = parseAtom({ source, at: end });
    const { node, at: after } = parseRepeat(atom, source);
    parts.push(node);
    end = after;
  }
  return { node: { is: 'then', parts }, at: end };
}

function parseRepeat({ node, at }: Parsed, source: string): Parsed {
  const found = /^(?:[*+?]|\{(\d{1,4})(,?)(\d{0,4})\})\??/.exec(source.slice(at, at + 16));
  if (found === null) return { node, at };
  const [sign, low, comma, high] = found;
  const least = low === undefined ? (sign[0] === '+' ? 1 : 0) : Number(low);
  const open = low === undefined ? (sign[0] === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : least;
  if (node.is === 'edge' || node.is === 'begin' || node.is === 'end')
    throw bad(source, `"${sign}" at ${at + 1} repeats nothing`);
  if (least > MOST_REPEATS || (open !== Infinity && open > MOST_REPEATS) || open < least)
    throw bad(source, `"${sign}" asks for more than ${MOST_REPEATS} repeats, or for none`);
  return { node: { is: 'repeat', of: node, least, most: open }, at: at + sign.length };
}

function parseAtom({ source, at }: At): Parsed {
  const char = String.fromCodePoint(source.codePointAt(at)!);
  const after = at + char.length;
  if (char === '(') return parseGroup({ source, at });
  if (char === '[') return parseClass({ source, at: after });
  if (char === '\\') return parseEscape({ source, at: after });
  if (char === '.') return { node: { is: 'set', set: { ranges: [[10, 10]], isNegated: true } }, at: after };
  if (char === '^') return { node: { is: 'begin' }, at: after };
  if (char === '$') return { node: { is: 'end' }, at: after };
  if ('*+?'.includes(char)) throw bad(source, `"${char}" at ${at + 1} repeats nothing`);
  return { node: { is: 'set', set: only(char.codePointAt(0)!) }, at: after };
}

function parseGroup({ source, at }: At): Parsed {
  const lead = source.startsWith('(?:', at) ? 3 : 1;
  if (lead === 1 && source[at + 1] === '?') throw bad(source, 'looking around and names of groups are not known here');
  const { node, at: end } = parseOr({ source, at: at + lead });
  if (source[end] !== ')') throw bad(source, `"(" at ${at + 1} is not closed`);
  return { node, at: end + 1 };
}

const only = (code: number): CharSet => ({ ranges: [[code, code]], isNegated: false });

const CLASSES: Readonly<Record<string, CharSet['ranges']>> = {
  d: [[48, 57]],
  // Letters beyond ASCII too: a word of German is a word.
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
    [0xc0, 0x24f],
    [0x370, 0x5ff],
  ],
  s: [
    [9, 13],
    [32, 32],
    [0xa0, 0xa0],
    [0x202f, 0x202f],
  ],
};

const CONTROLS: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13 };

function parseEscape({ source, at }: At): Parsed {
  const char = source[at];
  if (char === undefined) throw bad(source, '"\\" stands at its end');
  if (char === 'b' || char === 'B') return { node: { is: 'edge', isWord: char === 'b' }, at: at + 1 };
  const ranges = CLASSES[char.toLowerCase()];
  if (ranges) return { node: { is: 'set', set: { ranges, isNegated: char !== char.toLowerCase() } }, at: at + 1 };
  if (/[1-9kpPuxc]/.test(char)) throw bad(source, `"\\${char}" is not known here`);
  return { node: { is: 'set', set: only(CONTROLS[char] ?? char.charCodeAt(0)) }, at: at + 1 };
}

function parseClass({ source, at }: At): Parsed {
  const isNegated = source[at] === '^';
  const ranges: (readonly [number, number])[] = [];
  let end = at + (isNegated ? 1 : 0);
  while (source[end] !== ']' && end < source.length) {
    const from = readClassChar(source, end);
    end = from.at;
    if (from.ranges) {
      ranges.push(...from.ranges);
      continue;
    }
    if (source[end] === '-' && source[end + 1] !== ']' && source[end + 1] !== undefined) {
      const to = readClassChar(source, end + 1);
      if (to.ranges || to.code < from.code) throw bad(source, `the class at ${at} has a range that is none`);
      ranges.push([from.code, to.code]);
      end = to.at;
    } else ranges.push([from.code, from.code]);
  }
  if (end >= source.length) throw bad(source, `"[" at ${at} is not closed`);
  if (ranges.length === 0) throw bad(source, `the class at ${at} is empty`);
  return { node: { is: 'set', set: { ranges, isNegated } }, at: end + 1 };
}

function readClassChar(source: string, at: number): { code: number; ranges?: CharSet['ranges']; at: number } {
  const code = source.codePointAt(at)!;
  if (source[at] !== '\\') return { code, at: at + (code > 0xffff ? 2 : 1) };
  const { node, at: end } = parseEscape({ source, at: at + 1 });
  if (node.is !== 'set' || node.set.isNegated) throw bad(source, `the class at ${at} holds what no class can`);
  const [[from, to] = [0, 0], ...more] = node.set.ranges;
  return from === to && more.length === 0 ? { code: from, at: end } : { code: from, ranges: node.set.ranges, at: end };
}

const bad = (pattern: string, detail: string): MirrorError =>
  new MirrorError('redaction/bad-pattern', { data: { pattern: pattern.slice(0, 80), detail } });
