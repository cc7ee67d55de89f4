// The activity a question names.
import { quote } from '../../../insights/say.ts';
import { type ActivityItem, listActivities } from '../../tools/list-activities.ts';
import type { Asked, Refused } from '../kind.ts';
import { refuse } from './tell.ts';

/** Undefined where the cases that are asked about do not have it. */
export const one = (asked: Asked): ActivityItem | undefined =>
  listActivities.run({ label: asked.name('activity') }, asked.input).activities[0];

/** What is said then. */
export const missing = (asked: Asked): Refused =>
  refuse(`${quote(asked.name('activity'))} does not occur in these cases.`);
