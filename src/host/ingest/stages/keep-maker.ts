// In: what would make a stage's result today. Out: what made the one that stands, where that is as good.
import type { StageName } from '../../../domain/ingest.ts';
import type { RecordingId } from '../../../domain/ids.ts';
import type { Host } from '../../host.ts';

export interface Maker {
  readonly stage: StageName;
  readonly madeBy: string;
  /** Of the name of a maker, what must be the same for its result to stand. */
  readonly essence: (madeBy: string) => string | undefined;
}

/** An update of a program is no reason to work through every recording of a machine again. */
export function keepMaker({ store }: Host, id: RecordingId, { stage, madeBy, essence }: Maker): string {
  const row = store.listStages(id).find((each) => each.stage === stage);
  return row?.state === 'done' && essence(row.madeBy) === essence(madeBy) ? row.madeBy : madeBy;
}
