// The child in which a language model of this machine writes. A loaded one is kept for the next call.
import {
  type LoadedWriter,
  loadWriter,
  type PlainMessage,
  type WrittenTurn,
} from '../../../models/transformers-writer.ts';
import { serveEngine } from './serve-engine.ts';

export interface WriteArgs {
  /** Checked by `requireModel`. */
  readonly folder: string;
  readonly messages: readonly PlainMessage[];
  readonly maxOutputTokens: number;
}

const METHODS = {
  write: async ({ folder, messages, maxOutputTokens }: WriteArgs, tell: (text: string) => void): Promise<WrittenTurn> =>
    (await load(folder)).write(messages, { maxOutputTokens, tell }),
  readContext: async (folder: string): Promise<number> => (await load(folder)).contextTokens,
};
export type WriterMethods = typeof METHODS;

/** One at a time: two of them would not fit beside each other. */
let loaded: { readonly folder: string; readonly writer: Promise<LoadedWriter> } | undefined;

async function load(folder: string): Promise<LoadedWriter> {
  if (loaded?.folder !== folder) loaded = { folder, writer: loadWriter(folder) };
  try {
    return await loaded.writer;
  } catch (error) {
    // Files may be put right by the next call.
    loaded = undefined;
    throw error;
  }
}

serveEngine(METHODS);
