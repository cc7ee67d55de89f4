// A ledger for the gallery: models asked here and elsewhere, a download, a refusal; whole, or changed by somebody.
import type { EgressEntry, EgressVerdict } from '../../src/domain/egress.ts';
import { PAYLOAD } from './fake-payload.ts';

const START_MS = Date.UTC(2026, 9, 14, 9, 12);

const entry = (id: number, changes: Partial<EgressEntry>): EgressEntry => ({
  id: `entry-${id}`,
  startedMs: START_MS - id * 17 * 60_000,
  host: 'api.anthropic.com',
  purpose: 'question about motor claim handling',
  isBeyond: true,
  model: 'claude-sonnet-4-5',
  agreedBy: 'whoever asked',
  payloadSha256: PAYLOAD.sha256,
  sentBytes: PAYLOAD.bytes,
  receivedBytes: 1840,
  endedMs: START_MS - id * 17 * 60_000 + 4200,
  outcome: '200',
  tokens: { input: 4120, output: 212 },
  costUsd: 0.0156,
  ...changes,
});

const LOCAL = { host: '127.0.0.1:11434', isBeyond: false, model: 'qwen3:8b', agreedBy: null, costUsd: null };

export const LEDGER: readonly EgressEntry[] = [
  entry(0, {}),
  entry(1, { ...LOCAL, tokens: { input: 2048, output: 180 } }),
  entry(2, { outcome: '401', receivedBytes: 92, tokens: null, costUsd: null, agreedBy: 'Ilse Brandt' }),
  entry(3, {
    host: 'huggingface.co',
    purpose: 'download of the model whisper-base',
    model: null,
    agreedBy: null,
    payloadSha256: null,
    sentBytes: 0,
    receivedBytes: 108_000_000,
    tokens: null,
    costUsd: null,
  }),
  entry(4, { outcome: 'egress/unreachable', receivedBytes: 0, tokens: null, costUsd: null }),
  entry(5, { endedMs: null, outcome: null, tokens: null, costUsd: null }),
];

export const makeFakeLedger = ({ isEmpty, isBroken }: { isEmpty: boolean; isBroken: boolean }) => ({
  list: async () => (isEmpty ? [] : LEDGER),
  payload: async () => ({ payload: PAYLOAD.body, sha256: PAYLOAD.sha256 }),
  verify: async (): Promise<EgressVerdict> => ({
    isWhole: !isBroken,
    lines: 14,
    chained: 12,
    chainedFrom: 3,
    cut: [],
    faults: isBroken ? [{ line: 7, what: 'it is not as it was written' }] : [],
    newest: PAYLOAD.sha256,
  }),
  export: async () => ({ name: 'egress.jsonl', text: LEDGER.map((one) => JSON.stringify(one)).join('\n') }),
});
