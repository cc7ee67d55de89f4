// What was left out of the numbers, and why.
import type { Insights } from '../domain/insights.ts';
import { listPassages } from '../graph/fold-transitions.ts';
import type { Context } from './context.ts';
import { listWaitingPlaces } from './find-bottlenecks.ts';
import { listLoggedPlaces, sumCounts } from './logged-handoffs.ts';
import { sayCount } from './say.ts';

export function listExclusions(
  context: Context,
  findings: Omit<Insights, 'definitions' | 'exclusions' | 'waiting'>,
): string[] {
  const { rare, sideBySide } = listLoggedPlaces(context);
  const counted = new Set(
    findings.handoffs.map(({ transitionId, from, to }) => JSON.stringify([transitionId, from, to])),
  );
  const uncounted = rare.filter(({ transition, from, to }) => !counted.has(JSON.stringify([transition.id, from, to])));
  const { outworked } = listWaitingPlaces(context);
  const unsure = Object.values(findings).reduce((sum, list) => sum + list.filter((item) => item.unsure).length, 0);
  const against = countContradicted(context);
  const untimed = context.logs.filter(({ mined }) => mined.activities.every(({ processing }) => processing === null));
  const sentences: (string | false)[] = [
    sideBySide > 0 &&
      `${sayCount(sideBySide, 'change')} of hands between activities that run side by side: neither waits for the other.`,
    uncounted.length > 0 &&
      `${sayCount(sumCounts(uncounted), 'change')} of hands at ${sayCount(uncounted.length, 'place')} passed only once or in fewer than 2 % of the cases, of which nobody speaks.`,
    outworked > 0 &&
      `${sayCount(outworked, 'place')} with much waiting where the work that follows takes longer still.`,
    against > 0 &&
      `${sayCount(against, 'order')} somebody tells between two activities that never directly follow each other in the log: left off the map.`,
    unsure > 0 && `${sayCount(unsure, 'finding')} too unsure to count; they are listed as unsure.`,
    ...untimed.map(({ log }) => `${log.name} has one time per event, so its waits hold the work as well.`),
    ...context.logs.flatMap(({ log }) => log.warnings.map((warning) => `${log.name}: ${warning}`)),
    ...context.recordings.flatMap(({ recording, extraction }) =>
      extraction.warnings.map((warning) => `${recording.title}: ${warning}`),
    ),
  ];
  return sentences.filter((sentence) => sentence !== false);
}

/** Orders people tell that are not in the graph, because a log has both activities and never this order. */
function countContradicted(context: Context): number {
  const ofStep = new Map(
    context.graph.activities.flatMap(({ id, stepIds }) => stepIds.map((step) => [step, id] as const)),
  );
  const passages = listPassages(context.recordings, { ofStep }, context.roles);
  const missing = passages.filter(({ source, target }) => !context.findTransition(source, target));
  return new Set(missing.map(({ source, target }) => `${source} ${target}`)).size;
}
