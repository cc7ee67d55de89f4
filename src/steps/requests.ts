// What somebody is asked for, and who gets what is given.
import type { Deed, Parse } from './deeds.ts';
import { type Cast, isParty, nameParty } from './parties.ts';
import type { Phrase } from './phrases.ts';
import type { Telling } from './telling.ts';

/** What is asked for: "asking for …", "and ask him to …", or an infinitive after an aside. */
export function requestAfter({ parse }: Telling, deed: Deed): Deed | null {
  const next = parse.deeds[deed.index + 1];
  const after = parse.deeds[deed.index + 2];
  if (!next || parse.clauses[next.clause]?.sentence !== parse.clauses[deed.clause]?.sentence) return null;
  if (next.parent === deed.index) return next;
  const isAside = next.form === 'copula' && next.subject?.isPronoun === true;
  if (isAside && after?.form === 'infinitive' && after.parent === null && after.clause <= next.clause + 2) return after;
  const asks = isAside ? after : next;
  if (!asks || !joinsRequest(parse, deed, asks)) return null;
  const inner = parse.deeds[asks.index + 1];
  return inner?.parent === asks.index && inner.form === 'infinitive' ? inner : asks;
}

/** "email the buyer and ask for it", "ring them and ask …": one asking, not two. */
export function joinsRequest(parse: Parse, deed: Deed, asks: Deed): boolean {
  const own = parse.clauses[deed.clause];
  const other = parse.clauses[asks.clause];
  if (!own || !other || own.sentence !== other.sentence || asks.clause > deed.clause + 3 || asks.index > deed.index + 2)
    return false;
  const isSame = asks.inherited || asks.subject?.text === deed.subject?.text;
  return (
    isSame &&
    /^(ask|ask for|request)$/.test(asks.verb) &&
    deed.lemma !== 'ask' &&
    other.connectors.includes('and') &&
    !asks.negated
  );
}

/** Who gets it: "to sales", "give them the badge". */
export function receiverOf(telling: Telling, deed: Deed): string | null {
  const phrase = receiverPhrase(telling, deed);
  return phrase ? nameParty(telling.parse, telling.cast, phrase) : null;
}

/** The phrase that names who gets it, with pronouns resolved. */
export function receiverPhrase({ parse, cast, focus }: Telling, deed: Deed): Phrase | null {
  const to = deed.preps.find((phrase) => phrase.prep === 'to' && (isParty(parse, cast, phrase) || phrase.isPronoun));
  const first = deed.objects.length > 1 || deed.verb.endsWith(' to') ? deed.objects[0] : undefined;
  const isDative = first && (first.isPronoun || isParty(parse, cast, first)) && !/^(it|this|that)$/.test(first.text);
  const phrase = to ?? (isDative ? first : undefined) ?? explainedReceiver(parse, cast, deed);
  if (!phrase) return null;
  if (/^(him|her|them)$/.test(phrase.text)) return focus.otherPartyAt(deed);
  return phrase;
}

/** "to whoever booked it, the guide": the name comes after. */
function explainedReceiver(parse: Parse, cast: Cast, deed: Deed): Phrase | undefined {
  const to = deed.preps.find((phrase) => phrase.prep === 'to' && /^(whoever|person|people|one)$/.test(phrase.headWord));
  const isOpen = to !== undefined || parse.words[deed.end]?.lower === 'to' || parse.words[deed.end + 1]?.lower === 'to';
  if (!isOpen) return undefined;
  for (let clause = deed.clause + 1; clause <= deed.clause + 2; clause += 1) {
    const phrase = parse.fragmentOf.get(clause)?.phrases[0];
    const isSame = parse.clauses[clause]?.sentence === parse.clauses[deed.clause]?.sentence;
    if (phrase && isSame && isParty(parse, cast, phrase)) return phrase;
  }
  return undefined;
}
