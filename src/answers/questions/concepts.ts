// What people ask for, whatever words they choose.
import { foldWords } from '../../lib/fold-words.ts';
import { rootOf } from '../names/same-word.ts';
import { isFiller } from './fillers.ts';

const CONCEPTS = {
  COUNT: 'number|numbers|total count|how many|number of|count|counts|quantity|amount of|no of|total number|in total',
  OFTEN:
    'on how many occasions|how many occasions|at what frequency|how regular|how many instances|how often|how frequently|how many times|frequency|how regularly|how many occurrences|how rarely',
  FREQUENT: 'frequent|frequently|common|commonly|popular|often|usual',
  MOST: 'most|longest|biggest|highest|largest|greatest|top|worst|main|mostly|slowest|maximum|busiest|heaviest|number one|dominant',
  LEAST: 'least|fewest|shortest|fastest|rarest|quickest|lowest|smallest|minimum',
  LONG: 'how many days|how many hours|how many weeks|how many minutes|how many months|how many working days|how many days pass|how many hours pass|how many weeks pass|days pass|hours pass|days go by|elapse|elapses|elapsed|takes how long|durchlaufzeit|durchlaufzeiten|bearbeitungszeit|how long|long|longest|slowest|shortest|fastest|quickest|duration|durations|lead time|throughput time|cycle time|turnaround|turnaround time|processing time|time|how much time|last|lasts|slow|fast|quick|how quickly|how fast|time passes|how much time passes|time pass|time goes by',
  HANDOFF:
    'pass work|passes work|passing work|hand work|hands work|ubergabe|ubergaben|handoff|handoffs|hand off|hand offs|handover|handovers|hand over|hand overs|handed over|hands over|hand|hands|handed|handing|pass on|passes on|passed on|pass|passes|passed|passing|forward|forwards|forwarded|change hands|changes hands|change of hands|baton|give to|work over|over to|give work|gives work|given work|passing on|baton|interface|interfaces|handing over|transition of work|passed over|passed along|transferred to|routes to|routed to|goes over|go over|send work|sends work',
  RECEIVE:
    'receive|receives|received|receiving|get work|gets work|get their work|gets its work|get input|gets input|gets files from',
  WAIT: 'drag|drags|dragging|drag on|drags on|take forever|takes forever|take ages|takes ages|clog|clogs|clogged|get stuck|gets stuck|pile up|piles up|piled up|piling up|accumulate|accumulates|waste time|wastes time|wasted time|wasting time|time wasted|time is wasted|stand around|stands around|hang around|hangs around|lie idle|lies idle|lie there|wartezeit|wartezeiten|liegezeit|liegezeiten|lose|loses|losing|lost|wait|waits|waiting|waited|wait time|waiting time|delay|delays|delayed|idle|stuck|held up|hold up|holdup|queue|queues|queueing|sit|sits|sitting|stand still|stands still|lose time|lost time|time lost|stall|stalls|stalled|hang|gap|lag|lie around|lies around|pending|sits around|sit around|lag|lags|downtime|dead time|lying around|backlog|bog down|bogged down|stagnate|hold ups|standstill|latency',
  BOTTLENECK:
    'we the slowest|we slowest|slowest transition|slowest step over|slowest handover|slowest point|slowest place|slowest part|slows down|slow down|slowing down|slowed down|slows|engpass|engpasse|bottleneck|bottlenecks|bottle neck|bottle necks|choke point|choke points|chokepoint|constraint|constraints|congestion|jam|jams|hurt|hurts|pain point|pain points',
  WHY: 'what would make|what could make|what made|what leads|why|cause|causes|caused|reason|reasons|because|due to|explain why|what makes|how come|what for|for what reason|grounds',
  CAUSE:
    'batching|contention|prioritisation|prioritization|unavailability|extraneous|by cause|causes of waiting|waiting causes',
  WHO: 'who|whom|whose|by whom|which role|which roles|which team|which department|what role',
  ROLE: 'party involved|parties involved|stakeholder|stakeholders|rolle|rollen|abteilung|abteilungen|role|roles|department|departments|team|teams|function|functions|job|jobs|job title|position|positions|party|parties',
  PERSON:
    'mitarbeiter|sachbearbeiter|person|persons|people|employee|employees|staff|colleague|colleagues|individual|individuals|somebody|someone|user|users|worker|workers|resource|resources',
  SYSTEM:
    'which application|what application|system|systems|tool|tools|application|applications|app|apps|software|program|programs|programme|it system|it systems|platform|platforms',
  ARTIFACT:
    'document|documents|artifact|artifacts|artefact|artefacts|file|files|data object|data objects|object|objects|paperwork|form|forms',
  ACTIVITY:
    'schritt|schritte|aktivitat|aktivitaten|activity|activities|step|steps|task|tasks|action|actions|stage|stages',
  PROCESS: 'process|processes|workflow|work',
  CASE: 'vorgang|vorgange|case|cases|instance|instances',
  EVENT: 'event|events|log row|log rows|row|rows|log entry|log entries',
  DO: 'conduct|conducts|conducted|conducting|undertake|undertakes|took place|take place|takes place|do|does|did|doing|done|perform|performs|performed|performing|carry out|carries out|carried out|execute|executes|executed|handle|handles|handled|run|runs|happen|happens|occur|occurs|occurred|executing|working on|works on|work on|in charge|responsible|responsibility|responsibilities',
  RESPONSIBLE: 'responsible|in charge|responsibility|accountable|owner|owns',
  USE: 'live|lives|reside|necessary|use|uses|used|using|work with|works with|work in|works in|need|needed|needs|require|required|touch|touches|touched',
  WHEN: 'below which|above which|over which|beyond which|how high|how low|how large|how big|what limit|which limit|which threshold|what threshold|up to which|up to what|as of which|at which point|until when|since when|when|whenever|under which|under what|at what|at which|from which|from what|what amount|which amount|what circumstances|which circumstances|what situation|which situation|what conditions',
  WHERE: 'where|in which place|whereabouts|at what point|at which place',
  WHATIF:
    'what do they do if|what do they do when|what do we do when|what do we do if|what happens|what if|happens if|happens when|what happen|what is done when|what is done if|what do we do|what do they do|what does one do|in case of|in case the|in case a|in case there|in case that|in case somebody|in case someone|what if|what about when|what do you do|how do we handle|how do they handle|how do you handle|how do we deal|how do they deal|how to handle|how is it handled|how are they handled|what is the procedure|what is the reaction|how do we react|happens with|happens to|how is handled|how are handled|what should i do|what to do',
  AFTER:
    'right after|straight after|before which|before what|before which step|before which activity|coming after|what does it lead to|next|after|afterwards|follow|follows|followed|following|subsequent|successor|successors|downstream|after that|come after|comes after|comes next|lead to|leads to|thereafter|then',
  BEFORE:
    'after which|after what|after which step|after which activity|what leads to|coming before|before|precede|precedes|preceded|preceding|prior|previous|predecessor|predecessors|upstream|beforehand|comes before|come before|leads up to',
  START:
    'happen first|happens first|comes first|come first|done first|what first|originate|originates|come from|comes from|arrive|arrives|start|starts|started|begin|begins|beginning|first thing|very first|first of all|at first|first step|first activity|first task|kick off|kicks off|initial|starting point|trigger|triggers|set off|sets off|entry point',
  END: 'end|ends|ended|finish|finishes|finished|last thing|very last|comes last|come last|last of all|in the end|at the end|last step|last activity|last task|final|final step|conclude|concludes|terminate|terminates|ending|outcome|outcomes|completed|completion|end up',
  PATH: 'path|paths|route|routes|journey|get from|way from|how do we get|how does one get|sequence of steps|lead from',
  VARIANT:
    'ways|in which order|in what order|most cases run|most cases go|cases usually run|cases usually go|cases normally run|cases normally go|usual course|normal course|typical course|standard course|normal way|typical way|standard way|sequence|sequences|order of steps|way a case goes|standard case|usual case|normal case|variante|varianten|variant|variants|different ways|different paths|different path|different routes|process path|happy path|main path|standard path|typical path|trace|traces|patterns|usual path|usual way|most common path|common path',
  RECORDING:
    'recording|recordings|video|videos|interview|interviews|narration|narrations|session|sessions|recorded|walkthrough|walkthroughs|narrator|narrators|record it',
  REWORK:
    'nacharbeit|schleife|schleifen|rework|reworks|reworked|redo|redoes|redone|repeat|repeats|repeated|repeatedly|repetition|repetitions|again|twice|loop|loops|more than once|multiple times|several times|second time|come back|comes back|go back|goes back|do over|done over|sent back|send back|ping pong',
  DECISION:
    'final say|last word|entscheidung|entscheidungen|freigabe|freigaben|decision|decisions|decide|decides|decided|deciding|branch|branches|branching|gateway|gateways|criterion|criteria|rule|rules|condition|conditions|depends|depend|depending|fork|approve|approves|threshold|thresholds|limit|limits|choice|choices|sign off|signs off',
  EXCEPTION:
    'unusual situation|unusual situations|special situation|special situations|unusual case|unusual cases|out of the ordinary|ausnahme|ausnahmen|sonderfall|sonderfalle|exception|exceptions|exceptional|go wrong|goes wrong|went wrong|gone wrong|wrong|problem|problems|unusual|rare|rarely|edge case|edge cases|issue|issues|special case|special cases|trouble|troubles|one off|one offs|deviation|deviations|unexpected|anomaly|anomalies',
  JUDGEMENT:
    'without any written rule|without a written rule|without written rules|without any written rules|without written rule|without rules|without a rule|without any rule|without clear rules|without fixed rules|no written rule|common sense|nose for|an eye for|hunch|by eye|personal assessment|own discretion|bauchgefuhl|judgement|judgements|judgment|judgments|judgement call|judgement calls|judgment call|judgment calls|judgement moment|judgement moments|gut feeling|gut feel|gut|experience|feel|feeling|feelings|intuition|rule of thumb|tacit|tacit knowledge|discretion|know how|instinct|unwritten|no rule',
  DIFFER:
    'distinguish|distinguishes|contrast|deviate|deviates|same way|unlike|difference|differences|differ|differs|differently|disagree|disagrees|disagreement|disagreements|contradict|contradicts|contradiction|contradictions|inconsistent|inconsistency|inconsistencies|versus|vs|compare|compared|conflicting|agree|agrees|different from each other|do different',
  TRANSFER:
    'keyed in|key in|keys in|keying in|keyed|transferred by hand|entered by hand|by hand between|retyped manually|copied by hand|typed by hand|is typed|are typed|gets typed|typed again|typed twice|typed off|typed in|typed out|by typing|copied manually|carried across|medienbruch|medienbruche|copy|copies|copied|copying|copy paste|copy pasted|paste|pastes|pasted|transfer|transfers|transferred|retype|retyped|retypes|rekey|rekeyed|re enter|re entered|type over|types over|typed over|typing over|type into|types into|typed into|copy over|copied over|copies over|move data|moves data|data is moved|enter twice|entered twice|double entry|manual entry|type again|types again|type off|types off|typed off|by hand|manually|manual|swivel chair|carried over|carried by hand',
  OPENEND:
    'open end|open ends|loose end|loose ends|dead end|dead ends|nobody recorded|nobody has recorded|not recorded|unrecorded|recording missing|recording is missing|missing recording|missing recordings|blind spot|blind spots|still need to record',
  STATED:
    'hear|hears|heard|hear about|come across|topic of|stated|say|says|said|saying|told|tell of|tells of|tell about|tells about|comes up|come up|speak|speaks|speaking|spoke|talk|talks|talking|talked|discuss|discusses|discussed|explain|explains|explained|refer to|refers to|bring up|brings up|mentioning|claim|claims|claimed|mention|mentions|mentioned|talk about|talked about|speak of|speaks of|according to people|in their words|narrated',
  OBSERVED: 'observed|observe|seen|logged|log|logs|event log|event logs|in the data|measured|data|evidenced',
  NEVER: 'never|not|nobody|no one|only|no|nowhere|but not',
  EVIDENCE:
    'evidence|proof|prove|proves|quote|quotes|moment|moments|clip|clips|source|sources|show me where|show me the place|how do you know|where is it said|where do you see|backed up',
  DEFINE:
    'define|defines|defined|definition|definitions|what is a|what is an|meant by|mean by|what counts as|count as|is counted|are counted|computed|calculated|how do you count|how do you compute|how do you measure|how is measured|what does mean|explain what',
  UNSURE: 'unsure|uncertain|uncertainty|doubt|doubts|doubtful|doubtfully|not sure|ambiguous|unclear',
  SHARE: 'portion|percentage|share|percent|percentage|proportion|fraction|rate|ratio|how large a part|what part',
  AVERAGE: 'average|averages|mean|median|typical|typically|usually|normally|avg|on average|expected',
  EFFICIENCY:
    'efficiency|efficient|cte|cycle time efficiency|value adding|touch time|time worked|time is worked|share of the time',
  SUMMARY:
    'walk through|walk me through|talk me through|run me through|take me through|summary|summarise|summarize|overview|outline|tell me about|explain the process|describe|headline|at a glance|in short|key figures|what is this|what is the process',
  HOW: 'how is|how are|how was|how were|how do|how does|how did|in what way|in which way|by what means|from whom|by what',
  AMOUNT: 'how much|how expensive|what price|what amount of',
  LEFTOUT:
    'left out|leave out|leaves out|excluded|exclude|exclusion|exclusions|ignored|omitted|not counted|disregarded|filtered out',
} as const satisfies Record<string, string>;
export type Concept = keyof typeof CONCEPTS;

