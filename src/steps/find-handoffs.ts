// Handoffs: work passes to somebody else ("hand it to X", "it goes to X", "X picks it up"), or data to another system.
import { isLetKnow } from './canonical-verb.ts';
import type { Deed } from './deeds.ts';
import type { Candidate, Scene } from './find-steps.ts';
import { receiverOf, requestAfter } from './requests.ts';
import { actorOf, draft, type HandoffDraft, isOver } from './handoff-draft.ts';
import { findMove, placeOwner } from './find-moves.ts';
import { ASK_VERBS, CANONICAL, classOfVerb, GIVE_VERBS, SELF_PRONOUNS } from './lexicon.ts';
import { isPosed as isPosedWith } from './learn-parties.ts';
import { isParty, nameParty } from './parties.ts';
import { passData } from './pass-data.ts';
import type { Place } from './place-steps.ts';

/** All handoffs in order of talk; the same pass said twice in a row counts once. */
export function findHandoffs(scene: Scene, candidates: readonly Candidate[], places: readonly Place[]): HandoffDraft[] {
  const stepOf = new Map(candidates.map((candidate, at) => [candidate.deed.index, at] as const));
  const drafts: HandoffDraft[] = [];
  for (const deed of scene.parse.deeds) {
    if (deed.negated || isSupposed(scene, deed)) continue;
    const step = stepOf.get(deed.index) ?? null;
    const draft =
      passOn(scene, deed, step) ??
      findMove(scene, deed) ??
      needs(scene, deed) ??
      sentToUs(scene, deed) ??
      askedOf(scene, deed, step) ??
      takenOver(scene, deed, step) ??
      doneBy(scene, deed, step) ??
      takenIn(scene, deed, step) ??
      reportsBack(scene, deed) ??
      getsIt(scene, deed) ??
      givesOn(scene, deed);
    if (draft) drafts.push(draft);
  }
  drafts.push(...passData(scene, candidates, places));
  return dropRepeats(drafts.sort((a, b) => a.span.from - b.span.from));
}

function isSupposed(scene: Scene, deed: Deed): boolean {
  const clause = scene.parse.clauses[deed.clause];
  // "whatever is baked goes over to X": the second doing is the sentence's own.
  const isOwn = deed.parent !== null && /^(whatever|whoever|whichever)$/.test(clause?.marker ?? '');
  if (clause?.kind === 'reason' || (clause?.kind === 'question' && !isOwn)) return true;
  return clause?.kind === 'relative' && clause.marker !== 'which';
}

/** "I send it to X", "she passes it on to X", "I give X the form". */
function passOn(scene: Scene, deed: Deed, step: number | null): HandoffDraft | null {
  if (
    !GIVE_VERBS.has(deed.lemma) &&
    !GIVE_VERBS.has(deed.verb) &&
    !(step !== null && isPosed(scene, deed)) &&
    !/^(leave|put|place|hang|stick|lay|park|file)$/.test(deed.lemma)
  )
    return null;
  const from = actorOf(scene, deed) ?? (deed.form === 'passive' ? giverOf(scene, deed) : null);
  const to = receiverOf(scene, deed) ?? leftWith(scene, deed) ?? placeOwner(scene, deed);
  if (to === null || to === from) return null;
  return draft(scene, deed, { from, to, by: 'rule:pass-on', sure: step !== null || deed.form === 'passive' });
}

/** "it is sent over to the board": by whom it says, else by the one who tells it. */
function giverOf(scene: Scene, deed: Deed): string | null {
  const by = deed.preps.find((phrase) => phrase.prep === 'by');
  return (by ? nameParty(scene.parse, scene.cast, by) : null) ?? scene.cast.narrator;
}

/** "I leave a message with X", "it is parked with X", "I raise a job with X". */
function leftWith({ parse, cast }: Scene, deed: Deed): string | null {
  if (/^park$/.test(deed.lemma) || isPosedWith(deed)) {
    const other = deed.preps.find((phrase) => phrase.prep === 'with');
    return other ? nameParty(parse, cast, other) : null;
  }
  const who =
    deed.lemma === 'leave' ? deed.preps.find((phrase) => phrase.prep === 'with' || phrase.prep === 'for') : undefined;
  return who && deed.objects.length > 0 ? nameParty(parse, cast, who) : null;
}

