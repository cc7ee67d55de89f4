// What can go wrong with a recording in its window, in words for a person.
import { readProblem } from '../../src/api/client.ts';
import type { Problem } from '../../src/api/contract/base.ts';
import { NothingComes } from './recording.ts';
import { RecordingGone } from './recording-link.ts';

export const NOTHING_CHOSEN: Problem = {
  code: 'recorder/nothing-chosen',
  title: 'There is nothing to record yet',
  hint: 'Choose a screen, a microphone, or both.',
};

export const HELD: Problem = {
  code: 'recorder/held',
  title: 'Recording waits: Mirror has been away for too long',
  hint: 'Start Mirror again; this window then sends what it holds, and goes on by itself. Do not close it.',
};

const GONE: Problem = {
  code: 'recorder/none',
  title: 'Mirror has closed this recording',
  hint: 'It was away from this window for too long. What was recorded until then is kept; start a new one to go on.',
};

export const nothingComes = (tracks: readonly string[]): Problem => ({
  code: 'recorder/nothing-comes',
  title: `Nothing comes from: ${tracks.join(', ')}`,
  hint: 'Choose another screen or microphone and start again. Nothing was kept.',
});

export function problemOf(error: unknown): Problem {
  if (error instanceof RecordingGone) return GONE;
  if (error instanceof NothingComes) return nothingComes(error.tracks);
  return (
    readProblem(error) ?? {
      code: 'recorder/unexpected',
      title: `Recording failed: ${error instanceof Error ? error.message : String(error)}`,
      hint: 'What was recorded until now is kept. Start a new recording.',
    }
  );
}
