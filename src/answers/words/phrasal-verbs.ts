// Verbs of two words mean something else than their first: "turn down", "send it back", "runs out".
import { rootOf } from '../names/same-word.ts';

/** Verbs, particle, and the one verb that says the same. Marked as a table. */
const PHRASES: readonly (readonly [verbs: string, particle: string, means: string])[] = [
  ['turn knock strike', 'down', 'refuse'],
  ['throw chuck', 'away', 'discard'],
  ['throw chuck', 'out', 'discard'],
  ['send give hand bring pass take', 'back', 'return'],
  ['hand turn', 'in', 'submit'],
  ['call', 'off', 'cancel'],
  ['put push', 'off', 'postpone'],
  ['run', 'out', 'expire'],
  ['work figure', 'out', 'calculate'],
  ['fill', 'in', 'complete'],
  ['fill', 'out', 'complete'],
  ['write note jot', 'down', 'record'],
  ['ring phone', 'up', 'call'],
  ['call ring', 'back', 'call'],
  ['pick', 'up', 'collect'],
  ['pay', 'out', 'pay'],
  ['sign', 'off', 'approve'],
  ['show turn', 'up', 'appear'],
  ['look check', 'up', 'search'],
  ['look', 'for', 'search'],
  ['look', 'at', 'check'],
  ['look go', 'over', 'check'],
  ['look go', 'through', 'check'],
  ['find', 'out', 'learn'],
  ['get', 'rid', 'discard'],
  ['set', 'up', 'create'],
  ['carry', 'out', 'do'],
  ['take', 'over', 'assume'],
  ['hold', 'up', 'delay'],
  ['break', 'down', 'fail'],
  ['drop pull back', 'out', 'withdraw'],
  ['give', 'up', 'abandon'],
  ['follow chase', 'up', 'remind'],
  ['back', 'up', 'save'],
  ['go come', 'back', 'return'],
  ['make', 'up', 'invent'],
  ['leave', 'out', 'omit'],
  ['deal cope', 'with', 'handle'],
  ['hand pass', 'over', 'forward'],
  ['hand pass send', 'on', 'forward'],
  ['get', 'back', 'reply'],
  ['cross', 'off', 'delete'],
  ['cross strike', 'out', 'delete'],
  ['type key punch', 'in', 'enter'],
  ['sort', 'out', 'solve'],
  ['point', 'out', 'mention'],
  ['speed', 'up', 'accelerate'],
  ['slow', 'down', 'slow'],
  ['log sign', 'in', 'login'],
  ['sell', 'out', 'sell'],
  ['wait', 'for', 'wait'],
  ['ask', 'for', 'request'],
];

const MEANS: ReadonlyMap<string, string> = new Map(
  PHRASES.flatMap(([verbs, particle, means]) =>
    verbs.split(' ').map((verb) => [`${rootOf(verb)} ${particle}`, rootOf(means)] as const),
  ),
);
const PARTICLES: ReadonlySet<string> = new Set(PHRASES.map(([, particle]) => particle));

/** So far apart may they stand: "turn the whole request down". */
const FARTHEST = 4;

/** A verb of two words in a text. */
export interface FoundPhrase {
  /** Root of the verb that says the same. */
  readonly root: string;
  /** Numbers of its two words. */
  readonly verb: number;
  readonly particle: number;
}

/** In folded words. */
export function findPhrases(words: readonly string[]): FoundPhrase[] {
  return words.flatMap((word, particle): FoundPhrase[] => {
    if (!PARTICLES.has(word)) return [];
    for (let verb = particle - 1; verb >= Math.max(0, particle - FARTHEST); verb -= 1) {
      const root = MEANS.get(`${rootOf(words[verb]!)} ${word}`);
      if (root !== undefined) return [{ root, verb, particle }];
    }
    return [];
  });
}
