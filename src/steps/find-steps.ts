// Which deeds are steps of the process, and how sure that is. The rules decide; the second voter speaks for confidence.
import type { Clause } from './clauses.ts';
import lists from './data/labels.json' with { type: 'json' };
import { type Deed, goesOnAboutWho } from './deeds.ts';
import { answers, canonicalVerb } from './canonical-verb.ts';
import { type Label, labelDeed } from './labels.ts';
import { nounText } from './object-text.ts';
import { joinsRequest } from './requests.ts';
import { agentOf, isDoneTo, whoDoes } from './who-does.ts';
import { isNaming, isPlea } from './said-only.ts';
import type { Telling } from './telling.ts';
import { ASK_VERBS, classOfVerb, SELF_PRONOUNS } from './lexicon.ts';
import { isParty, nameParty } from './parties.ts';
import type { Phrase } from './phrases.ts';
import type { Systems } from './systems.ts';

export interface Candidate {
  readonly deed: Deed;
  readonly label: Label;
  readonly actor: string | null;
  /** A system does it, nobody. */
  readonly isSystemActor: boolean;
  readonly sure: boolean;
  readonly by: string;
  /** What the second voter says of the verb, 0 to 1. */
  readonly vote01: number;
}

export interface Scene extends Telling {
  readonly systems: Systems;
  /** The second voter: for each word how likely it is the verb of a step, 0 to 1. */
  readonly votes: readonly number[];
  /** The mail program, when the talk names it. */
  readonly mailSystem: string | null;
  /** The whole story is told in the past, so past deeds are steps too. */
  readonly isPastStory: boolean;
}

const LISTS: ReadonlySet<string> = new Set(lists.lists);
const ASKED_FOR: Readonly<Record<string, string>> = lists.askedFor;
const NEVER: ReadonlySet<string> = new Set(lists.neverSteps);

/** Every deed that says somebody does something to move the case, in order of talk. */
export function findSteps(scene: Scene): Candidate[] {
  const found: Candidate[] = [];
  for (const deed of scene.parse.deeds) {
    const candidate = judgeDeed(scene, deed);
    if (candidate) found.push(candidate, ...listedAlong(scene, candidate));
    const asked = candidate ? null : askedFor(scene, deed);
    if (asked) found.push(asked);
  }
  return found;
}

/** "punch in the chip number, the weight and then the doses": each thing is a step of its own. */
function listedAlong(scene: Scene, candidate: Candidate): Candidate[] {
  const { deed, label } = candidate;
  if (!LISTS.has(label.verb)) return [];
  const first = deed.objects[0];
  const own = scene.parse.clauses[deed.clause];
  const more = deed.objects.slice(1).filter((phrase) => !phrase.isPronoun);
  for (let clause = deed.clause + 1; clause <= deed.clause + 3; clause += 1) {
    const next = scene.parse.clauses[clause];
    const phrases = scene.parse.fragmentOf
      .get(clause)
      ?.phrases.filter((phrase) => phrase.prep === null && !phrase.isPronoun);
    if (!next || next.sentence !== own?.sentence || !phrases) break;
    if (next.connectors.some((word) => word === 'and' || word === 'then')) more.push(...phrases);
  }
  return more.flatMap((phrase) => {
    if (phrase === first) return [];
    const single: Deed = { ...deed, objects: [phrase], preps: [], inherited: true, from: phrase.from, end: phrase.to };
    const text = labelDeed(scene, single);
    return text && text.text !== label.text ? [{ ...candidate, deed: single, label: text }] : [];
  });
}

/** "the proposal goes to the director for sign-off": the director approves the proposal. */
function askedFor(scene: Scene, deed: Deed): Candidate | null {
  const clause = scene.parse.clauses[deed.clause];
  if (deed.lemma !== 'go' || deed.negated || !clause || clause.kind !== null) return null;
  const to = deed.preps.find((phrase) => phrase.prep === 'to');
  const wanted = deed.preps.find((phrase) => phrase.prep === 'for');
  const verb = wanted ? ASKED_FOR[wanted.headWord] : undefined;
  const actor = to ? nameParty(scene.parse, scene.cast, to) : null;
  if (verb === undefined || actor === null) return null;
  const thing = deed.subject && !deed.subject.isPronoun ? deed.subject : scene.focus.thingAt(deed);
  const object = thing ? nounText(scene, thing) : null;
  if (object === null) return null;
  const label = { verb, object, artifact: object, text: `${verb} ${object}` };
  return {
    deed,
    label,
    actor,
    isSystemActor: false,
    sure: true,
    by: 'rule:other',
    vote01: scene.votes[deed.verbAt] ?? 0,
  };
}

function judgeDeed(scene: Scene, deed: Deed): Candidate | null {
  const clause = scene.parse.clauses[deed.clause];
  if (!clause || isUnreal(scene, deed, clause)) return null;
  const doer = whoDoes(scene, deed);
  if (!doer) return null;
  const label = labelDeed(scene, deed);
  if (!label || (NEVER.has(label.verb) && label.object === '')) return null;
  const doubts = [doubtTime(scene, deed, clause), doubtVerb(scene, deed), doer.doubt].filter((doubt) => doubt > 0);
  const doubt = doubts.reduce((sum, each) => sum + each, 0);
  if (doubt >= 2) return null;
  const vote01 = scene.votes[deed.verbAt] ?? 0;
  return {
    deed,
    label,
    actor: doer.actor,
    isSystemActor: doer.isSystem,
    sure: doubt < 1,
    by: `rule:${doer.rule}`,
    vote01,
  };
}

