// In: models that write and are installed on this machine. Out: their turns, each worked out in a child process.
import { MirrorError } from '../../domain/errors.ts';
import type { StopSignal } from '../../lib/cancel.ts';
import type { WriterPart, WriterRequest } from '../../needs/writer.ts';
import type { ContextFound } from './read-context.ts';

export interface LocalWriters {
  /** Ids of those that are installed and run in here. */
  list(): readonly { readonly id: string; readonly title: string }[];
  /**
   * One turn in plain words: tools are told of in the request itself.
   * @throws models/not-installed, engine/*
   */
  write(model: string, request: WriterRequest, signal: StopSignal): AsyncGenerator<WriterPart, void>;
  readContext(model: string): Promise<ContextFound>;
  close(): Promise<void>;
}

/** Where nothing runs them. */
export function noLocalWriters(): LocalWriters {
  const refuse = (id: string): never => {
    throw new MirrorError('models/not-installed', { data: { id } });
  };
  return { list: () => [], write: refuse, readContext: refuse, close: async () => {} };
}
