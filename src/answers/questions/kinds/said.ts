// Questions about what people say, answered with their own words.
import type { QuestionKind } from '../kind.ts';
import { about } from './say-findings.ts';
import { findMoments, tellMoments } from './tell-said.ts';
import { refuse } from './tell.ts';

/** Their own words are asked for. */
const SAYING = /\b(?:say|says|said|tell|tells|told|explain|explains|explained|mention|mentions|mentioned)\b/;

export const SAID_KINDS: readonly QuestionKind[] = [
  {
    id: 'where-said',
    examples: [
      'Where does {person} mention the tax id?',
      'Who talks about the discount?',
      'What does {person} say about the discount?',
      'Show me the moment where somebody speaks of the bank',
    ],
    patterns: [
      'STATED WHERE? WHO? WHEN? PERSON? RECORDING? WHATIF? EVIDENCE? DO? {person|role}? TOPIC',
      'EVIDENCE WHERE? WHO? RECORDING? STATED? DO? {person|role}? TOPIC',
    ],
    answer: (asked) => {
      const who = asked.mentions[0]?.name;
      // What others say of somebody is not what they say.
      const hasRecorded = asked.input.recordings.some(
        ({ recording: { actor, role } }) => actor === who || role === who,
      );
      if (who !== undefined && !hasRecorded) {
        const refused = refuse(`${who} has recorded nothing.`);
        return SAYING.test(asked.words.join(' ')) ? { ...refused, isFinal: true } : refused;
      }
      const moments = findMoments(asked);
      return moments.length === 0
        ? refuse(`${who ?? 'Nobody'} ${who === undefined ? 'speaks' : 'does not speak'} of ${about(asked)}.`)
        : tellMoments(asked, moments, `of ${about(asked)}`);
    },
  },
];
