// Every kind of question that can be answered without a model.
import type { QuestionKind } from '../kind.ts';
import { ACTIVITY_KINDS } from './activities.ts';
import { BOTTLENECK_KINDS } from './bottlenecks.ts';
import { DECISION_KINDS } from './decisions.ts';
import { END_KINDS } from './ends.ts';
import { EVIDENCE_KINDS } from './evidence.ts';
import { HANDOFF_KINDS } from './handoffs.ts';
import { PEOPLE_KINDS } from './people.ts';
import { PROCESS_KINDS } from './process.ts';
import { SAID_KINDS } from './said.ts';
import { SYSTEM_KINDS } from './systems.ts';
import { TRANSFER_KINDS } from './transfers.ts';
import { VARIANT_KINDS } from './variants.ts';
import { WAIT_CAUSE_KINDS } from './wait-causes.ts';
import { WAIT_KINDS } from './waits.ts';
import { WAY_KINDS } from './ways.ts';
import { WHO_OF_PEOPLE, WORKER_KINDS } from './workers.ts';

/** Of two that fit as well as each other the first is taken. */
export const KINDS: readonly QuestionKind[] = [
  ...HANDOFF_KINDS,
  ...TRANSFER_KINDS,
  ...BOTTLENECK_KINDS,
  ...WAIT_KINDS,
  ...WAIT_CAUSE_KINDS,
  ...END_KINDS,
  ...ACTIVITY_KINDS,
  WHO_OF_PEOPLE,
  ...PEOPLE_KINDS,
  ...WORKER_KINDS,
  ...SYSTEM_KINDS,
  ...WAY_KINDS,
  ...DECISION_KINDS,
  ...EVIDENCE_KINDS,
  ...PROCESS_KINDS,
  ...VARIANT_KINDS,
  ...SAID_KINDS,
];
