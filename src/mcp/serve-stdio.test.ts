// The protocol has stdout to itself.
import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { claimStdout } from './serve-stdio.ts';

test('what a library prints goes to stderr while the protocol has stdout', async () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const claimed = claimStdout({ stdout, stderr } as unknown as NodeJS.Process);
  stdout.write('a stray line\n');
  claimed.write('{"jsonrpc":"2.0"}\n');
  expect([String(stdout.read()), String(stderr.read())]).toEqual(['{"jsonrpc":"2.0"}\n', 'a stray line\n']);
  expect(claimed).toBeInstanceOf(Writable);
});
