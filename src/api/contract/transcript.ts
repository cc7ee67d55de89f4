// The contract's part for the words of a recording, where a person puts them right.
import { z } from 'zod';
import { RecordingId } from '../../domain/ids.ts';
import { TranscriptEdit } from '../../domain/transcript-edit.ts';
import { base } from './base.ts';

export const transcriptContract = {
  /** From now on the words are that person's, whom no model overwrites. Steps and map follow in the background. */
  edit: base
    .input(z.object({ recordingId: RecordingId, edit: TranscriptEdit }))
    .output(z.object({ undo: TranscriptEdit })),
  /** Has a model listen again, in the background; what it writes takes the place of the words, a person's as well. */
  writeAnew: base.input(z.object({ recordingId: RecordingId })).output(z.void()),
  /** What speech is written down by from now on; words that are there stay. Refused to a page in a browser. */
  listenWith: base
    .input(z.object({ by: z.string().min(1).max(4096), model: z.string().min(1).max(200).optional() }))
    .output(z.void()),
};
