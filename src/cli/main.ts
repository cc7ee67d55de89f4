#!/usr/bin/env node
// The core for a terminal, as a program: arguments in, words or one document out, and an exit code (see run.ts).
import { run } from './run.ts';

process.stdout.on('error', endQuietly);
const code = await run(process.argv);
// A command that has run may have set its own, as `doctor` does for a problem it has found.
if (code !== 0) process.exitCode = code;

/** The reader of a pipe has seen enough (`mirror graph | head`). */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
