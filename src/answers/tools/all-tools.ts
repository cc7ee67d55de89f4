// Every tool by its name, as language models and agents are given them.
import { countProcess } from './count-process.ts';
import { explainNumber } from './explain-number.ts';
import { explainWaiting } from './explain-waiting.ts';
import { findPath } from './find-path.ts';
import { listActivities } from './list-activities.ts';
import {
  listBottlenecks,
  listDecisions,
  listDifferences,
  listExceptions,
  listJudgements,
  listOpenEnds,
  listRework,
  listStatedWaits,
  listTransfers,
} from './list-findings.ts';
import { listHandoffs } from './list-handoffs.ts';
import { listPeopleHandoffs } from './list-people-handoffs.ts';
import { listPeople } from './list-people.ts';
import { listUsed } from './list-used.ts';
import { listVariants } from './list-variants.ts';
import { listWays } from './list-ways.ts';
import { listWorkers } from './list-workers.ts';
import { searchWords } from './search-words.ts';
import { timeBetween } from './time-between.ts';

export const TOOLS = [
  countProcess,
  listActivities,
  listUsed,
  listPeople,
  listWorkers,
  listWays,
  findPath,
  timeBetween,
  listHandoffs,
  listPeopleHandoffs,
  listBottlenecks,
  listStatedWaits,
  explainWaiting,
  listVariants,
  listRework,
  listDecisions,
  listExceptions,
  listJudgements,
  listDifferences,
  listTransfers,
  listOpenEnds,
  searchWords,
  explainNumber,
] as const;
