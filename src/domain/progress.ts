// Progress of long work. It never goes backwards; `total` is null while it is unknown.
import { z } from 'zod';

export const Progress = z.object({
  stage: z.string(),
  done: z.number().min(0),
  total: z.number().min(0).nullable(),
  unit: z.string(),
  /** Which of several things it is about, such as a recording's title. */
  of: z.string().optional(),
});
export type Progress = z.infer<typeof Progress>;
