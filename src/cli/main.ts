#!/usr/bin/env node
// The core for a terminal. In: arguments. Out: one document on stdout with --json, words otherwise, and an exit code:
// 0 done, 1 failed, 2 wrong use or bad input.
import { explain } from './explain.ts';
import { printJson } from './output.ts';
import { createProgram } from './program.ts';

process.stdout.on('error', endQuietly);
const code = await run(process.argv);
// A command that has run may have set its own, as `doctor` does for a problem it has found.
if (code !== 0) process.exitCode = code;

async function run(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    const failure = explain(error);
    if (failure === undefined) return 0;
    if (failure.words !== undefined) console.error(...failure.words);
    // Whoever asked for JSON reads stdout; the words stay on stderr for the log beside it.
    if (argv.includes('--json')) printJson({ error: { code: failure.code, message: failure.message } });
    return failure.exitCode;
  }
}

/** The reader of a pipe has seen enough (`mirror graph | head`). */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
