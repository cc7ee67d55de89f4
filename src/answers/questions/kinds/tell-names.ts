// Lists of names, told in one sentence.
import { quote, sayCount } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { citeSome, sumUp } from '../../tools/cite-some.ts';
import type { ActivityItem } from '../../tools/list-activities.ts';
import { listUsed } from '../../tools/list-used.ts';
import type { Asked, Refused, Told } from '../kind.ts';
import { refuse, tellList } from './tell.ts';

/** Roles, systems or artifacts. */
export function tellNames(
  asked: Asked,
  what: 'roles' | 'systems' | 'artifacts',
  noun: readonly [string, string],
): Told | Refused {
  const { items } = listUsed.run({ what }, asked.input);
  if (items.length === 0) return refuse(`No ${noun[1]} are known in this process.`);
  return tellList({
    items,
    head: `There ${items.length === 1 ? 'is' : 'are'} ${sayCount(items.length, noun[0], noun[1])}: ${sayList(
      items.map(({ name }) => name),
      15,
    )}.`,
    line: () => '',
    values: { [what]: items.map(({ name }) => name), count: items.length },
    definition: 'activities',
    limit: 0,
    input: asked.input,
  });
}

/** Activities, in process order; `head` begins the sentence with their number. */
export function tellActivities(activities: readonly ActivityItem[], head: (n: string) => string): Told {
  const labels = activities.map(({ label }) => label);
  return {
    values: { activities: labels, count: labels.length },
    sentences:
      activities.length === 0
        ? []
        : [
            {
              text: `${head(sayCount(labels.length, 'activity', 'activities'))}: ${sayList(labels.map(quote), 12)}.`,
              evidence: citeSome(activities),
            },
          ],
    definition: 'activities',
    n: labels.length,
    provenance: activities.length === 0 ? 'inferred' : sumUp(activities),
  };
}

/** Where there is nothing to tell, says so. */
export const orRefuse = (told: Told, words: string): Told | Refused =>
  told.sentences.length === 0 ? refuse(words) : told;
