// Comes in: the steps of one process. Goes out: what of each is compared, taken apart once (millions of pairs are).
import type { NarratedRecording, Step } from '../../domain/extraction.ts';
import { classOfVerb } from '../lexicon.ts';
import { nounGroupsOf, readThing, readTold } from '../likeness/name-likeness.ts';

/** A person or a thing, taken apart into words. */
export interface Named {
  readonly stems: readonly string[];
  /** Of each stem: itself and the keys that it has in common with words that stand for it. */
  readonly keysOf: readonly (readonly string[])[];
  readonly keys: ReadonlySet<string>;
  /** One of 31 bits for each key: names without a common bit have no common key. */
  readonly bits: number;
}

/** A step as it is compared with those of other people. */
export interface Doing {
  readonly step: Step;
  readonly verb: string;
  readonly kind: string | undefined;
  readonly thing: Named;
  /** The thing is in the words said for the step; else it was taken from before ("then I approve it") and may be wrong. */
  readonly isSaid: boolean;
  /** Who gets it or is asked; empty when nobody is named. */
  readonly receiver: Named;
  /** Of the label and of all that was said for it. */
  readonly words: ReadonlySet<string>;
  /** A role; a colleague's first name is the role of whoever tells a recording under that name. */
  readonly actor: string | null;
  readonly actorWords: Named;
  /** Done by whoever tells it. */
  readonly isOwn: boolean;
  /** 0 at the start of its recording, 1 at the end. */
  readonly place01: number;
}

/** The steps of each recording, in its order. */
export function viewDoings(recordings: readonly NarratedRecording[]): Doing[][] {
  const roles = rolesByName(recordings);
  const vocabulary = new Set(
    recordings.flatMap(({ extraction }) => extraction.steps.flatMap(({ object }) => readThing(object))),
  );
  return recordings.map(({ recording, extraction }) => {
    const last = Math.max(1, extraction.steps.length - 1);
    const narrator = recording.role ?? recording.actor;
    return extraction.steps.map((step, at): Doing => {
      const said = saidWords(step);
      const things = new Set([...readThing(step.object), ...readThing(step.artifact ?? '')]);
      const told = readTold(step.label);
      const actor = step.actor === null ? null : (roles.get(step.actor.toLowerCase()) ?? step.actor.toLowerCase());
      return {
        step,
        verb: told.verb ?? step.verb,
        kind: classOfVerb(step.verb),
        thing: name(things, vocabulary),
        isSaid: said.size === 0 || [...things].some((word) => said.has(word)),
        receiver: name(readThing(receiverOf(step)), vocabulary),
        words: new Set([...told.stems, ...[...said].filter((word) => word.length > 2)]),
        actor,
        actorWords: name(readThing(actor ?? ''), vocabulary),
        isOwn: step.actor !== null && step.actor === narrator,
        place01: at / last,
      };
    });
  });
}

function rolesByName(recordings: readonly NarratedRecording[]): Map<string, string> {
  const named = recordings.flatMap(({ recording: { actor, role } }) => {
    if (actor === null || role === null) return [];
    const whole = actor.toLowerCase();
    return [whole, whole.split(' ')[0]!].map((each) => [each, role.toLowerCase()] as const);
  });
  return new Map(named);
}

const saidWords = ({ evidence }: Step): Set<string> =>
  new Set(evidence.flatMap((ref) => (ref.kind === 'speech' ? readThing(ref.quote) : [])));

/** "Email supplier for credit note" and "send form to supplier" both go to the supplier. */
function receiverOf({ verb, object }: Step): string {
  if (classOfVerb(verb) === 'ask') return object.split(/ (?:to|for|about|with|by) /)[0] ?? '';
  return /\bto (.+)$/.exec(object)?.[1] ?? '';
}

/** "Payslip" is a slip where others say slip: the end of a word is a key if it is a word of this process. */
function name(words: Iterable<string>, vocabulary: ReadonlySet<string>): Named {
  const stems = [...words];
  const keysOf = stems.map((stem) => {
    const ends = Array.from(stem, (_, at) => stem.slice(at)).filter((end) => end.length > 3 && vocabulary.has(end));
    return [...new Set([stem, ...nounGroupsOf(stem).map((group) => `group ${group}`), ...ends])];
  });
  const keys = new Set(keysOf.flat());
  return { stems, keysOf, keys, bits: [...keys].reduce((bits, key) => bits | bitOf(key), 0) };
}

function bitOf(key: string): number {
  let sum = 0;
  for (let at = 0; at < key.length; at += 1) sum = (sum * 31 + key.charCodeAt(at)) % 65_521;
  return 1 << (sum % 31);
}
