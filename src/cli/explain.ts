// In: what a command threw. Out: what to tell a person, what to tell a program, and the exit code.
import { CommanderError } from 'commander';
import { readProblem } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';
import { findSystemTrouble } from '../domain/system-trouble.ts';
import { sayInvalidInput } from './invalid-input.ts';

interface Failure {
  /** Of `domain/errors.ts`; `usage`, `stopped` or `bug` otherwise. */
  readonly code: string;
  readonly message: string;
  readonly exitCode: 1 | 2;
  /** For stderr; undefined when it is said already. */
  readonly words: readonly unknown[] | undefined;
}

/** Undefined when nothing failed: help and version come as errors as well. */
export function explain(error: unknown): Failure | undefined {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    return { code: 'usage', message: error.message.replace(/^error: /, ''), exitCode: 2, words: undefined };
  }
  const problem = findProblem(error);
  if (problem) {
    const message = `${problem.title}. ${problem.hint}`;
    const isOurs = OUR_TROUBLE.some((code) => problem.code.startsWith(code));
    return { code: problem.code, message, exitCode: isOurs ? 1 : 2, words: [`mirror: ${message}`] };
  }
  if (error instanceof Error && error.name === 'AbortError') {
    const message = 'stopped; what had been taken in whole is kept, and finished by the open app or at the next start';
    return { code: 'stopped', message, exitCode: 1, words: [`mirror: ${message}`] };
  }
  const message = 'Something went wrong inside Mirror';
  return { code: 'bug', message, exitCode: 1, words: ['mirror: something went wrong inside Mirror:', error] };
}

function findProblem(error: unknown) {
  if (error instanceof MirrorError) return error;
  const invalid = sayInvalidInput(error);
  if (invalid !== undefined) return new MirrorError('usage', { data: { detail: invalid }, cause: error });
  return readProblem(error) ?? findSystemTrouble(error);
}

/** What went wrong in or around us, rather than with what we were given. */
const OUR_TROUBLE = [
  'bug',
  'disk/',
  'workspace/locked',
  'workspace/damaged',
  'workspace/newer',
  'web/not-built',
  'samples/missing',
  'egress/',
  'models/damaged',
  'models/wrong',
  'models/not-there',
  'models/refused',
  'models/changing',
  'models/no-space',
  'models/busy',
  'models/stopped',
];
