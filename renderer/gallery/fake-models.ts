// Models in every state a row can have, and work on them that goes on until it is cancelled.
import type { ModelEngine, ModelEntry, ModelId, ModelRole, ModelStatus } from '../../src/domain/models.ts';
import type { Progress } from '../../src/domain/progress.ts';

type Listed = readonly [id: string, title: string, role: ModelRole, engine: ModelEngine, megabytes: number];

const LISTED: readonly (readonly [Listed, Partial<ModelStatus>])[] = [
  [['whisper-tiny', 'Whisper tiny', 'transcriber', 'transformers.js', 62], {}],
  [['whisper-base', 'Whisper base', 'transcriber', 'transformers.js', 108], { state: 'installed' }],
  [
    ['whisper-small', 'Whisper small', 'transcriber', 'transformers.js', 290],
    { state: 'partial', hereBytes: 120_000_000 },
  ],
  [['minilm-l6', 'MiniLM L6', 'embedder', 'transformers.js', 90], { state: 'installed' }],
  [
    ['e5-small', 'E5 small', 'embedder', 'transformers.js', 118],
    { refused: 'nobody says what the checksum of onnx/model.onnx is' },
  ],
  [['tesseract-deu', 'Tesseract, German', 'reader', 'tesseract', 1.5], { state: 'damaged' }],
  [['qwen-small', 'Qwen 1.5 B', 'writer', 'llama.cpp', 1100], { hasEngine: false }],
];

export const listFakeModels = (): ModelStatus[] =>
  LISTED.map(([listed, changes]) => {
    const sizeBytes = listed[4] * 1e6;
    const status = { model: makeModel(listed), state: 'absent', hasEngine: true, sizeBytes } as const;
    return { ...status, hereBytes: changes.state === 'installed' ? sizeBytes : 0, refused: null, ...changes };
  });

function makeModel([id, title, role, engine, megabytes]: Listed): ModelEntry {
  return {
    id: id as ModelId, // a brand
    title,
    role,
    engine,
    goodFor: role === 'reader' ? 'Screens in German.' : 'A machine with two cores and little memory.',
    languages: role === 'reader' ? ['de'] : ['many'],
    licence: 'MIT',
    memoryBytes: megabytes * 2e6,
    origin: { hub: 'huggingface', repository: `example/${id}`, revision: 'a'.repeat(40) },
    checksumsFrom: 'The gallery.',
    files: [],
  };
}

export function makeFakeModels(list: () => Promise<ModelStatus[]>) {
  return {
    list,
    pull: async ({ modelId }: Input, options: Options) => work(modelId, 0.4, options),
    verify: async ({ modelId }: Input, options: Options) => work(modelId, 0.7, options),
    cancel: async () => undefined,
    remove: async () => ({ freedBytes: 80_000_000 }),
  };
}

interface Input {
  readonly modelId: ModelId;
}

interface Options {
  readonly signal: AbortSignal;
}

/** Stands still at a share, so that it can be seen. */
async function* work(id: ModelId, share: number, { signal }: Options): AsyncGenerator<Progress, ModelStatus> {
  const status = listFakeModels().find(({ model }) => model.id === id)!;
  yield { stage: 'pull', done: Math.round(status.sizeBytes * share), total: status.sizeBytes, unit: 'bytes' };
  await new Promise((_, stop) => signal.addEventListener('abort', () => stop(signal.reason)));
  return status;
}
