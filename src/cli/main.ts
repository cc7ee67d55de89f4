#!/usr/bin/env node
// The core for a terminal. In: arguments. Out: one document on stdout with --json, words otherwise, and an exit code:
// 0 done, 1 failed, 2 wrong use or bad input.
import { CommanderError } from 'commander';
import { readProblem } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';
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
    return explain(error);
  }
}

function explain(error: unknown): number {
  // commander has already printed what it has to say; help and version are no failures.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const problem = error instanceof MirrorError ? error : readProblem(error);
  if (problem) {
    console.error(`mirror: ${problem.title}. ${problem.hint}`);
    return isOurTrouble(problem.code) ? 1 : 2;
  }
  if (error instanceof Error && error.name === 'AbortError') {
    console.error('mirror: stopped; what had been taken in whole is kept and finished at the next start');
    return 1;
  }
  console.error('mirror: something went wrong inside Mirror:', error);
  return 1;
}

/** What went wrong in or around us, rather than with what we were given. */
function isOurTrouble(code: string): boolean {
  const ours = ['bug', 'workspace/locked', 'workspace/damaged', 'workspace/newer', 'web/not-built', 'samples/missing'];
  return ours.includes(code);
}

/** The reader of a pipe has seen enough (`mirror graph | head`). */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
