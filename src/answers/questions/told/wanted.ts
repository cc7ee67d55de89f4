// In: a question about what people tell. Out: the words that must be said where it is answered, and what it asks for.
import { findPhrases } from '../../words/phrasal-verbs.ts';
import { wordsOf } from '../../words/word-index.ts';

export type Asked =
  | 'who'
  | 'why'
  | 'when'
  | 'where'
  | 'how long'
  | 'how often'
  | 'how much'
  | 'how many'
  | 'what if'
  | 'what'
  | 'how'
  | 'what for'
  | 'whether';

export interface WantedWord {
  readonly word: string;
  /** Where it is a verb of two words, the root of one that says the same. */
  readonly root?: string;
  /** Whether it is a thing or somebody, which may be named in the sentence before, or be who speaks. */
  readonly isThing: boolean;
  /** Whether it says who must speak: "according to the dispatcher". */
  readonly isSpeaker?: true;
}

export interface Wanted {
  readonly asks: Asked;
  readonly words: readonly WantedWord[];
  readonly isNegated: boolean;
  /** "Which system ...": what must be named, whatever it is called. */
  readonly named: RegExp | null;
  readonly text: string;
}

const FORMS: readonly (readonly [Asked, RegExp])[] = [
  [
    'what for',
    /\b(?:used for|use for|purpose of|need(?:ed)? for|good for)\b|\bwhat (?:do|does) \S+(?: \S+)? use .* for\b|\bfor what (?:do|does|is|are)\b/,
  ],
  [
    'how long',
    /\bhow (?:long|soon|quickly|fast)\b|\bhow (?:much time|many (?:seconds|minutes|hours|days|weeks|months|years))\b|\b(?:by when|deadline|time limit|within what time|until when|in what time)\b/,
  ],
  ['how often', /\bhow (?:often|frequently|regularly)\b|\bhow many times\b/],
  [
    'how much',
    /\bhow (?:much|expensive|high|large|big|low)\b|\bwhat (?:does|do|did) .*\bcost\b|\b(?:what|which) (?:is the |was the )?(?:\w+ )?(?:price|fee|amount|sum|limit|threshold|value|percentage|rate)\b/,
  ],
  ['how many', /\bhow many\b/],
  [
    'what if',
    /\bwhat (?:happens?|if|is done|are the consequences|do \S+ do|does \S+(?: \S+)? do|to do|now|then|should \S+ do|must \S+ do)\b|\bhappens (?:if|when|to|with)\b|\bhow (?:do|does|are|is|should) .*\b(?:handle[sd]?|treat(?:ed)?|deal(?:t)? with|react|respond|proceed)\b/,
  ],
  [
    'why',
    /\bwhy\b|\bwhat for\b|\breasons?\b|\bhow come\b|\bwhat (?:makes?|made|would make|leads?|causes?)\b|\bpurpose\b/,
  ],
  [
    'when',
    /\bwhen\b|\bwhat time\b|\b(?:which|what) (?:day|days|weekday|date|month|conditions?|circumstances|cases?|situations?)\b|\b(?:from|above|below|over|under|at|as of) (?:what|which)\b|\bat what point\b|\bas soon as\b/,
  ],
  ['where', /\bwhere\b|\b(?:which|what) place\b/],
  [
    'who',
    /\bwho(?:m|se)?\b|\b(?:which|what) (?:person|people|role|team|department|company|firm|vendor|supplier|colleague|partner|agency|office)\b/,
  ],
  ['what', /\bwhat\b|\bwhich\b/],
  ['how', /\bhow\b/],
]; // prettier-ignore

/** Words that ask, hold a sentence together, or carry another ("take place", "be done"): any sentence may lack them. */
const IDLE: ReadonlySet<string> = new Set(
  `a an the and or but if when whenever once then than so as at by for from in into of off on onto out over to up with within about
  between through during per via is are was were am be been being do does did done doing has have had having get gets got getting can
  could may might must shall should will would need needs needed let lets go goes going went gone come comes coming came make makes
  made take takes took taken put puts happen happens happened occur occurs it its itself he she they them their theirs his her hers
  him we us our ours i me my mine you your yours one ones who whom whose what which where why how that this these those there here
  any anybody anyone anything some somebody someone something everybody everyone everything people person persons thing things stuff
  recording recordings video videos see seen watch find shown purpose case cases process work works working please tell told show us me know say says long often frequently regularly much many time times
  usually normally typically generally always actually exactly really just also too very quite still yet already ever else instead
  value amount level point place places limit reason reasons procedure rule use used using mean means kind kinds type types sort way ways matter supposed allowed able have
  each other others until till before after while because since away happen now not no never without nobody nothing none cannot t s re ve ll d m don doesn didn isn aren wasn`.split(
    /\s+/,
  ),
);

const DETERMINERS =
  /^(?:a|an|the|our|my|your|his|her|their|its|this|that|these|those|any|every|each|some|no|which|what|many|all|such|of|for|with|from|about|in|on|to|by|at)$/;
const NEGATION =
  /\b(?:not|never|no|without|nobody|nothing|none|cannot|can't|n't|lacks?|lacking|missing|unable|fails? to|refuses? to|forgets? to|no longer)\b|n't\b/i;

