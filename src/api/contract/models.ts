// The contract's part for models on this machine, and for the ledger of what left it.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { EgressEntry, EgressPayload, EgressVerdict } from '../../domain/egress.ts';
import { ModelId, ModelStatus } from '../../domain/models.ts';
import { Progress } from '../../domain/progress.ts';
import { base } from './base.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const OfModel = z.object({ modelId: ModelId });

export const modelContract = {
  list: base.output(z.array(ModelStatus)),
  /**
   * Fetches a model, checks every file and installs it whole. Leaving ends the watching, not the download; a second call
   * joins it. A page may only fetch from the hub: `from` is refused to it.
   */
  pull: base
    .input(OfModel.extend({ from: z.string().min(1).max(4096).default('hub') }))
    .output(eventIterator(Progress, ModelStatus)),
  /** Stops a download; what has come stays for the next try. */
  cancel: base.input(OfModel).output(z.void()),
  /** Reads every file of an installed model. */
  verify: base.input(OfModel).output(eventIterator(Progress, ModelStatus)),
  /** For good, with what a broken-off download left. */
  remove: base.input(OfModel).output(z.object({ freedBytes: z.number() })),
  /** Takes models of a catalog file of this machine into the list. Refused to a page in a browser. */
  add: base.input(z.object({ file: z.string() })).output(z.array(ModelStatus)),
};

export const egressContract = {
  /** Connections beyond this machine and to servers on it, the newest first; without what was sent. */
  list: base.input(z.object({ limit: z.int().min(1).max(100_000).default(200) })).output(z.array(EgressEntry)),
  /** What an entry sent to a model, exactly. */
  payload: base.input(z.object({ id: EgressEntry.shape.id })).output(EgressPayload),
  /** Reads the whole ledger. `noted`: the hash of a line that somebody kept elsewhere, which must still be there. */
  verify: base.input(z.object({ noted: Sha256.optional() }).default({})).output(EgressVerdict),
  /** All lines as they stand in the file, with every payload. */
  export: base.output(z.object({ name: z.string(), text: z.string() })),
};
