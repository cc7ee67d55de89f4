// In: the ledger of a workspace. Out: what a door is told of it, read where no window waits for it.
import type { EgressService } from '../../api/model-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Host } from '../host.ts';
import { ledgerOf, readLedgerText } from './copy-ledger.ts';
import { verifyLedger } from './verify-ledger.ts';

export function createEgressService({ workspace, offThread }: Pick<Host, 'workspace' | 'offThread'>): EgressService {
  const file = ledgerOf(workspace.path);
  return {
    list: (limit) => offThread.run('listEntries', [file, limit]),
    payload: async (id) => {
      const payload = await offThread.run('findEntryPayload', [file, id]);
      if (payload === undefined) throw new MirrorError('ledger/no-entry');
      return payload;
    },
    verify: (options) => verifyLedger(file, options),
    export: () => readLedgerText(file),
  };
}
