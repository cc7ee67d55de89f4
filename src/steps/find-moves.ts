// Work that moves by itself in the telling: "it goes to X", "it lands in our queue", "it comes back".
import type { Deed } from './deeds.ts';
import type { Scene } from './find-steps.ts';
import { actorOf, draft, type HandoffDraft, isOver } from './handoff-draft.ts';
import { SELF_PRONOUNS } from './lexicon.ts';
import { isParty, nameParty } from './parties.ts';
import { type Phrase, readPhrase } from './phrases.ts';

/** The handoff a deed of moving tells; null when it tells none. */
export function findMove(scene: Scene, deed: Deed): HandoffDraft | null {
  return movesTo(scene, deed) ?? comesBack(scene, deed) ?? comesFrom(scene, deed);
}

/** "it goes to X", "it comes back to me", "lands with us". */
function movesTo(scene: Scene, deed: Deed): HandoffDraft | null {
  if (!isMoving(scene, deed) || isOver(scene, deed)) return null;
  const { parse, cast, focus } = scene;
  const isThing =
    !deed.subject || /^(it|this|that|they|those|these)$/.test(deed.subject.text) || !isParty(parse, cast, deed.subject);
  const isBack =
    /\bback$/.test(deed.verb) || parse.words.slice(deed.verbAt, deed.end).some((word) => word.lower === 'back');
  if (deed.subject && !isThing && !isBack) return null;
  const place = placeOf(scene, deed);
  if (!place) return null;
  const isUs = SELF_PRONOUNS.has(place.text) || isOurPlace(scene, place);
  if (deed.lemma === 'get' && !isUs) return null;
  const party = /^(him|her|them)$/.test(place.text) ? focus.partyAt(deed) : place;
  const to = isUs ? cast.narrator : ((party ? nameParty(parse, cast, party) : null) ?? ownerOf(scene, place));
  if (to === null) return null;
  const other = focus.partyAt(deed);
  // "the mailroom drops it on my bench": whoever drops it gives it.
  const isGiven = isUs && deed.objects.length > 0;
  const giver =
    isGiven && deed.subject && !deed.subject.isPronoun && deed.subject.to === deed.from ? deed.subject : null;
  const before = isGiven ? giver : other;
  const from = isUs
    ? ((before && nameParty(parse, cast, before)) ?? giver?.text ?? null)
    : isThing
      ? cast.narrator
      : actorOf(scene, deed);
  if (from === to || (isGiven && from === null)) return null;
  return draft(scene, deed, { from, to, by: 'rule:goes-to', sure: true });
}

/** "goes", "lands", and "it is across to X". */
function isMoving({ parse }: Scene, deed: Deed): boolean {
  if (
    /^(go|come|move|land|return|head|end|pass|arrive|drop|get|bounce|fall|pop|travel|trickle|appear|slide|wander|ping)$/.test(
      deed.lemma,
    )
  )
    return true;
  if (deed.lemma !== 'be') return false;
  // "rejected ones are back on my desk", "then it's back over to me".
  if (parse.words[deed.to]?.lower === 'back' && deed.preps.length > 0) return true;
  if (!deed.subject?.isPronoun) return false;
  return (
    /^(across|over|off|back|on|straight|down|up|round)$/.test(parse.words[deed.to]?.lower ?? '') &&
    parse.words[deed.to + 1]?.lower === 'to'
  );
}

/** Where it goes: "to X", "with X", or a place that is X's: "in the tray for X", "in X's crate", "in our queue". */
function placeOf(scene: Scene, deed: Deed): Phrase | undefined {
  const place = deed.preps.find((phrase) => /^(to|with|over|into|onto)$/.test(phrase.prep ?? ''));
  const inside = deed.preps.find((phrase) => /^(in|on|into|onto)$/.test(phrase.prep ?? '') && !phrase.isPronoun);
  if (inside && (ownerOf(scene, inside) !== null || isOurPlace(scene, inside))) return inside;
  const meant = inside ? deed.preps.find((phrase) => phrase.prep === 'for' && phrase.from >= inside.to) : undefined;
  return meant && isParty(scene.parse, scene.cast, meant) ? meant : place;
}

const PLACES =
  /^(queue|inbox|mailbox|tray|box|basket|crate|pile|desk|folder|pigeonhole|shelf|list|bin|cage|bench|table|clipboard|rack|drawer|in-tray|hook|board|diary|calendar|tablet|phone|screen|dashboard|worklist|lap|plate|door)$/;

/** "our queue", "my tray": it is with us now. */
function isOurPlace({ parse }: Scene, place: Phrase): boolean {
  return PLACES.test(place.headWord) && /^(my|our|your)$/.test(parse.words[place.from]?.lower ?? '');
}

/** Whose place something is put in or on: "in X's tray", "on the desk of X", "in the folder for X". */
export function placeOwner(scene: Scene, deed: Deed): string | null {
  const { parse, cast } = scene;
  const inside = deed.preps.find((phrase) => /^(in|on|into|onto)$/.test(phrase.prep ?? '') && !phrase.isPronoun);
  if (!inside) return null;
  const owner = ownerOf(scene, inside);
  if (owner !== null) return owner;
  const meant = deed.preps.find((phrase) => /^(for|of)$/.test(phrase.prep ?? '') && phrase.from - inside.to <= 1);
  return meant && PLACES.test(inside.headWord) ? nameParty(parse, cast, meant) : null;
}

/** Whose place it is: "X's crate". */
function ownerOf({ parse, cast }: Scene, place: Phrase): string | null {
  const at = parse.words.slice(place.from, place.to).findIndex((word) => word.lower === "'s");
  if (at < 1 || !parse.words.slice(place.from + at, place.to).some((word) => PLACES.test(word.lower))) return null;
  const owner = readPhrase(parse.words.slice(0, place.from + at), place.from);
  return owner ? nameParty(parse, cast, owner) : null;
}

/** "if the seam is loose it comes back": to us, from whoever had it. */
function comesBack(scene: Scene, deed: Deed): HandoffDraft | null {
  const { parse, cast, focus } = scene;
  const isBack =
    deed.verb === 'come back' || (/^(come|bounce)$/.test(deed.lemma) && parse.words[deed.to]?.lower === 'back');
  if (!isBack || deed.preps.length > 0 || isOver(scene, deed) || cast.narrator === null) return null;
  if (!deed.subject || !/^(it|they|this|that)$/.test(deed.subject.text)) return null;
  const party = focus.partyAt(deed);
  const from = party ? nameParty(parse, cast, party) : null;
  return from === null || from === cast.narrator
    ? null
    : draft(scene, deed, { from, to: cast.narrator, by: 'rule:goes-to', sure: true });
}

/** "a booking comes in from the sales desk": work arrives with the narrator. */
function comesFrom(scene: Scene, deed: Deed): HandoffDraft | null {
  if (!/^(come|arrive|land|get)$/.test(deed.lemma) || isOver(scene, deed) || scene.cast.narrator === null) return null;
  const source = deed.preps.find((phrase) => phrase.prep === 'from' && !phrase.isPronoun);
  const from = source ? nameParty(scene.parse, scene.cast, source) : null;
  if (from === null || from === scene.cast.narrator) return null;
  const subject = deed.subject;
  if (
    deed.lemma === 'get'
      ? !subject || !SELF_PRONOUNS.has(subject.text)
      : !subject || isParty(scene.parse, scene.cast, subject)
  )
    return null;
  return draft(scene, deed, { from, to: scene.cast.narrator, by: 'rule:comes-from', sure: true });
}
