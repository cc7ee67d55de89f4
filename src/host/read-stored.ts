// In: the store. Out: all that mining a process needs, for the worker.
import type { Process } from '../domain/process.ts';
import type { Store } from '../needs/store.ts';
import { listCorrected } from './corrected.ts';
import type { StoredProcess } from './off-thread/measure-side.ts';

export const readStored = (store: Store, process: Process): StoredProcess => ({
  process,
  narrated: listCorrected(store, process.id),
  corrections: store.listCorrections(process.id),
  logs: store.listLogs(process.id).map((log) => ({ log, columns: store.readLogColumns(log.id) })),
});
