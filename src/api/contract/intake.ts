// The contract's part for files that a window sends: piece by piece, under names that are never trusted as paths.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ArtifactPage, DocumentView } from '../../domain/artifact.ts';
import { ArtifactId } from '../../domain/ids.ts';
import { Arrangement, IntakeId, IntakeLimits, LogPreview, PartWish } from '../../domain/intake.ts';
import { Progress } from '../../domain/progress.ts';
import { LogChoices, LogSource, Taken } from '../../domain/source.ts';
import { base } from './base.ts';

/** A window reads and sends files in pieces of this size; neither side ever holds more of them. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

const OfIntake = z.object({ intakeId: IntakeId });

export const intakeContract = {
  /**
   * Opens a place for files and keeps it as long as somebody listens: a window that is closed leaves nothing behind.
   * Yields once.
   */
  open: base.output(eventIterator(OfIntake.extend({ limits: IntakeLimits }))),
  /** Announces a file; `path` is its name, with the folders it was dropped in. */
  add: base
    .input(OfIntake.extend({ path: z.string().min(1).max(4096), sizeBytes: z.number().int().min(0) }))
    .output(z.object({ file: z.int() })),
  /** One after another; answers when it is written. */
  chunk: base
    .input(
      OfIntake.extend({
        file: z.int().min(0),
        offset: z.number().int().min(0),
        data: z.instanceof(Blob).refine(({ size }) => size <= CHUNK_BYTES, 'a piece has at most 4 MB'),
      }),
    )
    .output(z.object({ receivedBytes: z.number() })),
  /** What belongs together, once all is there. */
  arrange: base.input(OfIntake).output(Arrangement),
  /** How one part would be read as an event log, with what a person has chosen so far. */
  preview: base
    .input(
      OfIntake.extend({
        part: z.int().min(0),
        columns: LogSource.shape.columns.optional(),
        choices: LogChoices.optional(),
      }),
    )
    .output(LogPreview),
  /**
   * Takes parts into a process, known or new, as `process.takeIn` takes files. Cancelling stops it: what was kept whole
   * by then stays.
   */
  adopt: base
    .input(OfIntake.extend({ process: z.string().max(1000), parts: z.array(PartWish).min(1) }))
    .output(eventIterator(Progress, Taken)),
};

const OfDocument = z.object({ artifactId: ArtifactId });

export const documentContract = {
  open: base.input(OfDocument).output(DocumentView),
  page: base.input(OfDocument.extend({ page: z.int().min(1) })).output(ArtifactPage),
  rename: base.input(OfDocument.extend({ name: z.string() })).output(z.void()),
  /** For good, with what was attached to it. */
  remove: base.input(OfDocument).output(z.void()),
};
