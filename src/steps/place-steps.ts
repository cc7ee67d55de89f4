// In which system a step is done: said in the clause, else shown by the window, else the one last worked in.
import type { Segment } from '../domain/evidence.ts';
import type { Clause } from './clauses.ts';
import lists from './data/systems.json' with { type: 'json' };
import { ASK_VERBS, CHANNELS, classOfVerb, EMAIL_VERBS, NAVIGATE, PHONE_VERBS } from './lexicon.ts';
import type { Candidate, Scene } from './find-steps.ts';
import type { Deed } from './deeds.ts';
import type { Phrase } from './phrases.ts';
import { headOf, isByHand, isComms, type Kept, keepThing, keptTarget } from './kept-things.ts';
import { nameSystem, timeAt, windowAt } from './systems.ts';

export interface Place {
  readonly system: string | null;
  /** `said` in the clause, by the verb's `channel`, seen in the `window`, or `carried` from before. */
  readonly how: 'said' | 'channel' | 'window' | 'carried' | 'none';
  /** The window event that shows it. */
  readonly event: number | null;
}

/** People say what they are about to do a moment before its window comes to the front. */
const WINDOW_LAG_MS = 2500;
const PLACE_PREPS: ReadonlySet<string> = new Set(lists.placePreps);
const CARRIED_CLASSES: ReadonlySet<string> = new Set([
  'record',
  'check',
  'create',
  'change',
  'end',
  'decide',
  'open',
  'hold',
  'pay',
  'move',
  'give',
]);

/** What somebody else does to a thing where the thing is kept. */
const TAKEN_UP: ReadonlySet<string> = new Set(['record', 'change', 'end', 'decide', 'open', 'hold', 'create']);

/** The system of every candidate, in one pass over the talk. */
export function placeSteps(scene: Scene, candidates: readonly Candidate[], segments: readonly Segment[]): Place[] {
  const around = new Map<number, Around>();
  let last: Last | null = null;
  const home = homeSystem(scene);
  let clause = 0;
  for (const deed of scene.parse.deeds) {
    for (; clause < deed.clause; clause += 1) {
      // "Then back to the portal, …": going there is all the clause says.
      const opening = scene.parse.fragmentOf.get(clause)?.phrases[0];
      const named = opening?.prep && /^(to|into|in)$/.test(opening.prep) ? opening : undefined;
      const system = named ? nameSystem(scene.parse, scene.systems, named) : null;
      if (system !== null)
        last = { system, sentence: sentenceOf(scene, clause), atMs: deedTime(scene, deed, segments), isEntered: true };
    }
    const said = saidSystem(scene, deed);
    const atMs = deedTime(scene, deed, segments);
    around.set(deed.index, { said, last, home, atMs });
    if (said !== null && !deed.negated && enters(scene, deed))
      last = { system: said, sentence: sentenceOf(scene, deed.clause), atMs, isEntered: isEntering(scene, deed) };
  }
  const kept: Kept = new Map();
  return candidates.map((candidate) => {
    const where = around.get(candidate.deed.index);
    if (!where) return NOWHERE;
    const place = placeOne(scene, candidate, where, kept);
    keepThing(scene, candidate, { place, kept });
    return place;
  });
}

const NOWHERE: Place = { system: null, how: 'none', event: null };

interface Last {
  readonly system: string;
  readonly sentence: number;
  readonly atMs: number;
  /** Gone into or opened, so that work goes on there; a look into a list is over with its sentence. */
  readonly isEntered: boolean;
}

interface Around {
  readonly said: string | null;
  readonly last: Last | null;
  /** The system named most in the talk. */
  readonly home: string | null;
  readonly atMs: number;
}

