// Open ends: work handed to somebody of whom there is no recording and no log.
import type { OpenEnd } from '../domain/insights.ts';
import type { Context } from './context.ts';
import { listToldPlaces } from './find-handoffs.ts';
import { countRecordings, makeFinding } from './finding.ts';
import { sayTold } from './say.ts';

/** One per receiver, in the order in which they are first spoken of. */
export function findOpenEnds(context: Context): OpenEnd[] {
  const systems = new Set(context.graph.activities.flatMap((activity) => activity.systems.map(({ name }) => name)));
  const open = listToldPlaces(context).filter(({ to }) => !context.roles.covered.has(to) && !systems.has(to));
  return [...Map.groupBy(open, ({ to }) => to)].map(([to, told]) => {
    const what = told.map(({ item }) => item.what).find((text) => text !== null) ?? null;
    return {
      ...makeFinding(context, {
        kind: 'open end',
        place: to,
        label: `Work goes to ${to} (${sayTold(countRecordings(told))}), and nobody there has recorded what happens to it`,
        activities: told.map(({ source }) => source),
        sources: { log: 0, recordings: countRecordings(told) },
        grounds: told.map(({ item }) => item),
      }),
      to,
      what,
    };
  });
}
