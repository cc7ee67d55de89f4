// In: models that write and are installed on this machine. Out: their turns, each worked out in a child process.
import type { StopSignal } from '../../lib/cancel.ts';
import type { WriterPart, WriterRequest } from '../../needs/writer.ts';

export interface LocalWriters {
  /**
   * One turn in plain words: tools are told of in the request itself.
   * @throws models/not-installed, engine/*
   */
  write(model: string, request: WriterRequest, signal: StopSignal): AsyncGenerator<WriterPart, void>;
  close(): Promise<void>;
}
