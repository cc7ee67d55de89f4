// The contract's part for what is made of a recording's sound and pictures while people go on working.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { RecordingId } from '../../domain/ids.ts';
import { IngestState, RecordingStage } from '../../domain/ingest.ts';
import { base } from './base.ts';

const OfRecording = z.object({ recordingId: RecordingId });

export const ingestContract = {
  /** What is under way, at once and whenever it changes. */
  watch: base.output(eventIterator(IngestState)),
  /** Of one recording, in the order in which they are worked off; those never planned are not there. */
  stages: base.input(OfRecording).output(z.array(RecordingStage)),
  /** Ends what is under way of the recording and leaves out what was to come; what is done stays. */
  cancel: base.input(OfRecording).output(z.void()),
  /** What failed or was cancelled is tried anew, in the background. */
  tryAgain: base.input(OfRecording).output(z.void()),
};