/** Of a question spelt out; undefined words of time or number are what is asked for, and stand in no sentence. */
export function readWanted(text: string): Wanted {
  const lower = text.toLowerCase();
  const asks = FORMS.find(([, form]) => form.test(lower))?.[0] ?? 'whether';
  const words = wordsOf(lower);
  const phrases = findPhrases(words);
  const typed = typeNounOf(lower);
  const speaker = speakerOf(words);
  const wanted = words.flatMap((word, at): WantedWord[] => {
    const phrase = phrases.find(({ verb, particle }) => verb === at || particle === at);
    if (phrase !== undefined) return phrase.verb === at ? [{ word, root: phrase.root, isThing: false }] : [];
    if (typed?.noun === word) return [];
    if (/^\d+$/.test(word)) return [{ word, isThing: true }];
    if (speaker !== undefined && at >= speaker.from && at < speaker.to)
      return at < speaker.name || IDLE.has(word) ? [] : [{ word, isThing: true, isSpeaker: true }];
    if (IDLE.has(word) || (UNITS.test(word) && (asks === 'how long' || asks === 'how many'))) return [];
    if (asks === 'when' && WHEN_UNIT.test(word)) return [];
    if (COST.test(word) && asks === 'how much') return [{ word, isThing: false }];
    const [before = '', next = ''] = [words[at - 1], words[at + 1]];
    const isSubject =
      /^(?:does|do|did|is|are|was|were|has|have|can|could|must|should|would|will|may|might|if|when|that)$/.test(before);
    const isThing =
      DETERMINERS.test(before) ||
      (isSubject && !IDLE.has(next)) ||
      (DETERMINERS.test(words[at - 2] ?? '') && !DETERMINERS.test(next));
    return [{ word, isThing: isThing && !/(?:ed|ing|ly)$/.test(word) }];
  });
  const seen = new Set<string>();
  return {
    asks,
    words: wanted.filter(({ word }) => !seen.has(word) && seen.add(word)),
    isNegated: NEGATION.test(lower),
    named: typed?.named ?? null,
    text: lower,
  };
}

const UNITS = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/;
const WHEN_UNIT = /^(?:day|days|date|month|time|circumstances?|conditions?|situations?)$/;
const COST = /^(?:costs?|charges?|prices?|fees?|pays?)$/;

/** "According to the dispatcher", "in the words of Dana": to the end of the question, or to the next word that asks. */
function speakerOf(words: readonly string[]): { from: number; name: number; to: number } | undefined {
  const line = ` ${words.join(' ')} `;
  const said = /\b(?:according to|in the (?:words|opinion|view) of|as told by|as said by)\b/.exec(line);
  if (said === null) return sayerOf(words);
  const from = line
    .slice(0, said.index)
    .trim()
    .split(' ')
    .filter((word) => word !== '').length;
  const name = from + said[0].split(' ').length;
  const end = words.findIndex(
    (word, at) => at > name && /^(?:who|what|which|when|where|why|how|is|are|do|does)$/.test(word),
  );
  return { from, name, to: end < 0 ? words.length : end };
}

/** "What did the director say?": from what does it to the verb. */
function sayerOf(words: readonly string[]): { from: number; name: number; to: number } | undefined {
  const verb = words.findIndex((word) => /^(?:say|said|tell|told|mention|explain)$/.test(word));
  const asked = words.findIndex(
    (word, at) => word === 'what' && /^(?:does|do|did|has|have)$/.test(words[at + 1] ?? ''),
  );
  return asked < 0 || verb < asked + 3 ? undefined : { from: asked + 2, name: asked + 2, to: verb };
}

const NAME = /(?<=\S )(?!I\b)\p{Lu}[\p{L}\d]+/u;
const TYPES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:systems?|tools?|software|applications?|apps?|programs?|programmes?|platforms?|databases?)$/,
    /(?:^|\s)(?!I\b)\p{Lu}[\p{L}\d]+/u,
  ],
  [/^(?:compan(?:y|ies)|firms?|vendors?|suppliers?|shops?|stores?|providers?)$/, NAME],
  [/^(?:days?|weekdays?)$/, /day\b/i],
  [/^(?:colou?rs?)$/, /\b(?:red|green|blue|yellow|orange|white|black|pink|gr[ea]y|purple|brown)\b/i],
];

/** The noun right after "which" or "what", where names can be told from other words. */
function typeNounOf(lower: string): { noun: string; named: RegExp } | undefined {
  const noun = /\b(?:which|what)(?: other| kind of| sort of)? (\p{L}+)\b/u.exec(lower)?.[1];
  const type = noun === undefined ? undefined : TYPES.find(([form]) => form.test(noun));
  return noun === undefined || type === undefined ? undefined : { noun, named: type[1] };
}

/** Whether a part of a sentence denies something; "unreadable" and "missing" do so by themselves. */
export const denies = (text: string): boolean =>
  NEGATION.test(text) ||
  /\b(?:un(?!til|der|it|ion|less|ique|iform|load|derstand)\w{4,}|in(?:complete|correct|valid|sufficient|active|accurate)|dis(?:agree|approve|satisf|connect|allow|like)\w*|empty|absent|out of|except)\b/i.test(
    text,
  );
