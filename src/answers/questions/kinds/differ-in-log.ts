// What two people do differently, as the rows of the logs show it.
import { quote, sayCount } from '../../../insights/say.ts';
import { listWorkers, type Worker } from '../../tools/list-workers.ts';
import type { Asked, Told } from '../kind.ts';
import { tellList } from './tell.ts';

/** So many more times in each of their cases, and it is done differently. */
const LEAST = 0.2;

/** Undefined where the logs do not name both, or show no difference. */
export function differInLog(asked: Asked): Told | undefined {
  const [one, other] = asked.mentions.map(({ name }) => listWorkers.run({ name }, asked.input).workers[0]);
  if (one === undefined || other === undefined) return undefined;
  const labels = [...new Set([...one.activities, ...other.activities].map(({ activity }) => activity))];
  const apart = labels.flatMap((label) => {
    const [a, b] = [timesOf(one, label), timesOf(other, label)];
    if (Math.abs(a.perCase - b.perCase) < LEAST) return [];
    return [{ label, a, b, evidence: [...a.evidence, ...b.evidence], provenance: 'observed' as const }];
  });
  if (apart.length === 0) return undefined;
  return tellList({
    items: apart.toSorted((x, y) => Math.abs(y.a.perCase - y.b.perCase) - Math.abs(x.a.perCase - x.b.perCase)),
    head: `The logs show ${sayCount(apart.length, 'activity', 'activities')} that ${one.name} and ${other.name} do not do equally often in their cases.`,
    line: ({ label, a, b }) =>
      `${quote(label)}: ${one.name} ${sayCount(a.count, 'time')} in ${sayCount(one.cases, 'case')}, ${other.name} ${sayCount(b.count, 'time')} in ${sayCount(other.cases, 'case')}.`,
    values: { differences: apart.length, labels: apart.map(({ label }) => label) },
    limit: asked.limit,
    input: asked.input,
  });
}

function timesOf({ activities, cases }: Worker, label: string) {
  const done = activities.find(({ activity }) => activity === label);
  const count = done?.count ?? 0;
  return { count, perCase: count / cases, evidence: done?.evidence ?? [] };
}