/** A question that has one of these besides what a kind asks for may still be that kind. */
export const WEAK: ReadonlySet<string> = new Set<Concept>([
  'DO',
  'WHERE',
  'AVERAGE',
  'PROCESS',
  'ACTIVITY',
  'CASE',
  'FREQUENT',
  'USE',
  'WHO',
  'OBSERVED',
  'WHEN',
  'RESPONSIBLE',
  'HOW',
  'AMOUNT',
]);

interface Phrase {
  readonly concept: Concept;
  readonly stems: readonly string[];
}

/** Longest first: "cycle time efficiency" is not "cycle time". */
const PHRASES: readonly Phrase[] = (Object.entries(CONCEPTS) as [Concept, string][])
  .flatMap(([concept, phrases]) =>
    phrases.split('|').map((phrase) => ({ concept, stems: foldWords(phrase).map(({ word }) => rootOf(word)) })),
  )
  .toSorted((a, b) => b.stems.length - a.stems.length);

/** Words that are a concept by themselves, with their stems. */
export const CONCEPT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.values(CONCEPTS)
    .flatMap((phrases) => phrases.split('|'))
    .filter((phrase) => !phrase.includes(' '))
    .map((word) => [word, rootOf(word)]),
);
/** Those, and the words of phrases that say something: what a slip may have been meant to be. */
export const SLIP_WORDS: ReadonlyMap<string, string> = new Map([
  ...CONCEPT_WORDS,
  ...Object.values(CONCEPTS)
    .flatMap((phrases) => phrases.split(/[| ]/))
    .filter((word) => word.length >= 6 && !isFiller(word))
    .map((word) => [word, rootOf(word)] as const),
]);

/** The words by which a concept is asked for. */
export const wordsFor = (concept: Concept): ReadonlySet<string> => new Set(CONCEPTS[concept].split(/[| ]/));

const CONCEPT_STEMS: ReadonlySet<string> = new Set(CONCEPT_WORDS.values());

export const isConcept = (stem: string): boolean => CONCEPT_STEMS.has(stem);

export interface FoundConcept {
  readonly concept: Concept;
  /** Numbers of words, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

const PHRASES_FROM: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(PHRASES, ({ stems }) => stems[0] ?? '');

/** Concepts with their places; a word may stand for two ("longest"), and of overlapping phrases the longest counts. */
export function findConcepts(stems: readonly string[]): FoundConcept[] {
  const all = stems.flatMap((stem, from) =>
    (PHRASES_FROM.get(stem) ?? []).flatMap(({ concept, stems: wanted }) =>
      wanted.every((each, at) => stems[from + at] === each) ? [{ concept, from, to: from + wanted.length }] : [],
    ),
  );
  const found: FoundConcept[] = [];
  for (const each of all.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const isInLonger = found.some(
      ({ from, to }) => to - from > each.to - each.from && from < each.to && each.from < to,
    );
    if (!isInLonger) found.push(each);
  }
  return found;
}