/** Denied, supposed, asked, or told of somebody's words: not a doing of the process. */
function isUnreal(scene: Scene, deed: Deed, clause: Clause): boolean {
  if (deed.negated || deed.form === 'copula' || deed.lemma === 'be') return true;
  const isToldOn = clause.kind === 'time' || isMeansClause(scene, clause) || goesOnAboutWho(scene.parse.words, clause);
  if (clause.kind !== null && !isToldOn) return true;
  if (clause.marker === 'while' || goesOnWithCondition(scene, clause)) return true;
  if (/^(should|might|may|could)$/.test(deed.modal ?? '')) return true;
  if (deed.form === 'past' && !scene.isPastStory) return true;
  return (
    isPlea(scene, deed, clause) ||
    isNaming(deed) ||
    isQuestion(scene, deed) ||
    isReported(scene, deed, clause) ||
    isCompletion(scene, deed) ||
    isPartOfAsking(scene, deed) ||
    comesToUs(deed)
  );
}

/** "if somebody owns it and I call them, …": a main clause would not open with "and". */
function goesOnWithCondition({ parse }: Scene, clause: Clause): boolean {
  const before = parse.clauses[clause.index - 1];
  const isNext = before?.kind === 'condition' && before.sentence === clause.sentence;
  return isNext && clause.connectors.includes('and') && !clause.connectors.includes('then');
}

function isMeansClause(scene: Scene, clause: Clause): boolean {
  return scene.parse.words[clause.from - 1]?.lemma === 'mean';
}

/** "can you confirm", "did you offer": the verb comes before its subject. */
function isQuestion(scene: Scene, deed: Deed): boolean {
  const first = scene.parse.words[deed.from];
  return first?.pos === 'AUX' && /^(you|they|we|i|he|she)$/.test(scene.parse.words[deed.from + 1]?.lower ?? '');
}

/** What somebody is quoted as saying: a clause right after "say" that does not go back to "I" or "and then". */
function isReported(scene: Scene, deed: Deed, clause: Clause): boolean {
  const { parse } = scene;
  const before = parse.deeds[deed.index - 1];
  if (before?.lemma !== 'say' && before?.lemma !== 'think') return false;
  if (answers(scene.parse, before) !== null) return false;
  const source = parse.clauses[before.clause];
  if (!source || source.sentence !== clause.sentence || source.kind !== null) return false;
  return before.objects.length === 0 && !clause.connectors.includes('and') && !clause.connectors.includes('then');
}

/** "email the buyer and ask for it" is one step; "that is Mrs. Abara, to set a date" completes the asking. */
function isPartOfAsking({ parse }: Scene, deed: Deed): boolean {
  if (deed.form === 'infinitive' && deed.parent === null) return true;
  const before = [parse.deeds[deed.index - 1], parse.deeds[deed.index - 2]];
  return before.some(
    (other) =>
      other !== undefined && ASK_VERBS.has(other.lemma) && other.objects.length > 0 && joinsRequest(parse, other, deed),
  );
}

/** "they tell me to drop it", "they send it back": work coming back is a handoff, not a step of theirs. */
function comesToUs(deed: Deed): boolean {
  const isOthers = deed.subject !== null && !SELF_PRONOUNS.has(deed.subject.text);
  if (!isOthers) return false;
  const isBack =
    deed.verb === 'send back' && (deed.subject?.isPronoun ?? false) && deed.objects.every((phrase) => phrase.isPronoun);
  const isToUs = deed.preps.some((phrase) => phrase.prep === 'to' && /^(me|us)$/.test(phrase.text));
  return (
    isBack ||
    (isToUs && /\bback$/.test(deed.verb)) ||
    (ASK_VERBS.has(deed.lemma) && /^(me|us)$/.test(deed.objects[0]?.text ?? ''))
  );
}

/** "ask him to refold" and "asking for a note" are part of the asking. */
function isCompletion(scene: Scene, deed: Deed): boolean {
  if (deed.parent === null) return false;
  const parent = scene.parse.deeds[deed.parent];
  if (!parent || parent.negated) return true;
  if (deed.form === 'gerund') return true;
  if (parent.lemma === 'tell' || parent.lemma === 'ask') return true;
  if (
    /^(ask|tell|need|want|let|remind|get|beg|like|wait|email|message|call|allow|help|say|use|know|be)$/.test(
      parent.lemma,
    )
  )
    return true;
  return deed.form === 'infinitive' && !(deed.subject && isParty(scene.parse, scene.cast, deed.subject));
}

/** Time clauses repeat what was said; progressive and conditional forms are weaker. */
function doubtTime(scene: Scene, deed: Deed, clause: Clause): number {
  if (clause.kind === 'time') return isOther(scene, deed.subject) !== (clause.marker === 'before') ? 0.4 : 1;
  if (deed.form === 'gerund') return 0.6;
  if (deed.form === 'passive') return agentOf(scene, deed) !== null || isDoneTo(scene, deed) ? 0 : 1.5;
  if (deed.form === 'past') return 0.3;
  return 0;
}

function isOther(scene: Scene, subject: Phrase | null): boolean {
  return subject !== null && !subject.isPronoun && isParty(scene.parse, scene.cast, subject);
}

/** A verb outside the table needs an object to be believed. */
function doubtVerb(scene: Scene, deed: Deed): number {
  const verb = canonicalVerb(scene, deed) ?? '';
  const known = classOfVerb(verb) !== undefined;
  if (known) return 0;
  return deed.objects.length > 0 ? 0.4 : 0.8;
}
