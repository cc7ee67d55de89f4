// In: a server, and two streams. Out: the protocol on them, until the client is gone.
import { once } from 'node:events';
import { type Readable, Writable } from 'node:stream';
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

/** Ends when the client closes its end, or dies, or at `signal`. */
export async function serveStdio(
  server: Server,
  { input, output, signal }: { readonly input: Readable; readonly output: Writable; readonly signal: AbortSignal },
): Promise<void> {
  const over = new AbortController();
  const end = (): void => over.abort();
  // The SDK only reads: that nothing comes any more is for us to notice.
  input.once('end', end).once('close', end).once('error', end);
  output.once('close', end).once('error', end);
  signal.addEventListener('abort', end, { once: true });
  try {
    await server.connect(new StdioServerTransport(input, output));
    if (!over.signal.aborted && !signal.aborted) await once(over.signal, 'abort');
  } finally {
    signal.removeEventListener('abort', end);
    await server.close();
  }
}

/**
 * The stream for the protocol, and nothing else: whatever else is printed to stdout from now on, by a library for
 * instance, goes to stderr. One stray line would break the connection.
 */
export function claimStdout(process: NodeJS.Process): Writable {
  const { stdout, stderr } = process;
  const write = stdout.write.bind(stdout);
  const claimed = new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, _, done) => void write(chunk, done),
  });
  stdout.on('error', (error) => claimed.destroy(error));
  stdout.write = stderr.write.bind(stderr);
  return claimed;
}
