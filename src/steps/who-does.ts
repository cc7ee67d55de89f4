// Who does a deed: somebody named, the one who tells it, a system, or nobody that is named.
import { canonicalVerb } from './canonical-verb.ts';
import type { Deed } from './deeds.ts';
import type { Scene } from './find-steps.ts';
import { AUTOMATIC, CANONICAL, classOfVerb, PARTY_PRONOUNS, SELF_PRONOUNS, VAGUE_PEOPLE } from './lexicon.ts';
import { nameParty } from './parties.ts';
import { nameSystem } from './systems.ts';

interface Doer {
  readonly actor: string | null;
  readonly isSystem: boolean;
  readonly doubt: number;
  readonly rule: string;
}

/** Who does it and how doubtful that is (0 not at all); null when nobody can be meant. */
export function whoDoes(scene: Scene, deed: Deed): Doer | null {
  const { parse, cast, focus, systems } = scene;
  const subject = deed.subject;
  const agent = agentOf(scene, deed);
  if (agent !== null) return { actor: agent, isSystem: false, doubt: 0, rule: 'other' };
  if (!subject) {
    const isCommand = deed.isBase && deed.parent === null && (deed.objects.length > 0 || deed.particle !== null);
    return isCommand ? { actor: cast.narrator, isSystem: false, doubt: 0, rule: 'command' } : null;
  }
  if (SELF_PRONOUNS.has(subject.text)) {
    if (deed.form === 'passive') return null;
    return { actor: cast.narrator, isSystem: false, doubt: deed.modal === 'can' ? 1 : 0, rule: 'self' };
  }
  const isAutomatic = parse.words
    .slice(deed.from, Math.min(parse.words.length, deed.end + 3))
    .some((word) => AUTOMATIC.has(word.lower));
  if (PARTY_PRONOUNS.has(subject.text)) {
    const party = focus.partyAt(deed);
    const actor = party ? nameParty(parse, cast, party) : null;
    return {
      actor,
      isSystem: false,
      doubt: (actor === null ? 0.5 : 0) + (subject.text === 'they' ? 0.3 : 0),
      rule: 'other',
    };
  }
  if (VAGUE_PEOPLE.has(subject.headWord) || /^(half|some|most|two|three|one)\b/.test(subject.text)) return null;
  if (isDoneTo(scene, deed)) return { actor: null, isSystem: false, doubt: 0, rule: 'done-to' };
  if (subject.isPronoun) return systemDoer(scene, deed, isAutomatic);
  const named = nameParty(parse, cast, subject);
  if (named !== null) return { actor: named, isSystem: false, doubt: 0, rule: 'other' };
  const system = nameSystem(parse, systems, subject);
  if (system !== null) {
    const isClear = systems.names.has(system.toLowerCase()) && deed.objects.length > 0 && !deed.objects[0]?.isPronoun;
    return { actor: system, isSystem: true, doubt: isClear && deed.form === 'present' ? 0 : 1, rule: 'system' };
  }
  return systemDoer(scene, deed, isAutomatic);
}

/** "it is signed off by the manager": who does it comes after. */
export function agentOf({ parse, cast }: Scene, deed: Deed): string | null {
  if (deed.form !== 'passive') return null;
  const by = deed.preps.find((phrase) => phrase.prep === 'by');
  return by ? nameParty(parse, cast, by) : null;
}

/** "the form gets stamped", "the drawings have to be counted": somebody does it, nobody is named. */
export function isDoneTo({ parse }: Scene, deed: Deed): boolean {
  const { subject } = deed;
  // "the second kind is released orders": said what it is, not what is done to it.
  if (deed.objects.length > 0) return false;
  if (deed.form !== 'passive' || !subject || parse.clauses[deed.clause]?.kind != null) return false;
  if (subject.isPronoun && !/^(it|they|this|that|these|those|both)$/.test(subject.text)) return false;
  const verb = CANONICAL[deed.verb] ?? CANONICAL[deed.lemma] ?? deed.verb;
  return classOfVerb(verb) !== undefined;
}

/** "it prints a label", "the check runs by itself": a system does it. */
function systemDoer(scene: Scene, deed: Deed, isAutomatic: boolean): Doer | null {
  const verb = canonicalVerb(scene, deed);
  const canDo = verb !== null && classOfVerb(verb) !== undefined;
  if (!isAutomatic && !(canDo && /^(print|email|send|create|generate)$/.test(verb ?? ''))) return null;
  return { actor: null, isSystem: true, doubt: 1, rule: 'system' };
}
