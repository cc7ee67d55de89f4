import { expect, it } from 'vitest';
import { joinConsent, sayConsent } from './say-consent.ts';

const FACTS = {
  screens: ['Screen 1', 'Screen 2'],
  microphone: 'Headset',
  hasComputerSound: true,
  watchesWindows: true,
  exclusions: 2,
  workspace: '/home/you/Mirror',
};

it('says exactly what this recording records, where it stays and who can see it', () => {
  expect(joinConsent(sayConsent(FACTS))).toBe(
    [
      "What is recorded: From the start until you stop: the picture of Screen 1 and Screen 2, your voice, the computer's sound and which windows you use, and how much you click and type, never what you type. What you have excluded is left out.",
      'Where it stays: In the workspace on this machine (/home/you/Mirror). Recording sends nothing anywhere and needs no account.',
      'Who can see it: Whoever can open this workspace. You can pause at any time, discard the recording while it runs, and remove it later. If other people are heard or shown, ask them first.',
    ].join('\n'),
  );
});

it('promises no exclusions where windows cannot be watched, and names no device that is not there', () => {
  const [what] = sayConsent({ ...FACTS, screens: [], hasComputerSound: false, watchesWindows: false });
  expect(what?.text).toBe('From the start until you stop: your voice.');
  const [nothing] = sayConsent({
    ...FACTS,
    screens: [],
    microphone: undefined,
    hasComputerSound: false,
    watchesWindows: false,
  });
  expect(nothing?.text).toBe('Nothing yet: choose a screen or a microphone.');
});
