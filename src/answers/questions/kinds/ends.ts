// Questions about where cases begin and end.
import { quote, sayCount, sayShare } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { countProcess } from '../../tools/count-process.ts';
import type { Asked, QuestionKind, Told } from '../kind.ts';
import { refuse, tellList } from './tell.ts';

export const END_KINDS: readonly QuestionKind[] = [
  {
    id: 'starts',
    examples: ['Where does the process start?', 'What is the first step?', 'How do cases begin?', 'What triggers it?'],
    patterns: ['START PROCESS? CASE? ACTIVITY? MOST? FREQUENT? WITH?'],
    ofCases: true,
    answer: (asked) => tellEnds(asked, 'starts'),
  },
  {
    id: 'ends',
    examples: ['Where does the process end?', 'What is the last step?', 'How do cases finish?'],
    patterns: ['END PROCESS? CASE? ACTIVITY? MOST? FREQUENT?'],
    ofCases: true,
    answer: (asked) => tellEnds(asked, 'ends'),
  },
  {
    id: 'starts-with',
    examples: ['How many cases start with {activity}?', 'What share of cases ends with {activity}?'],
    patterns: ['START|END COUNT? SHARE? OFTEN? CASE? DO? {activity}'],
    ofCases: true,
    answer: (asked) => {
      const activity = asked.name('activity');
      const side = asked.concepts.has('START') ? 'starts' : 'ends';
      const counts = countProcess.run({}, asked.input);
      const total = counts[side].reduce((sum, { count }) => sum + count, 0);
      const found = counts[side].find((each) => each.activity === activity);
      if (found === undefined) return refuse(`No case ${side.slice(0, -1)}s with ${quote(activity)}.`);
      const { count, evidence, provenance } = found;
      const text = `${sayCount(count, 'case')} of ${total}, ${sayShare(count / total)}, ${side.slice(0, -1)}${count === 1 ? 's' : ''} with ${quote(activity)}.`;
      return {
        values: { count, ofCases: total, share01: count / total },
        sentences: [{ text, evidence }],
        definition: 'cases',
        n: count,
        provenance,
      };
    },
  },
];

function tellEnds(asked: Asked, side: 'starts' | 'ends'): Told {
  const counts = countProcess.run({}, asked.input);
  const ends = counts[side].toSorted((a, b) => b.count - a.count);
  const total = ends.reduce((sum, { count }) => sum + count, 0);
  const verb = side === 'starts' ? 'start' : 'end';
  return tellList({
    items: ends,
    head: `Cases ${verb} with ${sayList(ends.map(({ activity }) => quote(activity)))}.`,
    line: ({ activity, count }) => `${quote(activity)}: ${count} of ${total}, ${sayShare(count / total)}.`,
    values: { activities: ends.map(({ activity }) => activity), counts: ends.map(({ count }) => String(count)), total },
    definition: 'cases',
    limit: 4,
    input: asked.input,
  });
}
