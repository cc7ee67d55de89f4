// Questions about what follows what.
import { quote, sayCount } from '../../../insights/say.ts';
import { citeSome, sumUp } from '../../tools/cite-some.ts';
import { findPath } from '../../tools/find-path.ts';
import { listWays } from '../../tools/list-ways.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { refuse, tellList } from './tell.ts';

export const WAY_KINDS: readonly QuestionKind[] = [
  {
    id: 'what-follows',
    examples: ['What happens after {activity}?', 'What comes next after {activity}?', 'What follows {activity}?'],
    patterns: ['AFTER|WHATIF DO? WHATIF? MOST? FREQUENT? ACTIVITY? AFTER? {activity}'],
    ofCases: true,
    answer: (asked) => tellNeighbours(asked, 'after'),
  },
  {
    id: 'what-precedes',
    examples: [
      'What happens before {activity}?',
      'What comes before {activity}?',
      'What must be done before {activity}?',
    ],
    patterns: ['BEFORE DO? WHATIF? MOST? FREQUENT? ACTIVITY? END? {activity}'],
    ofCases: true,
    answer: (asked) => tellNeighbours(asked, 'before'),
  },
  {
    id: 'how-often-followed',
    examples: [
      'How often does {activity} follow {activity}?',
      'How often is {activity} followed by {activity}?',
      'Does {activity} come before {activity}?',
    ],
    patterns: [
      'AFTER|BEFORE OFTEN? COUNT? DO? CASE? {activity} {activity}',
      'OFTEN|COUNT HANDOFF? {activity} {activity}',
    ],
    ofCases: true,
    answer: (asked) => {
      const [first, second] = asked.mentions;
      const isTurned = second?.lead !== 'by' && second?.lead !== 'to' && !asked.concepts.has('BEFORE');
      const [source, target] = isTurned ? [second?.name, first?.name] : [first?.name, second?.name];
      const [way] = listWays.run({ source, target }, asked.input).ways;
      if (way === undefined) return refuse(`${quote(target ?? '')} never directly follows ${quote(source ?? '')}.`);
      return {
        values: { from: way.source, to: way.target, count: way.count },
        sentences: [
          {
            text: `${quote(way.target)} directly follows ${quote(way.source)} ${sayCount(way.count, 'time')}.`,
            evidence: way.evidence,
          },
        ],
        definition: 'transitions',
        n: way.count,
        provenance: way.provenance,
      };
    },
  },
  {
    id: 'path',
    examples: [
      'How does a case get from {activity} to {activity}?',
      'What is the path from {activity} to {activity}?',
      'What happens between {activity} and {activity}?',
    ],
    patterns: [
      'PATH|WHATIF|VARIANT|CASE|ACTIVITY|DO DO? WHATIF? VARIANT? ACTIVITY? FREQUENT? MOST? CASE? {activity} {activity}',
    ],
    ofCases: true,
    answer: (asked) => {
      const [source, target] = [asked.find('activity', 0) ?? '', asked.find('activity', 1) ?? ''];
      const { activities, ways } = findPath.run({ source, target }, asked.input);
      if (activities.length === 0) return refuse(`No way leads from ${quote(source)} to ${quote(target)}.`);
      return {
        values: { activities, steps: ways.length },
        sentences: [{ text: `The likeliest way: ${activities.map(quote).join(', then ')}.`, evidence: citeSome(ways) }],
        definition: 'transitions',
        n: Math.min(...ways.map(({ count }) => count)),
        provenance: sumUp(ways),
      };
    },
  },
];

function tellNeighbours(asked: Asked, side: 'after' | 'before'): Told | Refused {
  const activity = asked.name('activity');
  const { ways } = listWays.run(side === 'after' ? { source: activity } : { target: activity }, asked.input);
  const other = side === 'after' ? ('target' as const) : ('source' as const);
  const [first] = ways;
  if (first === undefined) return refuse(`Nothing comes ${side} ${quote(activity)}.`);
  const total = ways.reduce((sum, { count }) => sum + count, 0);
  return tellList({
    items: ways,
    head: `${side === 'after' ? 'After' : 'Before'} ${quote(activity)} comes mostly ${quote(first[other])}: ${first.count} of ${sayCount(total, 'time')}.`,
    line: (way) => `${quote(way[other])}: ${sayCount(way.count, 'time')}.`,
    values: { activity: first[other], count: first.count, total, activities: ways.map((way) => way[other]) },
    definition: 'transitions',
    limit: asked.limit,
    input: asked.input,
  });
}
