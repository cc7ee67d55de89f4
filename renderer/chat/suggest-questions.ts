// Questions to begin with: such as Mirror answers from this process, with its own names in them.
import { isCounted } from '../../src/domain/insights.ts';
import type { ProcessView } from '../../src/domain/views.ts';

const MOST = 6;

/** At most six; none of a process that shows nothing yet. */
export function suggestQuestions({ headline, graph, insights, recordings }: ProcessView): string[] {
  const [worst] = insights.bottlenecks.filter(isCounted);
  const handoff = insights.handoffs.find(
    (each) => isCounted(each) && each.kind === 'actor' && each.from !== null && each.from !== each.to,
  );
  const people = [...new Set(recordings.flatMap(({ recording }) => recording.actor ?? []))];
  const [busiest] = graph.activities.toSorted((a, b) => b.count - a.count);
  const all = [
    worst && 'Where do cases wait longest and why?',
    headline.handoffs > 0 && 'How many handoffs are there?',
    handoff && `How many handoffs are there between ${handoff.from} and ${handoff.to}?`,
    insights.decisions.some(isCounted) && 'Which decisions are made?',
    insights.exceptions.some(isCounted) && 'Which exceptions are there?',
    people.length > 1 &&
      insights.differences.some(isCounted) &&
      `What do ${people[0]} and ${people[1]} do differently?`,
    insights.rework.some(isCounted) && 'Where is work done again?',
    busiest && 'Where does the process start?',
    graph.activities.length > 1 && 'What is this process in short?',
  ];
  return all.filter((each) => typeof each === 'string').slice(0, MOST);
}
