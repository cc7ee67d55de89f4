// Questions of what is wished, thought or still to come: nothing that was seen or told answers them, whatever they name.

const FORMS: readonly RegExp[] = [
  /^\s*(?:please )?(?:should|shall|will|would)\b(?! (?:you|someone|somebody) (?:please |kindly )?(?:tell|show|explain|say|list|give))/i,
  /\bshould (?:we|they|he|she|you|somebody|someone|the company)\b(?! do (?:if|when|in case))/i,
  /\b(?:do|did|does|would) (?:you|we|they|he|she|people|\p{Lu}\p{Ll}+) (?:really )?(?:think|believe|like|love|hate|enjoy|prefer|trust|recommend|suggest|advise)\b/iu,
  /\b(?:your (?:opinion|view|advice|favou?rite)|(?:his|her|their) (?:opinion|view|feelings?) (?:of|on|about))\b/i,
  /\b(?:predict|forecast|in (?:the )?future|next (?:year|month|week|quarter|winter|summer)|tomorrow will|going to (?:be|happen|get|need))\b/i,
  /\b(?:will|would) (?:there |we |it |they )?(?:be |need |happen |have |get )/i,
  /\b(?:when|how (?:long|many|much|often)|what|where) will\b/i,
  /\b(?:which|what|who)\b.*\b(?:is|are|does|do)\b.*\b(?:best|nicest|smartest|laziest|better|favou?rite)\b/i,
  /^\s*(?:is|are) (?:\S+ ){1,4}(?:good|bad|lazy|smart|stupid|fair|nice|reliable|happy(?! path)|married|rich|better|worse|cheaper)\b/i,
];

/** "Should we ...", "will there be ...", "do you like ...". */
export const isOutOfReach = (question: string): boolean => FORMS.some((form) => form.test(question));