/** "I raise a request to X", "I open a ticket with X": what is made is meant for them. */
function isPosed({ parse, cast }: Scene, deed: Deed): boolean {
  if (!/^(raise|open|log|make|create|issue|put|place|file|lodge|submit|book|prepare|type)$/.test(deed.lemma))
    return false;
  return deed.preps.some(
    (phrase) =>
      (phrase.prep === 'to' || (phrase.prep === 'with' && isPosedWith(deed))) &&
      !phrase.isPronoun &&
      isParty(parse, cast, phrase),
  );
}

/** "it needs approval from my boss", "over a hundred it needs the manager". */
function needs(scene: Scene, deed: Deed): HandoffDraft | null {
  if (
    !/^(need|require)$/.test(deed.lemma) ||
    (deed.subject &&
      !/^(it|this|that|they|those)$/.test(deed.subject.text) &&
      isParty(scene.parse, scene.cast, deed.subject))
  )
    return null;
  const by = deed.preps.find((phrase) => phrase.prep === 'from' || phrase.prep === 'by');
  const object = by ?? deed.objects[0];
  const to = object && !object.isPronoun ? nameParty(scene.parse, scene.cast, object) : null;
  if (to === null || to === scene.cast.narrator) return null;
  return draft(scene, deed, { from: scene.cast.narrator, to, by: 'rule:needs', sure: true });
}

/** "they send us the file", "they send back a sample": work comes to the narrator. */
function sentToUs(scene: Scene, deed: Deed): HandoffDraft | null {
  const { cast } = scene;
  if (deed.form === 'past' && !scene.isPastStory && !/^(email|send|forward)$/.test(deed.lemma)) return null;
  const from = deed.subject && !SELF_PRONOUNS.has(deed.subject.text) ? actorOf(scene, deed) : null;
  if (from === null || from === cast.narrator || cast.narrator === null) return null;
  const toUs = [...deed.preps, ...deed.objects].some((phrase) => /^(me|us)$/.test(phrase.text));
  const isBack = /\bback$/.test(deed.verb) && GIVE_VERBS.has(deed.lemma);
  const gives = GIVE_VERBS.has(deed.lemma) || ASK_VERBS.has(deed.lemma);
  if (!(toUs && gives) && !isBack) return null;
  return draft(scene, deed, { from, to: cast.narrator, by: 'rule:sent-to-us', sure: true });
}

/** "I email the breeder asking for papers", "I ask X to sign": the other side has to act. */
function askedOf(scene: Scene, deed: Deed, step: number | null): HandoffDraft | null {
  if (!(ASK_VERBS.has(deed.lemma) || isLetKnow(scene.parse, deed)) || step === null) return null;
  const { parse, cast, focus } = scene;
  const object = deed.objects[0] ?? deed.preps.find((phrase) => phrase.prep === 'to');
  if (!object) return null;
  const party = /^(him|her|them)$/.test(object.text) ? focus.partyAt(deed) : object;
  const to = party ? nameParty(parse, cast, party) : null;
  const from = actorOf(scene, deed);
  if (to === null || from === to) return null;
  const inner = parse.deeds[deed.index + 1];
  const isRequest =
    inner?.parent === deed.index ||
    deed.preps.some((phrase) => phrase.prep === 'for') ||
    requestAfter(scene, deed) !== null;
  const isWritten =
    /^(email|e-mail|message|write|reply|fax|page|tag|ping|slack)$/.test(deed.lemma) ||
    (!object.isPronoun && from === cast.narrator && !/^(get|meet|apologise)$/.test(deed.lemma));
  const acts = nextSubjectIs(scene, deed, to);
  if (object.isPronoun && !isRequest && !isWritten) return null;
  const sure = isWritten || isRequest || acts;
  if (!sure) return null;
  return draft(scene, deed, { from, to, by: 'rule:asked', sure: true });
}

