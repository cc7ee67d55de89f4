// In: what was typed. Out: one document on stdout with --json, words otherwise, and an exit code: 0 done, 1 failed, 2 wrong use
// or bad input.
import { format } from 'node:util';
import { explain } from './explain.ts';
import { printJson } from './output.ts';
import { createProgram } from './program.ts';

/** Runs `argv` (as `process.argv`: the program and its file come first) to its end. Nothing is thrown. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(argv);
    return 0;
  } catch (error) {
    const failure = explain(error);
    if (failure === undefined) return 0;
    if (failure.words !== undefined) process.stderr.write(`${format(...failure.words)}\n`);
    // Whoever asked for JSON reads stdout; the words stay on stderr for the log beside it.
    if (argv.includes('--json')) printJson({ error: { code: failure.code, message: failure.message } });
    return failure.exitCode;
  }
}