function placeOne(
  scene: Scene,
  { deed, label, isSystemActor, actor }: Candidate,
  { said, last, home, atMs }: Around,
  kept: Kept,
): Place {
  const window = windowAt(scene.systems, atMs + WINDOW_LAG_MS);
  if (said !== null) return { system: said, how: 'said', event: window?.name === said ? window.event : null };
  if (isSystemActor && actor !== null) return { system: actor, how: 'said', event: null };
  const channel = channelOf(scene, deed);
  if (channel !== null) return { system: channel, how: 'channel', event: null };
  const kind = classOfVerb(label.verb);
  const known = kept.get(headOf(label) ?? '') ?? keptTarget(deed, kept);
  if (actor !== scene.cast.narrator)
    return known !== undefined && label.verb !== 'sign' && TAKEN_UP.has(kind ?? '')
      ? { system: known, how: 'carried', event: null }
      : NOWHERE;
  const isScreenWork = kind === undefined || CARRIED_CLASSES.has(kind);
  if (!isScreenWork || isByHand(scene, deed, label)) return NOWHERE;
  const place = placeByContext(scene, deed, { last, home, atMs, window });
  // A mail window in front is no place to update an order that is kept elsewhere.
  const isElsewhere =
    place.system !== null && isComms(scene, place.system) && /^(change|end|decide|pay)$/.test(kind ?? '');
  return isElsewhere && known !== undefined ? { system: known, how: 'carried', event: null } : place;
}

/** Nothing in the clause says where: the window in front, the system gone into last, or the one mostly worked in. */
function placeByContext(
  scene: Scene,
  deed: Deed,
  {
    last,
    home,
    atMs,
    window,
  }: Pick<Around, 'last' | 'home' | 'atMs'> & { readonly window: ReturnType<typeof windowAt> },
): Place {
  const sentence = sentenceOf(scene, deed.clause);
  const isStillThere = last !== null && !isNewer(window, last) && (last.sentence === sentence || last.isEntered);
  // "I enrich it in X, get the number. And I drop them into Y": Y's window is near, but X was just said.
  const isJustSaid = last?.sentence === sentence && window !== undefined && window.atMs > atMs;
  if (last !== null && (isStillThere || isJustSaid)) return { system: last.system, how: 'carried', event: null };
  if (window) return { system: window.name, how: 'window', event: window.event };
  return home === null ? NOWHERE : { system: home, how: 'carried', event: null };
}

function sentenceOf(scene: Scene, clause: number): number {
  return scene.parse.clauses[clause]?.sentence ?? 0;
}

function isNewer(window: { readonly atMs: number } | undefined, last: Last): boolean {
  return window !== undefined && window.atMs > last.atMs;
}

/** "go into", "log into", "open … in", "in X I …", but not on a branch that may not be taken. */
function isEntering(scene: Scene, deed: Deed): boolean {
  const before = scene.parse.clauses[deed.clause - 1];
  const isBranch = before?.kind === 'condition' && before.sentence === sentenceOf(scene, deed.clause);
  if (isBranch) return false;
  return NAVIGATE.has(deed.verb) || /^(go|log|open|switch|jump|be)$/.test(deed.lemma) || deed.fronted.length > 0;
}

