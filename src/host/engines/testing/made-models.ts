// For tests: models of speech that Mirror made itself, installed as pulled ones are.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { writeTinyBert } from '../../../../models/testing/tiny-bert.ts';
import { writeEmptyWhisperGgml, writeTinySileroGgml } from '../../../../models/testing/tiny-ggml.ts';
import { writeTinySilero } from '../../../../models/testing/tiny-silero.ts';
import { writeTinyWhisper } from '../../../../models/testing/tiny-whisper.ts';
import { writeTinyWriter } from '../../../../models/testing/tiny-writer.ts';
import { type ModelEngine, type ModelEntry, ModelId, type ModelRole } from '../../../domain/models.ts';
import type { Core } from '../../core.ts';
import { finish } from '../../testing.ts';

interface Made {
  readonly role: ModelRole;
  readonly engine: ModelEngine;
  readonly write: (folder: string) => unknown;
}

const SAYINGS = {
  speaks: { first: ['Four', ' cases', ' wait', ' for', ' finance.'], then: ['Finance', ' has', ' 4', ' of', ' them.'] },
  calls: {
    first: ['{"tool": ', '"count_cases", ', '"input": ', '{"role": "finance", ', '"top": 3}}'],
    then: ['Finance', ' has', ' 4', ' of', ' them.'],
  },
  rambles: { first: ['and', ' then,', ' '], then: ['so'], isEndless: true },
} as const;

const MADE = {
  'tiny-whisper': { role: 'transcriber', engine: 'transformers.js', write: writeTinyWhisper },
  'tiny-silero': { role: 'detector', engine: 'transformers.js', write: writeTinySilero },
  'tiny-bert': { role: 'embedder', engine: 'transformers.js', write: writeTinyBert },
  'tiny-writer': {
    role: 'writer',
    engine: 'transformers.js',
    write: (folder) => writeTinyWriter(folder, SAYINGS.speaks),
  },
  'tiny-caller': {
    role: 'writer',
    engine: 'transformers.js',
    write: (folder) => writeTinyWriter(folder, SAYINGS.calls),
  },
  'tiny-rambler': {
    role: 'writer',
    engine: 'transformers.js',
    write: (folder) => writeTinyWriter(folder, SAYINGS.rambles),
  },
  'tiny-silero-ggml': { role: 'detector', engine: 'whisper.cpp', write: writeTinySileroGgml },
  'empty-whisper-ggml': { role: 'transcriber', engine: 'whisper.cpp', write: writeEmptyWhisperGgml },
} as const satisfies Record<string, Made>;

export type MadeModel = keyof typeof MADE;

/** Through the catalog and a pull from a folder: the way of every model. */
export async function installMade(core: Core, name: MadeModel): Promise<ModelEntry> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-made-'));
  try {
    MADE[name].write(folder);
    const entry = describe(name, folder);
    const catalog = join(folder, 'catalog.json');
    writeFileSync(catalog, JSON.stringify({ schema: 'mirror-models/1', models: [entry] }));
    await core.client.models.add({ file: catalog });
    await finish(await core.client.models.pull({ modelId: entry.id, from: folder }));
    return entry;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function describe(name: MadeModel, folder: string): ModelEntry {
  const { role, engine } = MADE[name];
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => relative(folder, join(each.parentPath, each.name)));
  return {
    id: ModelId.parse(name),
    title: name,
    role,
    engine,
    goodFor: 'Tests.',
    languages: ['en', 'de'],
    licence: 'MIT',
    memoryBytes: 1_000_000,
    origin: { hub: 'huggingface', repository: `made/${name}`, revision: 'a'.repeat(40) },
    checksumsFrom: 'Made here.',
    files: paths.toSorted().map((path) => {
      const bytes = readFileSync(join(folder, path));
      return {
        path: path.replaceAll('\\', '/'),
        sizeBytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  };
}
