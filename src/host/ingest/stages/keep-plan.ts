// In: a recording whose words were written down. Out: the plan they were made by, for as long as they stand: a model that is
// fetched later, or removed, changes no words that steps quote and people have corrected. Asking for it does.
import type { StageName } from '../../../domain/ingest.ts';
import type { Recording } from '../../../domain/process.ts';
import type { Host } from '../../host.ts';
import type { StagePlan } from '../stage.ts';

/** Undefined where there is nothing to keep. */
export function keepPlan(host: Host, { id, transcriptBy }: Recording, stage: StageName): StagePlan | undefined {
  if (transcriptBy === null || transcriptBy === undefined) return undefined;
  const row = host.store.listStages(id).find((each) => each.stage === stage);
  return row?.state === 'done' ? { inputHash: row.inputHash, madeBy: row.madeBy } : undefined;
}
