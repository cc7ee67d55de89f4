// In: why a browser did not give a device. Out: the same in words for a person, with what to do.
import type { Problem } from '../../src/api/contract/base.ts';

type Words = Pick<Problem, 'title' | 'hint'>;

/** By the names of errors in W3C mediacapture-streams and screen-capture. */
const MICROPHONE: Readonly<Record<string, Words>> = {
  NotAllowedError: {
    title: 'Mirror may not use the microphone',
    hint: 'Allow it for this page beside the address, and in the settings of your system; then choose it again.',
  },
  NotFoundError: {
    title: 'There is no microphone',
    hint: 'Connect one and choose it, or record without telling.',
  },
  NotReadableError: {
    title: 'The microphone gives no sound',
    hint: 'Another program may hold it: close that one, or choose another microphone.',
  },
  OverconstrainedError: {
    title: 'This microphone is not there any more',
    hint: 'Connect it again, or choose another one.',
  },
};

const SCREEN: Readonly<Record<string, Words>> = {
  NotAllowedError: {
    title: 'No screen was shared',
    hint: 'Choose one and press Share; if you were not asked, allow screen recording in the settings of your system.',
  },
  NotFoundError: {
    title: 'There is no screen to share',
    hint: 'Record your voice only, or use a machine with a screen.',
  },
  NotReadableError: {
    title: 'Your system does not give the screen away',
    hint: 'Allow screen recording for this browser in the settings of your system, then start the browser again.',
  },
  NotSupportedError: {
    title: 'This browser cannot share a screen',
    hint: 'Use Chrome, Edge or Chromium, or the desktop app.',
  },
};

/** Said when a screen was chosen where frames cannot be read. */
export const NO_PICTURES: Problem = {
  code: 'recorder/no-pictures',
  title: 'This browser takes no pictures of what changes, and hides excluded windows a moment late',
  hint: 'The screen itself is recorded. For the rest use Chrome, Edge, Chromium, or the desktop app.',
};

export const microphoneProblem = (error: unknown): Problem =>
  describe('recorder/microphone', error, {
    words: MICROPHONE,
    other: { title: 'The microphone cannot be used', hint: 'Choose another one, or connect it again.' },
  });

export const screenProblem = (error: unknown): Problem =>
  describe('recorder/screen', error, {
    words: SCREEN,
    other: { title: 'The screen cannot be shared', hint: 'Choose another screen or window.' },
  });

function describe(
  code: string,
  error: unknown,
  { words, other }: { words: Readonly<Record<string, Words>>; other: Words },
): Problem {
  const name = error instanceof Error ? error.name : '';
  return { code: `${code}-${name || 'Error'}`, ...(words[name] ?? other) };
}
