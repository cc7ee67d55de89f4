// How much of what a question is about stands in a text.
import { foldWords } from '../../lib/fold-words.ts';
import { rootOf, sameWord01 } from './same-word.ts';

/** Words that people use for each other when they speak of conditions. */
const ALIKE: readonly (readonly string[])[] = [
  ['missing', 'empty', 'without', 'lacking', 'absent', 'forgotten', 'blank'],
  ['reject', 'refuse', 'decline', 'deny', 'turn', 'no'],
  ['over', 'above', 'exceed', 'more', 'higher', 'larger', 'bigger', 'greater'],
  ['under', 'below', 'less', 'lower', 'smaller'],
  ['wrong', 'incorrect', 'mistake', 'error', 'faulty', 'false'],
  ['late', 'delayed', 'overdue'],
  ['phone', 'call', 'ring'],
  ['mail', 'email', 'write'],
  ['approve', 'accept', 'agree', 'sign'],
  ['answer', 'reply', 'respond', 'react'],
  ['pick', 'answer'],
  ['fail', 'break', 'broken'],
];
const alikeOf = new Map<string, Set<string>>();
for (const group of ALIKE) {
  for (const word of group) {
    const stem = rootOf(word);
    alikeOf.set(stem, new Set([...(alikeOf.get(stem) ?? []), ...group.map(rootOf)]));
  }
}

/** 0 to 1: the share of the words that stand in the text, in some form, or as another word for the same. */
export function rateTopic(words: readonly string[], text: string): number {
  const there = foldWords(text).map(({ word }) => ({ word, stem: rootOf(word) }));
  const stems = new Set(there.map(({ stem }) => stem));
  const found = words.filter((word) => {
    const typed = { word, stem: rootOf(word) };
    const alike = alikeOf.get(typed.stem);
    return (
      stems.has(typed.stem) ||
      there.some((each) => sameWord01(typed, each) > 0) ||
      (alike !== undefined && alike.intersection(stems).size > 0)
    );
  });
  return words.length === 0 ? 0 : found.length / words.length;
}
