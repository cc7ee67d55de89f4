// Handoffs: work passes to somebody else ("hand it to X", "it goes to X", "X picks it up"), or data to another system.
import { isLetKnow } from './canonical-verb.ts';
import type { Deed } from './deeds.ts';
import type { Candidate, Scene } from './find-steps.ts';
import { receiverOf } from './requests.ts';
import { actorOf, draft, type HandoffDraft } from './handoff-draft.ts';
import { findMove } from './find-moves.ts';
import { ASK_VERBS, GIVE_VERBS, SELF_PRONOUNS } from './lexicon.ts';
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
    deed.lemma !== 'leave'
  )
    return null;
  const from = actorOf(scene, deed);
  const to = receiverOf(scene, deed) ?? leftWith(scene, deed);
  if (to === null || to === from) return null;
  return draft(scene, deed, { from, to, by: 'rule:pass-on', sure: step !== null });
}

/** "I leave a message with X". */
function leftWith({ parse, cast }: Scene, deed: Deed): string | null {
  const who =
    deed.lemma === 'leave' ? deed.preps.find((phrase) => phrase.prep === 'with' || phrase.prep === 'for') : undefined;
  return who && deed.objects.length > 0 ? nameParty(parse, cast, who) : null;
}

/** "I raise a request to X", "I open a ticket with X": what is made is meant for them. */
function isPosed({ parse, cast }: Scene, deed: Deed): boolean {
  if (!/^(raise|open|log|make|create|issue|put|place|file|lodge|submit|book|prepare|type)$/.test(deed.lemma))
    return false;
  return deed.preps.some((phrase) => phrase.prep === 'to' && !phrase.isPronoun && isParty(parse, cast, phrase));
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
  const isRequest = inner?.parent === deed.index || deed.preps.some((phrase) => phrase.prep === 'for');
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
  if (cast.narrator === null || deed.form === 'past' || !(GIVE_VERBS.has(deed.lemma) || GIVE_VERBS.has(deed.verb)))
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
  if (!isOnward || deed.objects.length === 0) return null;
  const before = previousActor(scene, deed);
  const from = before === to ? null : before;
  if (before === to) return null;
  return draft(scene, deed, { from, to, by: 'rule:taken-over', sure: true });
}

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
    const actor = actorOf(scene, before);
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
