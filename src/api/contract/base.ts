// What every call of the contract may answer instead.
import { oc } from '@orpc/contract';
import { z } from 'zod';

/** An expected failure, in words for a person. `hint` says what to do next. */
export const Problem = z.object({ code: z.string(), title: z.string(), hint: z.string() });
export type Problem = z.infer<typeof Problem>;

export const base = oc.errors({ PROBLEM: { status: 422, data: Problem } });
