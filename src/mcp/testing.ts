// For tests: a server that is spoken to by hand.
import type { ChildProcess } from 'node:child_process';

/** Whole lines of its stdout so far. */
export function listen({ stdout }: ChildProcess): () => string[] {
  let text = '';
  stdout!.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text.split('\n').slice(0, -1);
}

/** One message of the protocol. */
export const write = ({ stdin }: ChildProcess, message: object): void =>
  void stdin!.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
