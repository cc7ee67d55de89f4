// Every kind of question that can be answered without a model.
import type { QuestionKind } from '../kind.ts';
import { FINDING_KINDS } from './findings.ts';
import { HANDOFF_KINDS } from './handoffs.ts';
import { PROCESS_KINDS } from './process.ts';
import { WAIT_KINDS } from './waits.ts';
import { WORK_KINDS } from './work.ts';

/** The more special stand first where two fit as well as each other. */
export const KINDS: readonly QuestionKind[] = [
  ...HANDOFF_KINDS,
  ...WAIT_KINDS,
  ...WORK_KINDS,
  ...FINDING_KINDS,
  ...PROCESS_KINDS,
];