/** "they send a sample, I test it": what another gives without a word to whom, and the narrator goes on with. */
function givesOn(scene: Scene, deed: Deed): HandoffDraft | null {
  const { parse, cast } = scene;
  if (cast.narrator === null || isOver(scene, deed) || !(GIVE_VERBS.has(deed.lemma) || GIVE_VERBS.has(deed.verb)))
    return null;
  const from = deed.subject && !SELF_PRONOUNS.has(deed.subject.text) ? actorOf(scene, deed) : null;
  const next = parse.deeds[deed.index + 1];
  if (from === null || from === cast.narrator || !next || next.negated || next.inherited) return null;
  const isOnward =
    /^(i|we)$/.test(next.subject?.text ?? '') && /^(it|them|those|that)$/.test(next.objects[0]?.text ?? '');
  const isNear =
    parse.clauses[next.clause]?.sentence === parse.clauses[deed.clause]?.sentence && next.clause <= deed.clause + 2;
  return isOnward && isNear ? draft(scene, deed, { from, to: cast.narrator, by: 'rule:sent-to-us', sure: true }) : null;
}

/** The next doing in the same sentence is theirs. */
function nextSubjectIs(scene: Scene, deed: Deed, party: string): boolean {
  const own = scene.parse.clauses[deed.clause];
  for (const next of scene.parse.deeds.slice(deed.index + 1, deed.index + 3)) {
    const clause = scene.parse.clauses[next.clause];
    if (clause?.sentence !== own?.sentence || next.negated || next.form === 'copula') continue;
    if (next.subject && !SELF_PRONOUNS.has(next.subject.text) && actorOf(scene, next) === party) return true;
  }
  return false;
}

/** "X picks it up", "X has to sign it": somebody else goes on with what the narrator had. */
function takenOver(scene: Scene, deed: Deed, step: number | null): HandoffDraft | null {
  const { parse, cast } = scene;
  if (step === null || !deed.subject || deed.inherited || deed.subject.isPronoun || !isParty(parse, cast, deed.subject))
    return null;
  const to = actorOf(scene, deed);
  const clause = parse.clauses[deed.clause];
  if (to === null || to === cast.narrator || !clause) return null;
  const isOnward =
    deed.modal === 'have' ||
    deed.modal === 'need' ||
    /^(it|them|that|this|those)$/.test(deed.objects[0]?.text ?? '') ||
    deed.verb === 'pick up' ||
    goesOnWith(scene, deed);
  // "X has to countersign": what is signed was just spoken of.
  const isBound =
    deed.modal !== null && /^(decide|check)$/.test(classOfVerb(CANONICAL[deed.lemma] ?? deed.lemma) ?? '');
  if (!isOnward || (deed.objects.length === 0 && !isBound)) return null;
  const before = previousActor(scene, deed);
  const from = before === to ? null : before;
  if (before === to) return null;
  return draft(scene, deed, { from, to, by: 'rule:taken-over', sure: true });
}

/** "it is scanned by X", "the figures are checked by X": X goes on with it. */
function doneBy(scene: Scene, deed: Deed, step: number | null): HandoffDraft | null {
  if (step === null || deed.form !== 'passive') return null;
  const by = deed.preps.find((phrase) => phrase.prep === 'by');
  const to = by ? nameParty(scene.parse, scene.cast, by) : null;
  if (to === null || to === scene.cast.narrator) return null;
  const from = previousActor(scene, deed);
  return from === to ? null : draft(scene, deed, { from, to, by: 'rule:taken-over', sure: true });
}

/** "I book the fitter", "I send it back and they redo it": they go on with it. */
function takenIn(scene: Scene, deed: Deed, step: number | null): HandoffDraft | null {
  if (step === null) return null;
  const { parse, cast, focus } = scene;
  const from = actorOf(scene, deed);
  const object = deed.objects[0];
  const isBooked = /^(book|hire|engage|instruct|cancel)$/.test(deed.lemma) && object !== undefined && !object.isPronoun;
  const next = parse.deeds[deed.index + 1];
  const isSame = next !== undefined && parse.clauses[next.clause]?.sentence === parse.clauses[deed.clause]?.sentence;
  const goesOn =
    GIVE_VERBS.has(deed.lemma) &&
    isSame &&
    !next.negated &&
    next.form === 'present' &&
    /^(he|she|they)$/.test(next.subject?.text ?? '') &&
    !next.inherited;
  const party = isBooked ? object : goesOn ? focus.partyAt(next) : null;
  const to = party ? nameParty(parse, cast, party) : null;
  if (to === null || from === null || to === from) return null;
  return draft(scene, deed, { from, to, by: 'rule:pass-on', sure: true });
}

