import { expect, it } from 'vitest';
import { nameScreen } from './name-screen.ts';

it('keeps a name that people know and replaces a number nobody does', () => {
  expect(
    [
      { name: 'screen', label: 'Inbox – Mail', surface: 'window' as const },
      { name: 'screen', label: 'screen:354:0', surface: 'monitor' as const },
      { name: 'screen-2', label: 'window:4194307:1', surface: 'window' as const },
      { name: 'screen-3', label: 'web-contents-media-stream://12:3', surface: 'browser' as const },
      { name: 'screen', label: '', surface: 'unknown' as const },
    ].map(nameScreen),
  ).toEqual(['Inbox – Mail', 'Screen 1', 'Window 2', 'Browser tab 3', 'Screen 1']);
});
