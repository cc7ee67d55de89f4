// In: a transcription server of this machine. Out: a transcriber that asks it through the gate, each time with a line in the ledger.
import { createServerTranscriber } from '../../../models/server-transcriber.ts';
import type { Transcriber } from '../../needs/transcriber.ts';
import type { Egress } from '../egress/gate.ts';
import type { SpeechServer } from './speech-choice.ts';
import { toAbort } from './to-abort.ts';

/** A large model on a slow machine takes minutes for half a minute of speech. */
const PATIENCE_MS = 280_000;
/** An answer is some kilobytes; what is more is no transcription. */
const MOST_BYTES = 4_000_000;

export function serverTranscriber({ address, model }: SpeechServer, egress: Pick<Egress, 'get'>): Transcriber {
  const { host } = new URL(address);
  return createServerTranscriber({
    host,
    model,
    post: async (path, body, signal) => {
      const wish = { url: `${address}/${path}`, purpose: 'speech to be written down', hosts: [host], body };
      const answer = await egress.get({ ...wish, patienceMs: PATIENCE_MS }, { signal: toAbort(signal) });
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of answer.body()) {
        length += chunk.length;
        if (length > MOST_BYTES) break;
        chunks.push(chunk);
      }
      return { status: answer.status, text: Buffer.concat(chunks).toString('utf8') };
    },
  });
}
