// The one place where transformers.js is loaded: it is optional, finds models in folders, and never opens a connection.
import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { readdirSync } from 'node:fs';
import type * as Library from '@huggingface/transformers';
import { MirrorError } from '../src/domain/errors.ts';

type Transformers = typeof Library;

export interface FoundModel {
  readonly transformers: Transformers;
  /** What to give `pipeline` or `from_pretrained`, with these options. */
  readonly id: string;
  readonly options: {
    readonly dtype: 'fp32' | 'fp16' | 'q8' | 'q4';
    readonly local_files_only: true;
    readonly session_options: object;
  };
}

/** The endings of ONNX files by how their numbers are packed, the smallest first. */
const PACKINGS = [
  ['q4', '_q4'],
  ['q8', '_quantized'],
  ['fp16', '_fp16'],
  ['fp32', ''],
] as const;

/**
 * @param folder of one model, checked by `requireModel`
 * @param file the name of an ONNX file of it without its packing, such as `encoder_model`
 * @throws engine/unfit where the library is not installed or does not run, or the folder has no such file
 */
export async function findTransformersModel(folder: string, file: string): Promise<FoundModel> {
  const transformers = await importTransformers();
  const { env } = transformers;
  env.allowLocalModels = true;
  env.localModelPath = dirname(folder);
  const names = new Set(readdirSync(`${folder}/onnx`));
  const packing = PACKINGS.find(([, ending]) => names.has(`${file}${ending}.onnx`));
  if (packing === undefined) throw unfit(`${basename(folder)} has no onnx/${file}`);
  return {
    transformers,
    id: basename(folder),
    options: {
      dtype: packing[0],
      local_files_only: true,
      // Two threads on two cores that share their arithmetic are slower than one.
      session_options: { intraOpNumThreads: Math.max(1, availableParallelism() >> 1), interOpNumThreads: 1 },
    },
  };
}

/** What the library says of files that are no model of the kind it expects is no fault of ours. @throws engine/unfit */
export async function loadOrRefuse<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    throw unfit(cause instanceof Error ? (cause.message.split('\n')[0] ?? '').slice(0, 200) : String(cause), cause);
  }
}

async function importTransformers(): Promise<Transformers> {
  let transformers: Transformers;
  try {
    transformers = await import('@huggingface/transformers');
  } catch (cause) {
    throw unfit(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const { env } = transformers;
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.useBrowserCache = false;
  // Nothing above asks for it; if something does, it is told so, and nothing leaves.
  env.fetch = () => Promise.reject(new Error('models open no connections'));
  return transformers;
}

const unfit = (detail: string, cause?: unknown): MirrorError =>
  new MirrorError('engine/unfit', { data: { name: 'transformers.js', detail }, cause });
