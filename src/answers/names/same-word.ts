// Whether a typed word means a word of the graph.
import { editDistance } from '../../lib/edit-distance.ts';
import { stemWord } from '../../lib/stem-word.ts';

/** Verbs of work whose past is no ending; the stem of the past as the stem of the verb. */
const PASTS: Readonly<Record<string, string>> = {
  sent: 'send',
  made: 'make',
  told: 'tell',
  paid: 'pay',
  built: 'build',
  bought: 'buy',
  sold: 'sell',
  held: 'hold',
  kept: 'keep',
  found: 'find',
  left: 'leave',
  met: 'meet',
  written: 'write',
  wrote: 'write',
  given: 'give',
  gave: 'give',
  chosen: 'choose',
  chose: 'choose',
  drawn: 'draw',
  drew: 'draw',
  taken: 'take',
  took: 'take',
  brought: 'bring',
  withdrawn: 'withdraw',
  got: 'get',
  laid: 'lay',
  dealt: 'deal',
  lent: 'lend',
  spent: 'spend',
  begun: 'begin',
  broken: 'break',
  broke: 'break',
  redone: 'redo',
  undone: 'undo',
  forgotten: 'forget',
  forgot: 'forget',
  came: 'come',
  went: 'go',
  gone: 'go',
  shown: 'show',
  thrown: 'throw',
  threw: 'throw',
  known: 'know',
  sought: 'seek',
  caught: 'catch',
  taught: 'teach',
  lost: 'lose',
  stood: 'stand',
  won: 'win',
  fell: 'fall',
  fallen: 'fall',
  ran: 'run',
  said: 'say',
  spoken: 'speak',
  spoke: 'speak',
}; // prettier-ignore

/** Below so many letters a word has no other forms than its plural. */
const SHORTEST = 3;

/** What forms of a word share. */
export const rootOf = (word: string): string => stemWord(PASTS[word] ?? word);

export interface RootedWord {
  readonly word: string;
  /** See `rootOf`. */
  readonly stem: string;
}

/**
 * 1 for the same word or another form of it, less for a slip, 0 for another word. A slip is one letter from five on, two
 * from eight on; numbers are never nearly another number.
 */
export function sameWord01(typed: RootedWord, known: RootedWord): number {
  if (typed.word === known.word) return 1;
  // "In" is no form of "Ines".
  if (typed.word.length < SHORTEST && known.word.length > typed.word.length + 1) return 0;
  if (typed.stem === known.stem) return 0.98;
  if (isSameRoot(typed.stem, known.stem)) return 0.9;
  const letters = Math.min(typed.word.length, known.word.length);
  const limit = letters >= 8 ? 2 : letters >= 5 ? 1 : 0;
  if (limit === 0 || Math.abs(typed.word.length - known.word.length) > limit) return 0;
  if (/\p{N}/u.test(typed.word) || /\p{N}/u.test(known.word)) return 0;
  // Of a short word nobody gets the first letter wrong, and another word differs there: "reply" is no slip of "apply".
  if (limit === 1 && typed.word[0] !== known.word[0]) return 0;
  const slips = editDistance(typed.word, known.word, limit);
  return slips <= limit ? 0.85 - 0.1 * slips : 0;
}

/** "planning" and "planner", "activation" and "activate": the rest of either is an ending. */
function isSameRoot(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || !long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  // "Confirmation" and "confirm", but not "format" and "form".
  return (
    /^(n?er|or|n?ing|ion|e|ment|al|ist|ant|i|ur|y)$/.test(rest) ||
    // "Apply" and "application", "verify" and "verification".
    (rest === 'c' && short.endsWith('i')) ||
    (short.length >= 5 && /^(at|anc|enc)$/.test(rest))
  );
}
