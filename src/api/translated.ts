// In: handlers of the contract. Out: the same with every failure translated for who called, here and nowhere else.
import { implement, ORPCError } from '@orpc/server';
import { MirrorError } from '../domain/errors.ts';
import { findSystemTrouble } from '../domain/system-trouble.ts';
import { shortHash } from '../lib/short-hash.ts';
import { contract } from './contract/index.ts';
import type { Services } from './services.ts';

export interface ApiContext {
  readonly services: Services;
  /** Whether the caller may name files of this machine. A page may not: whoever got into it could read any of them. */
  readonly namesFiles: boolean;
  /** Told of each bug with the reference that the user is shown. */
  readonly reportBug: (error: unknown, reference: string) => void;
}

/** What handlers are made with; a failure of theirs is told as a PROBLEM of the contract. */
export const api = implement(contract)
  .$context<ApiContext>()
  .use(async ({ next, context }) => {
    try {
      return await next();
    } catch (error) {
      throw translate(error, context);
    }
  });

/** A generator fails after its handler has returned, so the middleware above does not see it. */
export async function* translating<T, Result>(
  work: AsyncGenerator<T, Result>,
  context: ApiContext,
): AsyncGenerator<T, Result, void> {
  try {
    return yield* work;
  } catch (error) {
    throw translate(error, context);
  }
}

function translate(error: unknown, context: ApiContext): unknown {
  if (error instanceof ORPCError || isAbort(error)) return error;
  const expected = error instanceof MirrorError ? error : findSystemTrouble(error);
  if (expected) return toProblem(expected);
  const reference = shortHash(`${Date.now()} ${String(error)}`)
    .slice(0, 6)
    .toUpperCase();
  context.reportBug(error, reference);
  return new ORPCError('PROBLEM', {
    defined: true,
    status: 500,
    message: `Something went wrong inside Mirror (reference ${reference}).`,
    data: {
      code: 'bug',
      title: `Something went wrong inside Mirror (reference ${reference})`,
      hint: 'Try again; the log of this run says more under that reference.',
    },
  });
}

function toProblem(error: MirrorError): ORPCError<'PROBLEM', { code: string; title: string; hint: string }> {
  return new ORPCError('PROBLEM', {
    defined: true,
    status: 422,
    message: error.message,
    data: { code: error.code, title: error.title, hint: error.hint },
    cause: error,
  });
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