/** Where most of the work is said to happen; null when no system is said twice and none is said first. */
function homeSystem(scene: Scene): string | null {
  const counts = new Map<string, number>();
  for (const deed of scene.parse.deeds) {
    const said = deed.negated || isSaidOnly(deed) ? null : saidSystem(scene, deed);
    if (said !== null && scene.systems.names.has(said.toLowerCase())) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && (most[1] > 1 || /^\p{Lu}/u.test(most[0])) ? most[0] : null;
}

/** Named in the clause itself: "in Medra I …", "paste it into the tracker", "open the tracker". */
function saidSystem(scene: Scene, deed: Deed): string | null {
  const { parse, systems } = scene;
  const ones = deed.objects.find((phrase) => phrase.headWord === 'one' && !phrase.isPronoun);
  const explained = ones ? nameSystem(parse, systems, ones) : null;
  if (explained !== null) return explained;
  const clause = parse.clauses[deed.clause];
  const places = [...deed.preps].reverse().concat(deed.fronted.filter((phrase) => phrase.prep !== null));
  for (const phrase of places) {
    if (phrase.prep === null || !PLACE_PREPS.has(phrase.prep) || isSourceOnly(deed, phrase.prep)) continue;
    const name = nameSystem(parse, systems, phrase);
    if (name !== null) return name;
  }
  if (CHANNELS[deed.lemma] === undefined) {
    for (const phrase of deed.objects) {
      const name = nameSystem(parse, systems, phrase);
      if (name !== null) return name;
    }
  }
  if (deed.subject && !deed.subject.isPronoun) {
    const name = nameSystem(parse, systems, deed.subject);
    if (name !== null) return name;
  }
  return fragmentSystem(scene, deed) ?? appositeSystem(scene, deed, clause);
}

/** "fill in the name from the register", "copy it from the ticket into …": the work is done elsewhere. */
function isSourceOnly(deed: Deed, prep: string): boolean {
  if (prep !== 'from') return false;
  if (/^(copy|move|transfer)$/.test(deed.verb))
    return deed.preps.some((phrase) => /^(in|on)?to$/.test(phrase.prep ?? ''));
  return /^(enter|fill in|fill|type|key|type in|key in|punch in|put|write|paste)$/.test(deed.verb);
}

/** The sentence goes on with a bare name: "I price it, Medra, …", "in the book, the Numbers one". */
function fragmentSystem(scene: Scene, deed: Deed): string | null {
  const fragment = scene.parse.fragmentOf.get(deed.clause + 1);
  const own = scene.parse.clauses[deed.clause];
  const other = scene.parse.clauses[deed.clause + 1];
  if (!fragment || own?.sentence !== other?.sentence || other?.connectors.includes('and')) return null;
  for (const phrase of fragment.phrases) {
    const name = nameSystem(scene.parse, scene.systems, phrase);
    if (name !== null && scene.systems.names.has(name.toLowerCase())) return name;
  }
  return null;
}

/** "the intake form, it's a Pages template": explained right after. */
function appositeSystem(scene: Scene, deed: Deed, clause: Clause | undefined): string | null {
  const { parse, systems } = scene;
  const next = parse.deeds[deed.index + 1];
  if (!next || !clause || next.lemma !== 'be' || next.clause !== deed.clause + 1) return null;
  if (parse.clauses[next.clause]?.sentence !== clause.sentence || !next.subject?.isPronoun) return null;
  const object = next.objects[0];
  return object ? nameSystem(parse, systems, object) : null;
}

/** Calls go by phone; mail goes by the mail program that is known, else "email"; a verb can be a system: "zoom them". */
function channelOf(scene: Scene, deed: Deed): string | null {
  const byVerb = scene.systems.names.get(deed.lemma) ?? verbAsName(scene, deed);
  if (byVerb) return byVerb;
  if (PHONE_VERBS.has(deed.lemma)) return CHANNELS[deed.lemma] ?? 'phone';
  if (isSpoken(deed)) return 'phone';
  const isMail =
    EMAIL_VERBS.has(deed.lemma) ||
    deed.objects.some((phrase) => /^e-?mail$/.test(phrase.headWord) && deed.lemma !== 'move');
  if (!isMail) return null;
  return scene.mailSystem ?? 'email';
}

/** "check it over the phone", "leave a message". */
function isSpoken(deed: Deed): boolean {
  const isOnPhone = (phrase: Phrase): boolean =>
    /^(over|by|on|via)$/.test(phrase.prep ?? '') && CHANNELS[phrase.headWord] === 'phone';
  return (
    deed.preps.some(isOnPhone) ||
    (deed.lemma === 'leave' && /^(message|voicemail)$/.test(deed.objects[0]?.headWord ?? ''))
  );
}

/** "Zoom them": a capital inside the sentence makes the verb a name. */
function verbAsName(scene: Scene, deed: Deed): string | null {
  const verb = scene.parse.words[deed.verbAt];
  const before = scene.parse.words[deed.verbAt - 1];
  const isInside = before !== undefined && !/^[.?!]$/.test(before.text);
  return verb && isInside && /^\p{Lu}\p{Ll}/u.test(verb.text) ? verb.text : null;
}

/** A message, or where something else is: "I'm in X" is work there, "it's ready on chat" is not. */
function isSaidOnly(deed: Deed): boolean {
  return ASK_VERBS.has(deed.lemma) || (deed.form === 'copula' && !/^(i|we)$/.test(deed.subject?.text ?? ''));
}

/** The narrator works there from now on; others' systems do not count. */
function enters(scene: Scene, deed: Deed): boolean {
  // "tell the user on chat": said there, not worked there.
  if (isSaidOnly(deed)) return false;
  const subject = deed.subject;
  if (subject && !/^(i|we|you|it)$/.test(subject.text) && !(subject.isPronoun && NAVIGATE.has(deed.verb))) return false;
  return deed.form !== 'past' || scene.isPastStory;
}

function deedTime(scene: Scene, deed: Deed, segments: readonly Segment[]): number {
  const word = scene.parse.words[deed.from];
  const segment = word ? segments[word.segment] : undefined;
  return word && segment ? timeAt(segment, word.start) : 0;
}