/** "the lab answers in a week", "X would report back": what was asked of them comes to the one who tells it. */
function reportsBack(scene: Scene, deed: Deed): HandoffDraft | null {
  const { subject } = deed;
  if (!subject || subject.isPronoun || deed.inherited || isOver(scene, deed) || scene.cast.narrator === null)
    return null;
  const isAnswer = /^(report|come|get|write) back$/.test(deed.verb);
  const from = isAnswer && deed.objects.length === 0 ? nameParty(scene.parse, scene.cast, subject) : null;
  if (from === null || from === scene.cast.narrator) return null;
  return draft(scene, deed, { from, to: scene.cast.narrator, by: 'rule:sent-to-us', sure: true });
}

/** "X gets a copy", "X is told", "X must be copied": it reaches X. */
function getsIt(scene: Scene, deed: Deed): HandoffDraft | null {
  const { subject } = deed;
  if (!subject || deed.inherited || subject.isPronoun || !isParty(scene.parse, scene.cast, subject)) return null;
  const thing = deed.objects[0];
  const isGiven =
    /^(get|receive)$/.test(deed.lemma) &&
    thing !== undefined &&
    (/^(it|them|that|this|those)$/.test(thing.text) || RECEIVED.test(thing.headWord));
  const isTold = deed.form === 'passive' && /^(copy|cc|inform|notify|tell|ask|alert|brief)$/.test(deed.lemma);
  const to = isGiven || isTold ? nameParty(scene.parse, scene.cast, subject) : null;
  if (to === null || to === scene.cast.narrator) return null;
  return draft(scene, deed, { from: scene.cast.narrator, to, by: 'rule:gets', sure: true });
}

const RECEIVED =
  /^(copy|copies|email|e-mail|mail|message|note|notice|letter|list|report|sheet|form|file|pack|order|ticket|task|alert|link|text|invoice|parcel|thing)s?$/;

/** It is the very thing, or the place, of the doing before: "I put it in the amber tray, and X goes through the amber tray". */
function goesOnWith(scene: Scene, deed: Deed): boolean {
  const before = scene.parse.deeds[deed.index - 1];
  const head = deed.objects[0]?.headWord;
  if (!before || head === undefined || deed.objects[0]?.isPronoun) return false;
  return [...before.objects, ...before.preps].some((phrase) => phrase.headWord === head);
}

function previousActor(scene: Scene, deed: Deed): string | null {
  for (let at = deed.index - 1; at >= Math.max(0, deed.index - 4); at -= 1) {
    const before = scene.parse.deeds[at];
    if (!before || before.form === 'copula' || before.negated) continue;
    // "what a client will accept" tells of nobody who had the work.
    if (/^(relative|question|condition|reason)$/.test(scene.parse.clauses[before.clause]?.kind ?? '')) continue;
    // "a client always pays": nobody in particular had the work.
    const isAny = before.subject !== null && /^(a|an|any)$/.test(scene.parse.words[before.subject.from]?.lower ?? '');
    const actor = isAny ? null : actorOf(scene, before);
    if (actor !== null) return actor;
  }
  return scene.cast.narrator;
}

function dropRepeats(drafts: readonly HandoffDraft[]): HandoffDraft[] {
  return drafts.filter((one, at) => {
    const before = drafts.slice(Math.max(0, at - 3), at);
    return !before.some(
      (other) =>
        other.kind === one.kind &&
        other.to === one.to &&
        one.span.from - other.span.to < (other.from === one.from && one.by !== other.by ? 12 : 25),
    );
  });
}
