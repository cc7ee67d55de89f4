// The words of a question that say what is done with the things it names: counted, timed, compared, left out. None of them
// belongs to any process. Marked as a table: the order of the rows is the order in which they are looked for.

export type Operator =
  | 'count'
  | 'share'
  | 'long'
  | 'longest'
  | 'shortest'
  | 'fast'
  | 'cycle'
  | 'wait'
  | 'more'
  | 'less'
  | 'most'
  | 'least'
  | 'average'
  | 'not'
  | 'skip'
  | 'with'
  | 'twice'
  | 'once'
  | 'single'
  | 'all'
  | 'only'
  | 'than'
  | 'or'
  | 'and'
  | 'compare'
  | 'until'
  | 'between'
  | 'before'
  | 'after'
  | 'from'
  | 'to'
  | 'by'
  | 'first'
  | 'last'
  | 'who'
  | 'person'
  | 'role'
  | 'step'
  | 'when'
  | 'month'
  | 'exists'
  | 'begin'
  | 'end'
  | 'each'
  | 'then'
  | 'other'; // prettier-ignore

const FORMS: readonly (readonly [Operator, string])[] = [
  // How often in a case
  [
    'twice',
    'more than (?:once|one time)|(?:at least |more than )?(?:twice|two times|2 times)|two or more times|(?:several|multiple|many) times|again|repeatedly|a second time|once more|over and over|another time|double|redone|repeated',
  ],
  ['single', '(?:exactly|only|just) (?:once|one time|a single time)|(?:once|a single time) only|no more than once'],
  ['once', 'at least once|at least one time|ever|at any (?:time|point)'],
  // Counted
  [
    'share',
    '(?:what|which|how (?:large|big|high)) (?:is )?(?:a |the |an )?(?:share|percentage|percent|proportion|fraction|portion|part|rate|ratio)|(?:share|percentage|percent|proportion|fraction|portion)',
  ],
  [
    'count',
    'on how many occasions|how many times|how many instances|how many|how often|how frequently|(?:the |total |what )*number of|count of|number|how rarely',
  ],
  // Of time
  [
    'cycle',
    '(?:total |whole |entire |overall )?(?:throughput|cycle|lead|turnaround|turn around|case|processing|completion|end to end) (?:times?|duration)|turnaround|from (?:start|beginning|begin|first to last|the first to the last|end) to (?:the )?(?:finish|end|end)|start to (?:finish|end)|beginning to end|all in all|run ?time',
  ],
  [
    'long',
    'how (?:much time|long|quickly|fast|slow|soon|slowly)|duration|time needed|time spent|long does it take|what time does it take',
  ],
  [
    'wait',
    '(?:hold(?:s|ing)?|held)(?: \\w+){0,2} up|wait(?:s|ed|ing)?(?: times?)?|idle(?: time)?|(?:sits?|sitting|lies?|lying|stands?|standing) (?:around|idle|there|still|about)|sits?|sitting|delay(?:s|ed)?|pending|queue(?:s|d|ing)?|lag|time lag|gap',
  ],
  ['longest', 'longest|slowest|maximum|max|most time|the worst'],
  ['shortest', 'shortest|fastest|quickest|soonest|minimum|min|least time'],
  ['most', 'most(?: of(?: all| the)?)?|greatest|highest|biggest|busiest|hardest|most often|most frequently'],
  ['least', 'least|fewest|lowest|smallest|rarest|least often'],
  ['fast', 'faster|quicker|shorter|sooner|earlier|speedier|less time|less long'],
  ['long', 'longer|slower|more slowly|more time|time'],
  ['fast', 'quickly|fast|quick'],
  ['more', 'more(?: often| frequently)?|higher|over|above|beyond|exceed(?:s|ed|ing)?|at least'],
  ['less', 'less(?: often| frequently)?|fewer|under|below|within|at most'],
  [
    'average',
    'on average|in the mean|average|avg|mean|median|typically|typical|usually|usual|normally|normal|generally|as a rule',
  ],
  // Left out
  [
    'skip',
    'skip(?:s|ped|ping)?|left out|leaves? out|omit(?:s|ted)?|miss(?:es|ed|ing)?|bypass(?:es|ed)?|forgotten|forgot|lack(?:s|ed|ing)?|avoid(?:s|ed)?',
  ],
  ['not', 'without|with no|not|never|no|none|nobody|no one|cannot'],
  ['all', 'always|all|every|each and every|in every case|any'],
  ['only', 'only(?: some| a few| sometimes)?|just some|some|sometimes'],
  // Against each other
  [
    'compare',
    'compare(?:d)?(?: to| with)?|comparison|versus|vs|differ(?:s|ence|ences|ent)?(?: between| in| from)?|as opposed to|rather than',
  ],
  ['than', 'than'],
  ['or', 'or'],
  // In order
  ['between', 'between|in between'],
  ['until', 'until|till|up to'],
  ['before', 'before|prior to|ahead of|preced(?:e|es|ed|ing)'],
  ['after', 'after|once|following|since'],
  ['begin', '(?:start|starts|started|begin|begins|began|beginning|starting)'],
  ['end', '(?:end|ends|ended|ending|finish|finishes|finished)'],
  ['first', 'first|earliest'],
  ['last', 'last|latest'],
  // Who and when
  [
    'who',
    'who else|whose|who|which of (?:the )?(?:two|three|four|five|them|us)?|which (?:person|people|employee|employees|colleague|colleagues|one)|what (?:person|people|employee|employees)|by whom',
  ],
  ['person', 'person|people|employee|employees|colleague|colleagues|staff|users?|workers?|individuals?'],
  ['role', 'roles?|departments?|teams?'],
  ['step', 'activit(?:y|ies)|steps?|tasks?'],
  ['month', '(?:in )?(?:which|what) month|by month|(?:per|each|every) month|month by month|over the months|monthly'],
  ['each', 'each|per (?:person|head|employee)|(?:each|every) of (?:them|these)'],
  [
    'exists',
    '(?:is|are|was|were) there(?: any| also| ever)?|do(?:es)? (?:any|some)(?:body|one)?|did (?:any|some)(?:body|one)?|was (?:any|some)(?:body|one)|has (?:any|some)(?:body|one)|anyone|anybody|somebody|someone',
  ],
  [
    'with',
    'with|having|that (?:have|had|has)|which (?:have|had|has)|where|in which|that|which|involving|including|containing|for which',
  ],
  ['by', 'by'],
  ['from', 'from'],
  ['to', 'to'],
  ['and', 'and|then'],
]; // prettier-ignore

export interface FoundOperator {
  readonly operator: Operator;
  /** Numbers of words, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

const READ = FORMS.map(([operator, form]) => [operator, new RegExp(`(?<=^| )(?:${form})(?= |$)`, 'g')] as const);

/** Of the words that are free; a word is in one operator only. Longer forms are taken first, rows above before those below. */
export function findOperators(words: readonly string[], isFree: (at: number) => boolean): FoundOperator[] {
  const line = words.map((word, at) => (isFree(at) ? word : '§')).join(' ');
  const found: FoundOperator[] = [];
  const all = READ.flatMap(([operator, form]) =>
    [...line.matchAll(form)].map((match) => {
      const from = line.slice(0, match.index).split(' ').length - 1;
      return { operator, from, to: from + match[0].split(' ').length };
    }),
  );
  for (const each of all.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (found.every(({ from, to }) => each.to <= from || to <= each.from)) found.push(each);
  }
  return found.toSorted((a, b) => a.from - b.from);
}
