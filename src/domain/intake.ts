// Files a person gives to a window: what belongs together, how an event log would be read, and what is done with each.
import { z } from 'zod';
import { LogChoices, LogSource } from './source.ts';

export const IntakeId = z.string().min(1).max(80).brand('IntakeId');
export type IntakeId = z.infer<typeof IntakeId>;

export const IntakeLimits = z.object({
  maxFiles: z.int(),
  /** Of one file; less where the disk has no room for it. */
  maxFileBytes: z.number(),
  /** Of one call. */
  chunkBytes: z.int(),
});
export type IntakeLimits = z.infer<typeof IntakeLimits>;

/** What a file, with those that belong to it, is taken in as. */
export const PartKind = z.enum(['recording', 'log', 'activity', 'document']);
export type PartKind = z.infer<typeof PartKind>;

export const IntakePart = z.object({
  /** Its place in the list, which names it. */
  part: z.int().min(0),
  kind: PartKind,
  /** What else it can be taken as; the kind itself comes first. */
  canBe: z.array(PartKind),
  name: z.string(),
  /** The file itself first, then its transcript and its events, where they are there. */
  files: z.array(z.string()).min(1),
  sizeBytes: z.number(),
  /** Why it will be refused as it is; null where nothing speaks against it. */
  missing: z.string().nullable(),
});
export type IntakePart = z.infer<typeof IntakePart>;

/** The files of an intake, put together by their names. */
export const Arrangement = z.object({
  parts: z.array(IntakePart),
  /** Files of no kind that Mirror reads. */
  skipped: z.array(z.object({ path: z.string(), why: z.string() })),
});
export type Arrangement = z.infer<typeof Arrangement>;

const LOG_ROLES = ['case', 'activity', 'timestamp', 'start', 'resource', 'role'] as const;
export const LogRole = z.enum(LOG_ROLES);
export type LogRole = z.infer<typeof LogRole>;

const Names = z.array(z.string()).readonly();

/** How an event log would be read, for a person to confirm or to correct. */
export const LogPreview = z.object({
  file: z.string(),
  format: z.enum(['csv', 'xes', 'ocel', 'activitywatch']),
  /** Of text; null for a database. */
  encoding: z.string().nullable(),
  /** Null where the file cannot be read as it stands. */
  events: z.int().nullable(),
  cases: z.int().nullable(),
  csv: z
    .object({
      delimiter: z.string(),
      header: Names,
      /** The first ones, as they stand in the file. */
      rows: z.array(Names).readonly(),
      columns: z
        .array(z.object({ role: LogRole, column: z.string(), by: z.enum(['choice', 'name', 'values']) }))
        .readonly(),
      dateFormats: z.object({ timestamp: z.string().optional(), start: z.string().optional() }),
    })
    .nullable(),
  xes: z
    .object({
      classifiers: z.array(z.object({ name: z.string(), keys: Names })).readonly(),
      classifier: z.string().nullable(),
    })
    .nullable(),
  ocel: z
    .object({
      objectType: z.string(),
      objectTypes: z.array(z.object({ objectType: z.string(), objects: z.int(), events: z.int() })).readonly(),
    })
    .nullable(),
  /** As they would be stored: by case, then by time. */
  firstEvents: z
    .array(
      z.object({
        case: z.string(),
        activity: z.string(),
        /** ISO 8601, UTC. */
        start: z.string().nullable(),
        time: z.string(),
        resource: z.string().nullable(),
        role: z.string().nullable(),
      }),
    )
    .readonly(),
  warnings: Names,
  /** Why it cannot be read as it stands, and what to do; null where it can. */
  problem: z.object({ code: z.string(), title: z.string(), hint: z.string() }).nullable(),
});
export type LogPreview = z.infer<typeof LogPreview>;

const Text = z.string().trim().max(200).optional();

/** What a person says of one part; what is not said is found in the file. */
export const PartWish = z.object({
  part: z.int().min(0),
  as: PartKind,
  actor: Text,
  role: Text,
  columns: LogSource.shape.columns.optional(),
  choices: LogChoices.optional(),
});
export type PartWish = z.infer<typeof PartWish>;
