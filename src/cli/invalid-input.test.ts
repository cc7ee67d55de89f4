import { expect, test } from 'vitest';
import { z } from 'zod';
import { explain } from './explain.ts';

/** As the API refuses it: the issues of zod, under this code. */
function refusal(shape: z.ZodType, value: unknown): Error {
  return Object.assign(new Error('Input validation failed'), {
    code: 'BAD_REQUEST',
    data: { issues: JSON.parse(JSON.stringify(shape.safeParse(value).error!.issues)) as unknown }, // the values are wrong
  });
}

const answer = z.object({ value: z.string().trim().min(1).max(5) });

test.each([
  [refusal(answer, { value: ' ' }), 'The answer (--with) cannot be used: it is empty. See `mirror --help`.'],
  [
    refusal(answer, { value: 'too long' }),
    'The answer (--with) cannot be used: it has more than 5 characters. See `mirror --help`.',
  ],
  [
    refusal(z.object({ slice: z.object({ role: z.string().min(1) }) }), { slice: { role: '' } }),
    'The value of --role cannot be used: it is empty. See `mirror --help`.',
  ],
  [
    refusal(z.object({ refs: z.array(z.string()) }), { refs: [3] }),
    'The value "refs.0" cannot be used: Invalid input: expected string, received number. See `mirror --help`.',
  ],
])('a value that the API refuses is named in one line', (error, message) => {
  expect(explain(error)).toEqual({ code: 'usage', message, exitCode: 2, words: [`mirror: ${message}`] });
});
