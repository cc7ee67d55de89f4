// Labels: a plain verb and its object, as a process owner would write it: "enter customer number".
import { canonicalVerb, givesTime, TIME_NOUN } from './canonical-verb.ts';
import lists from './data/labels.json' with { type: 'json' };
import type { Deed } from './deeds.ts';
import { nounText, objectOf } from './object-text.ts';
import { isParty, nameParty } from './parties.ts';
import { receiverOf, requestAfter } from './requests.ts';
import type { Telling } from './telling.ts';

export interface Label {
  readonly verb: string;
  readonly object: string;
  /** The thing worked on, without receiver or place; null when there is none. */
  readonly artifact: string | null;
  readonly text: string;
}

const WITH_RECEIVER: ReadonlySet<string> = new Set(lists.withReceiver);
const WITH_PLACE: ReadonlySet<string> = new Set(lists.withPlace);
const RECEIVER_PREPS: ReadonlySet<string> = new Set(['to', 'into', 'onto']);
const PLACE_PREPS: ReadonlySet<string> = new Set(lists.placePreps);
const ALONE: ReadonlySet<string> = new Set(lists.alone);
const ASK_OF: ReadonlySet<string> = new Set(lists.askOf);
const LIGHT_NOUNS: ReadonlySet<string> = new Set([
  'email',
  'e-mail',
  'call',
  'ring',
  'line',
  'message',
  'note',
  'shout',
  'word',
  'text',
]);

/** The label of one deed; null when it says nothing a reader could act on ("do it", "have a thing"). */
export function labelDeed(telling: Telling, deed: Deed): Label | null {
  const verb = canonicalVerb(telling, deed);
  if (verb === null || (verb === 'do' && deed.modal === 'go') || givesTime(deed)) return null;
  if (ASK_OF.has(verb)) {
    const asked = labelAsking(telling, deed, verb);
    if (asked) return asked;
  }
  const object = objectOf(telling, deed, verb);
  if (object === null) return ALONE.has(verb) && deed.objects.length === 0 ? make(verb, '', null) : null;
  return make(verb, object + tail(telling, deed, { verb, object }), object);
}

/** "ask the planner to confirm a date", "email the breeder for the papers". */
function labelAsking(telling: Telling, deed: Deed, verb: string): Label | null {
  const { parse, cast, focus } = telling;
  const said = deed.objects.find((phrase) => isParty(parse, cast, phrase) || /^(him|her|them)$/.test(phrase.text));
  // "the marshal must be copied": whom it is done to.
  const told = deed.form === 'passive' && deed.subject && isParty(parse, cast, deed.subject) ? deed.subject : undefined;
  const receiver = said ?? told ?? deed.preps.find((phrase) => phrase.prep === 'to' || phrase.prep === 'with');
  if (!receiver) return null;
  const pronoun = /^(him|her|them)$/.test(receiver.text);
  const party = pronoun ? focus.partyAt(deed) : receiver;
  const name = party ? nameParty(parse, cast, party) : null;
  if (!party || name === null) return null;
  const inner = requestAfter(telling, deed);
  const request = inner && !inner.negated ? labelDeed(telling, inner) : null;
  if (request && inner?.form === 'infinitive') return make(verb, `${name} to ${request.text}`, request.artifact);
  const wanted =
    inner && /^(ask|ask for|request)$/.test(inner.verb)
      ? inner.objects.find((phrase) => !isParty(parse, cast, phrase) && !/^(him|her|them|it)$/.test(phrase.text))
      : undefined;
  const about =
    wanted ??
    deed.preps.find((phrase) => phrase.prep === 'for' || phrase.prep === 'about') ??
    deed.objects.find(
      (phrase) => phrase !== said && !TIME_NOUN.test(phrase.headWord) && !LIGHT_NOUNS.has(phrase.headWord),
    );
  const topic = about && !about.isPronoun ? nounText(telling, about) : null;
  const joint = about !== undefined && about.prep === null && topic !== null && verb !== 'tell' ? ' for ' : ' about ';
  const link = about?.prep === 'for' || wanted ? ' for ' : joint;
  return make(verb, topic === null ? name : `${name}${link}${topic}`, topic);
}

/** Receiver or place, for verbs that say little without it. */
function tail(
  telling: Telling,
  deed: Deed,
  { verb, object }: { readonly verb: string; readonly object: string },
): string {
  const { parse, cast } = telling;
  const state = stateOf(telling, deed, verb);
  if (state !== null) return state;
  const receiver = receiverOf(telling, deed);
  if (receiver !== null && WITH_RECEIVER.has(verb)) return ` to ${receiver}`;
  if (!WITH_PLACE.has(verb) && !WITH_RECEIVER.has(verb)) return '';
  const preps = WITH_RECEIVER.has(verb) ? RECEIVER_PREPS : PLACE_PREPS;
  const place = deed.preps.find((phrase) => phrase.prep !== null && preps.has(phrase.prep) && !phrase.isPronoun);
  if (!place || isParty(parse, cast, place)) return '';
  const text = nounText(telling, place);
  return text === null || text === object ? '' : ` ${place.prep} ${text}`;
}

/** "set it to solved", "move the candidate to hired", "mark it urgent": the state it is put in. */
function stateOf({ parse }: Telling, deed: Deed, verb: string): string | null {
  if (!/^(set|move|mark|change|flag|tag|update)$/.test(verb)) return null;
  const at = deed.objects[0]?.to ?? -1;
  const first = parse.words[at];
  const isLinked = first?.lower === 'to' || first?.lower === 'as' || first?.lower === 'not';
  const state = isLinked ? parse.words[at + 1] : first;
  if (!state || state.segment !== parse.words[deed.verbAt]?.segment || !/^(VERB|ADJ)$/.test(state.pos)) return null;
  if (state.pos === 'VERB' && !/(ed|n)$/.test(state.lower)) return null;
  return isLinked ? ` ${first.lower} ${state.lower}` : ` ${state.lower}`;
}

function make(verb: string, object: string, artifact: string | null): Label {
  const clean = object.trim();
  // "hit refund" in a talk about refunds.
  if (clean === verb) return { verb: 'issue', object: clean, artifact, text: `issue ${clean}` };
  return { verb, object: clean, artifact, text: clean === '' ? verb : `${verb} ${clean}` };
}
