import { expect, test } from 'vitest';
import { parseDesktopLine } from './desktop-lines.ts';

test('what a Mac says: the window in front, all that are on a screen, and that it hides their titles', () => {
  const line = JSON.stringify({
    active: '912',
    windows: [
      { id: '912', apps: ['Google Chrome', 'com.google.Chrome'], title: '' },
      { id: '77', apps: ['KeePassXC', 'org.keepassxc.keepassxc'], title: '' },
    ],
    missing: ['titles'],
  });
  const chrome = { id: '912', apps: ['Google Chrome', 'com.google.Chrome'], title: '' };
  const vault = { id: '77', apps: ['KeePassXC', 'org.keepassxc.keepassxc'], title: '' };
  expect(parseDesktopLine(line)).toEqual({ active: chrome, visible: [chrome, vault], hidesTitles: true });
});

test('what Windows says: programs by their description and their file', () => {
  const line = `{"active":"131072","windows":[{"id":"131072","apps":["Microsoft Edge","msedge.exe"],"title":"a \\"b\\" \\u2013 [InPrivate]"},{"id":"5","apps":["notepad","Notepad.exe","notepad"],"title":""}]}`;
  const edge = { id: '131072', apps: ['Microsoft Edge', 'msedge'], title: 'a "b" – [InPrivate]' };
  const notepad = { id: '5', apps: ['notepad', 'Notepad'], title: '' };
  expect(parseDesktopLine(line)).toEqual({ active: edge, visible: [edge, notepad], hidesTitles: false });
});

test('a window in front that is none of those on a screen is none', () => {
  expect(parseDesktopLine('{"active":null,"windows":[]}')?.active).toBeUndefined();
  expect(parseDesktopLine('{"active":"9","windows":[]}')?.active).toBeUndefined();
});

test.each(['', 'warning: something', '{"active":1,"windows":[]}', '[1]', 'null'])('%j is something else', (line) => {
  expect(parseDesktopLine(line)).toBeUndefined();
});
