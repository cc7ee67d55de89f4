// In: the ledger of a workspace. Out: what a door is told of it, read where no window waits for it.
import type { EgressService } from '../../api/model-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Host } from '../host.ts';
import { ledgerOf, readLedgerText } from './copy-ledger.ts';
import { findEntryPayload, listEntries } from './read-ledger.ts';
import { verifyLedger } from './verify-ledger.ts';

/** Read in some milliseconds, where the worker of a command takes a second to start. */
const SMALL_BYTES = 2_000_000;

export function createEgressService({ workspace, offThread }: Pick<Host, 'workspace' | 'offThread'>): EgressService {
  const file = ledgerOf(workspace.path);
  const { files } = workspace;
  const { access } = files;
  const isSmall = (): boolean => (files.now.sizeOf(file) ?? 0) <= SMALL_BYTES;
  return {
    list: async (limit) =>
      isSmall() ? listEntries(file, limit, access) : offThread.run('listEntries', [file, limit, access]),
    payload: async (id) => {
      const payload = isSmall()
        ? findEntryPayload(file, id, access)
        : await offThread.run('findEntryPayload', [file, id, access]);
      if (payload === undefined) throw new MirrorError('ledger/no-entry');
      return payload;
    },
    verify: (options) => verifyLedger(file, { ...options, files }),
    export: () => readLedgerText(file, files),
  };
}
