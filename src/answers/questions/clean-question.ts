// In: a question as people type or say it. Out: the question alone: no greeting, no thanks, nothing about who asks; of
// several sentences the one that asks.

const FRAMES: readonly RegExp[] = [
  /^\s*(?:hi|hello|hey|hallo|good (?:morning|afternoon|evening|day)|dear \w+|greetings)(?: (?:there|mirror|all|everyone|team))?\b[\s,.!:-]*/i,
  /^\s*(?:(?:ok(?:ay)?|so|well|sorry|please|pls|hm+|erm?|uh|right|now|oh|also|just|actually|by the way|btw|one (?:more )?question|quick(?: question)?|question|a question|fyi|listen)\b[\s,.!:-]+)+/i,
  /^\s*(?:(?:just )?(?:out of curiosity|for my (?:report|notes|presentation|boss)|for (?:the|an|our) (?:audit|record|report|records)|to be sure|to be clear))\b[\s,.!:-]*/i,
  /[\s,.!-]*\b(?:thanks(?: a lot| in advance)?|thank you(?: very much)?|thx|cheers|please|pls|asap)[\s!.]*(?=\?*$)/i,
];

/** A sentence that asks for something. */
const ASKS =
  /\?\s*$|^\s*(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|may|must|should|would|will|show|list|tell|give|name|count|compare|explain|describe|find|i (?:want|need|would like|'d like|wonder))\b/i;

/** Nothing of it says what is asked: who asks, and why. */
const IDLE =
  /^\s*(?:i(?: am|'m)|we(?: are|'re)|my name is|this is|it is my|nice|great|thanks|thank you|hope|i (?:have|'ve|got) (?:a|one|some|another|two) (?:quick )?questions?)\b/i;

/** "A customer calls. What happens then?": what is supposed first belongs to the question after it. */
const THEN =
  /^(?:and )?(?:now|then)\s*\?+$|^\s*(?:and )?(?:what|how)\b.*\b(?:then|now|next|do|happens?|proceed|go on)\b[^?]{0,12}\??$/i;

/** What adds nothing to what is asked. */
const ASIDES: readonly RegExp[] = [
  /,?\s*\b(?:once|after|when) (?:it|they|somebody|someone|we|he|she) (?:has |have |is |are )?(?:actually |finally |really )?(?:started|begun|starts?|begins?|underway|been started)\b/gi,
  /,?\s*\band in (?:which|what) words\b/gi,
  /,?\s*\b(?:in (?:reality|practice|fact|effect)|(?:in|over|across|within|during) (?:the |our |this )?(?:whole|entire|complete) (?:procedure|process|workflow|thing|operation))\b/gi,
  /,?\s*\b(?:if (?:at all|any|you know|possible|so)|roughly|as far as (?:you|we) know|in your data|according to (?:the|your|our) (?:data|logs?|figures|numbers|recordings))\b/gi,
];

export function cleanQuestion(asked: string): string {
  const question = ASIDES.reduce((text, aside) => text.replace(aside, ''), asked);
  const bare = FRAMES.reduce((text, frame) => text.replace(frame, ''), question).trim();
  const sentences = bare
    .split(/(?<=[.!?])\s+(?=\p{Lu}|\p{Ll})/u)
    .map((each) => FRAMES.reduce((text, frame) => text.replace(frame, ''), each).trim())
    .filter((each) => each !== '');
  if (sentences.length < 2) return suppose(bare === '' ? question : bare);
  const kept = sentences.filter((each) => !IDLE.test(each));
  const asking = kept.filter((each) => ASKS.test(each));
  const [first, second] = kept;
  if (kept.length === 2 && second !== undefined && first !== undefined && THEN.test(second) && !ASKS.test(first))
    return `what happens if ${first.replace(/[.!]$/, '')}?`;
  return suppose((asking.length === 1 ? asking[0]! : kept.join(' ')) || question);
}

/** What is told and in no log, and what is in a log and told by nobody, in whatever words. */
const ONLY_TOLD =
  /^(?=.*\b(?:tell|told|tells|say|says|said|mention\w*|claim\w*|describe\w*|talk\w*|do|does|recordings?|explain\w*)\b)(?=.*\b(?:never|not|no|nowhere|missing|absent|without|n't)\b).*\b(?:logs?|log data|data|event data|timestamps?)\b/i;
const ONLY_LOGGED =
  /\b(?:logs?|log data|data|event data)\b.*\b(?:but|and|that|which|yet)\b.*\b(?:nobody|no one|never|not|none|n't)\b.*\b(?:tell|tells|told|say|says|said|mention\w*|describe\w*|talk\w*|explain\w*|record\w*|speaks?)\b/i;

const SAY_NEVER_DO = /\bwhat\b.*\b(?:say|claim|tell us|told us|pretend)\b.*\bthey do\b.*\b(?:never|not|n't)\b/i;

function sayPlainly(text: string): string {
  if (SAY_NEVER_DO.test(text)) return 'What is stated but never observed?';
  if (!/^\s*(?:what|which|is there|are there|does|do|list|show)\b/i.test(text)) return text;
  if (ONLY_LOGGED.test(text)) return 'What is observed but never told?';
  if (!ONLY_TOLD.test(text) || /\b(?:why|how|when)\b/i.test(text)) return text;
  const who =
    /\b(?:does|do|did) (?:the )?((?!people|they|we|you|anybody|anyone|somebody)[\p{L} ]+?) (?:do|say|tell|mention|claim|describe)\b/iu.exec(
      text,
    )?.[1];
  return who === undefined ? 'What is stated but never observed?' : `What is stated by ${who} but never observed?`;
}

/** "Tax id missing - what then?" */
const suppose = (asked: string): string =>
  sayPlainly(
    asked.replace(
      /^(?!\s*(?:what|how|who|when|where|why|which)\b)(.+?)\s*(?:->|=>|→|\.\.\.|…)\s*\?*$/i,
      'what happens if $1?',
    ),
  ).replace(
    /^(?!\s*(?:what|how|who|when|where|why|which)\b)(.+?)\s*(?:[-–—,;:]+|\.\.\.)\s*(?:and )?(?:so )?(?:what|how)(?: happens| do(?:es)? \w+ do| to do| to proceed| should (?:i|we) do| do you do)?(?: then| now| next| to do)?\s*\?*$/i,
    'what happens if $1?',
  );
