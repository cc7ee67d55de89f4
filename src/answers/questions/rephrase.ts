// In: a question. Out: the same in plainer words: verbs of two words as one, and roundabout forms of usual questions.
// It is read so only where nothing answers it in its own words.

interface Rule {
  readonly from: RegExp;
  readonly to: string;
}

/** Any form of the verbs, then the particle, also with a short object between: "turn it down". */
const phrasal = (verbs: string, particle: string, to: string): Rule => ({
  from: new RegExp(`\\b(?:${verbs})(?: ((?:the |a |an )?\\w+))? (?:${particle})\\b`, 'gi'),
  to: `${to} $1`,
});

const RULES: readonly Rule[] = [
  // Verbs of two words
  phrasal('turn|turns|turned|turning|knock|knocks|knocked', 'down|away', 'refuse'),
  phrasal('throw|throws|threw|thrown|throwing|chuck|chucked', 'away|out', 'discard'),
  phrasal('get|gets|got|getting', 'rid of', 'discard'),
  phrasal('look|looks|looked|looking', 'at|over|through|into', 'check'),
  phrasal('go|goes|went|going', 'over|through', 'check'),
  phrasal('give|gives|gave|given|giving|hand|hands|handed|bring|brings|brought', 'back', 'return'),
  phrasal('send|sends|sent|sending', 'back', 'return'),
  phrasal('hand|hands|handed|turn|turns|turned', 'in', 'submit'),
  phrasal('send|sends|sent|sending|mail|mailed|mails|post|posted', 'out|off', 'send'),
  phrasal('call|calls|called|calling', 'off', 'cancel'),
  phrasal('put|puts|putting', 'off', 'postpone'),
  phrasal('run|runs|ran|running', 'out', 'expire'),
  phrasal('work|works|worked|working', 'out', 'calculate'),
  phrasal('fill|fills|filled|filling', 'in|out', 'complete'),
  phrasal('write|writes|wrote|written|note|noted|jot|jotted', 'down', 'record'),
  phrasal('ring|rings|rang|call|calls|called|phone|phoned', 'up', 'call'),
  phrasal('pick|picks|picked|picking', 'up', 'collect'),
  phrasal('pay|pays|paid|paying', 'out|off', 'pay'),
  phrasal('sign|signs|signed|signing', 'off(?: on)?', 'approve'),
  phrasal('take|takes|took|taken|taking', 'care of', 'do'),
  phrasal('look|looks|looked|looking', 'after', 'do'),
  phrasal('deal|deals|dealt|dealing', 'with', 'do'),
  phrasal('carry|carries|carried|carrying', 'out', 'do'),
  phrasal('turn|turns|turned|show|shows|showed', 'up', 'appear'),
  { from: /\b(?:is|are|was|were|gets?) (\w+ )?recorded\b/gi, to: 'are $1entered' },
  { from: /\b(?:come|comes|came) into play\b/gi, to: 'is involved' },
  { from: /\b(?:play|plays|played) (?:a|any|some|the main|an important) (?:role|part)\b/gi, to: 'matters' },
  { from: /\b(?:what|which) (?:is|are) (\S+) good for\b/gi, to: 'what is $1 used for' },
  { from: /\b(?:stay|stays|stayed|keep|keeps|kept|remain|remains) silent\b/gi, to: 'does not answer' },
  {
    from: /\b(?:is|are|was|were) not (?:provided|handed in|submitted|enclosed|attached|supplied)\b/gi,
    to: 'is missing',
  },
  { from: /\bgreen[- ]?lights?\b/gi, to: 'approves' },
  { from: /\b(?:says?|said|saying) no(?: to)?\b/gi, to: 'declined' },
  { from: /\b(?:says?|said|saying) yes(?: to)?\b/gi, to: 'accepted' },
  { from: /\b(?:is|are|was|were)?\s*(?:no|not (?:any |much |very )?)\s?good\b/gi, to: 'useless' },
  {
    from: /\b(?:can ?not|can't|could not|not|never) (?:be )?(?:decided|settled|captured|described|written|put|covered|answered)(?: down)? (?:by|in|into|with|as|from|on) (?:a |any |the )?(?:clear |fixed |written )?(?:rules?|checklists?|formulas?|guidelines?)\b/gi,
    to: 'by gut feeling',
  },
  { from: /\b(?:does|do|is|are|has|have) the say (?:on|over|in|about)\b/gi, to: 'decides on' },
  { from: /\b(?:has|have|gets|get) the (?:final |last )?(?:say|word) (?:on|over|in|about)\b/gi, to: 'decides on' },
  { from: /\b(?:is|are) (?:allowed|permitted|entitled|authori[sz]ed|supposed) to\b/gi, to: 'does' },
  { from: /\ballowed to\b/gi, to: 'do' },
  { from: /\b(?:is|are|am|was|were) (?:not|un)[- ]?(?:sure|certain)\b(?: (?:about|of))?/gi, to: 'doubts' },
  { from: /\b(?:fails?|failed|refuses?|neglects?|omits?|forgets?) to\b/gi, to: 'does not' },
  { from: /\b(?:is|are) (?:unable|not able) to\b/gi, to: 'can not' },
  { from: /\b(?:lacks?|lacking|there is no|there are no|does not have|do not have|has no|have no)\b/gi, to: 'missing' },
  // What happens if
  {
    from: /\b(?:arrives?|comes?|turns? out(?: to be)?|is found(?: to be)?|gets?|becomes?|goes) (?=damaged|broken|late|wrong|incomplete|missing|lost|faulty|defective|empty|unclear)/gi,
    to: 'is ',
  },
  {
    from: /\bwhat(?:'s| is| are)? (?:the )?(?:procedure|process|plan|reaction|consequence|routine)s? (?:if|when|in case)\b/gi,
    to: 'what happens if',
  },
  {
    from: /\bwhat (?:do|does|did|should|would|must) \S+(?: \S+)? do (?:if|when|whenever|in case|once)\b/gi,
    to: 'what happens if',
  },
  {
    from: /\b(?:how|what) (?:do|does) (?:we|they|you|one|people|the \S+) (?:handle|treat|manage|react to|cope with|respond to)\b/gi,
    to: 'what happens with',
  },
  {
    from: /^\s*how (?:are|is|were|was) (.+) (?:handled|treated|dealt with|managed|processed)\b/gi,
    to: 'what happens with $1',
  },
  { from: /^\s*what(?:'s| is| are)? (?:being )?done (?:with|about)\b/gi, to: 'what happens with' },
  {
    from: /^\s*(?:suppose|say|imagine|assume|assuming)(?: that)?\b(.+?)[,.?]* (?:what|how)\b.*$/gi,
    to: 'what happens if $1',
  },
  { from: /^\s*(?:and )?(?:if|when) (.+?), (?:what|how) .*$/gi, to: 'what happens if $1' },
  // How much, how many, how often
  {
    from: /\b(?:on )?how many (?:occasions|instances) (?:was|were|is|are|did|do|does|has|have)\b/gi,
    to: 'how often is',
  },
  { from: /^\s*(?:please )?(?:count|tally)(?: up)? (?:all )?(?:the )?/gi, to: 'how many ' },
  {
    from: /\b(?:what|which) (?:fraction|portion|percentage|proportion|share|part|percent) of (?:the |all |our )?(\S+)/gi,
    to: 'what share of cases',
  },
  { from: /\b(?:came|come|comes|coming|flowed|poured|went) (?:in|through|into)\b/gi, to: 'started' },
  {
    from: /\b(?:ends?|ended|ending|finish(?:es|ed)?|conclude[sd]?|results?|resulted) (?:in|with|up in|up with|as) (?:a|an|the)?\b/gi,
    to: 'has',
  },
  {
    from: /\b(?:involves?|involved|includes?|included|requires?|required|needs?|needed) (?:a|an|the)? ?(\S+ing)\b/gi,
    to: 'has $1',
  },
  { from: /\b(?:at|by) what (?:price|cost|fee)\b/gi, to: 'how much' },
  {
    from: /\b(?:by when|until when|within what time|how soon|how quickly|how fast|what is the deadline (?:for|to))\b/gi,
    to: 'when',
  },
  {
    from: /\b(?:above|over|beyond|from|up to|below|under|past) (?:what|which) (?:amount|value|sum|limit|size|number|level|point|age|price)\b/gi,
    to: 'when',
  },
  {
    from: /\bhow (?:big|large|high) is (?:our |the )?(?:case |total )?(?:volume|load|caseload|number of cases)\b/gi,
    to: 'how many cases are there',
  },
  { from: /\bhow many (?:different|distinct|separate|various) (?!ways|paths|routes|variants)/gi, to: 'how many ' },
  { from: /\b(?:all day(?: long)?|day to day|day by day|for a living)\b/gi, to: '' },
  { from: /\bpay-?outs?\b/gi, to: 'paying out' },
  { from: /\bsign-?offs?\b/gi, to: 'approval' },
  { from: /\bwho (\w+s) (?:the )?most (?!often)(\w+)\b/gi, to: 'which person $1 $2 most often' },
  // Who is meant by "it", and what by "something"
  {
    from: /\bhow long (?:do|does|did|must|has|have) (?:the |a |an |our )?(\w+) (?:have to |to )?(?:wait|sit|stand|lie|rest|stay|remain|hang)\w*(?: around| about| idle| there)? (?:before|until|till) (?:the |a |an |our )?(?:\w+ ){1,2}?(\w+s) (?:it|them|that)\b/gi,
    to: 'how long is the wait before $2 $1',
  },
  {
    from: /\b(?:is|are|was|were|gets?|got) (?:something|anything|everything|it|a case|cases) (?:escalated|passed|handed|referred|transferred|routed|forwarded)(?: on| over| up)?\b/gi,
    to: 'is work passed',
  },
  { from: /\bjobs?(?= (?:was|were|is|are|did|do|does|has|have|took|takes?|lasts?|lasted|started)\b)/gi, to: 'case' },
  { from: /\bkeeps? (?:on )?(\w+ing)\b/gi, to: 'still $1' },
  { from: /\bspare parts?\b/gi, to: 'part' },
  {
    from: /\bwhat(?:'s| is| are)? (?:scheduled|planned|done|happening|going on|due|held) (?:for|on|at|in|during)\b/gi,
    to: 'what happens on',
  },
  // Judgement
  {
    from: /\b(?:rel(?:y|ies|ied|ying)|depend(?:s|ed|ing)?|hinges?|based|rests?|comes? down|come down|boils? down) (?:up)?(?:on|to)\b/gi,
    to: '',
  },
  {
    from: /\bwithout (?:any |a )?(?:written |clear |fixed |formal )?(?:rules?|guidelines?|criteria)\b/gi,
    to: 'by gut feeling',
  },
  // Who and how they differ
  { from: /\b(?:in|with) (?:what|which) (?:respects?|regards?|ways?) (?:do|does|did)\b/gi, to: 'how do' },
  {
    from: /\bhow (?:is|are|does|do) (.+?)(?:'s)? (?:work|way of working|approach|practice) (?:differ|different) from (.+?)(?:'s)?\s*\??$/gi,
    to: 'what do $1 and $2 do differently',
  },
  {
    from: /\b(?:where does|when do|what brings) (.+?) (?:come in|come into play|get involved|step in)\b/gi,
    to: 'when is $1 involved',
  },
];

/** "Can not be read" is "unreadable", and "not paid" is "unpaid": people say the one and ask the other. */
const NEGATIONS: readonly Rule[] = [
  { from: /\b(?:can ?not|can't|could not|couldn't) (?:be )?(\w{3,}?)(?:ed)?\b/gi, to: 'un$1able' },
  { from: /\b(?:is|are|was|were) not (\w{2,}(?:ed|en|id))\b/gi, to: 'un$1' },
];

const apply = (rules: readonly Rule[], question: string): string =>
  rules
    .reduce((text, { from, to }) => text.replaceAll(from, to), question.replaceAll(/[’`]/g, "'"))
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Each other than the question and those before it; none where no rule fits. */
export function rephrase(question: string): string[] {
  const plain = apply([], question);
  const plainer = apply(RULES, question);
  return [...new Set([plainer, apply(NEGATIONS, plainer)])].filter((text) => text !== plain);
}
