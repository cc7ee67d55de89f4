// In: what the API refused before it did anything. Out: which value is wrong, by the option it came from, in one line.
import { z } from 'zod';

const Refused = z.object({
  code: z.literal('BAD_REQUEST'),
  data: z.object({
    issues: z
      .array(
        z.object({
          code: z.string(),
          path: z.array(z.union([z.string(), z.number()])),
          message: z.string(),
          origin: z.string().optional(),
          minimum: z.number().optional(),
          maximum: z.number().optional(),
        }),
      )
      .min(1),
  }),
});

type Issue = z.infer<typeof Refused>['data']['issues'][number];

/** One sentence on the first value that does not fit its shape; undefined when the error is another one. */
export function sayInvalidInput(error: unknown): string | undefined {
  const [issue] = Refused.safeParse(error).data?.data.issues ?? [];
  return issue && `${nameValue(issue.path)} cannot be used: ${sayWhy(issue)}`;
}

/** What people type is named by its option; anything else by its place in the request. */
function nameValue(path: Issue['path']): string {
  const option = path.map((part) => OPTIONS.get(String(part))).findLast((found) => found !== undefined);
  return option ?? `The value "${path.join('.')}"`;
}

const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['value', 'The answer (--with)'],
  ['file', 'The name of the file'],
  ...['process', 'name', 'period', 'role', 'resource', 'activity', 'variants', 'actor', 'limit', 'format'].map(
    (option) => [option, `The value of --${option}`] as const,
  ),
]);

function sayWhy({ code, origin, minimum, maximum, message }: Issue): string {
  if (origin === 'string' && code === 'too_small' && minimum === 1) return 'it is empty';
  if (origin === 'string' && code === 'too_big') return `it has more than ${maximum} characters`;
  return message;
}
