// Lines as xprop 1.2 printed them under openbox.
import { expect, test } from 'vitest';
import { parseX11Property, readX11Text } from './x11-properties.ts';
import { createX11View } from './x11-windows.ts';

const bytes = (text: string): string => [...Buffer.from(text)].join(', ');
const textOf = (line: string): string | undefined => {
  const value = parseX11Property(line)?.value;
  return value && readX11Text(value);
};

test.each(['Bärli "x" = 5\nzwei \\ 日本', 'q=a&b=c - Search', '', 'a, b, c', '_NET_WM_NAME(STRING) = 66'])(
  'the title %j comes through',
  (title) => {
    expect(textOf(`_NET_WM_NAME(UTF8_STRING) = ${bytes(title)}`)).toBe(title);
    expect(textOf(`WM_NAME(STRING) = ${bytes(title)}`)).toBe(title);
  },
);

test.each([
  // "Größe" in Latin-1, which is no UTF-8.
  ['WM_NAME(STRING) = 71, 114, 246, 223, 101', 'Größe'],
  ['WM_NAME(COMPOUND_TEXT) = 71, 114, 246, 223, 101', 'Größe'],
  // As Emacs writes "日": ESC % G, UTF-8, ESC % @.
  ['WM_NAME(COMPOUND_TEXT) = 97, 27, 37, 71, 230, 151, 165, 27, 37, 64, 98', 'a日b'],
  ['WM_NAME(COMPOUND_TEXT) = 27, 45, 65, 246', 'ö'],
  ['WM_NAME(STRING) = 97, 98, 0, 99', 'ab'],
])('%s is read by its type', (line, text) => {
  expect(textOf(line)).toBe(text);
});

test.each([
  ['_NET_WM_PID:  not found.', { name: '_NET_WM_PID', value: undefined }],
  ['_NET_ACTIVE_WINDOW:  no such atom on any window.', { name: '_NET_ACTIVE_WINDOW', value: undefined }],
  ['\t\twindow state: Normal', undefined],
  ['X Error of failed request:  BadWindow (invalid Window parameter)', undefined],
  ['', undefined],
  [
    '_NET_WM_STATE(ATOM) = _NET_WM_STATE_HIDDEN, _NET_WM_STATE_ABOVE',
    {
      name: '_NET_WM_STATE',
      value: { type: 'ATOM', words: ['_NET_WM_STATE_HIDDEN', '_NET_WM_STATE_ABOVE'], numbers: [] },
    },
  ],
])('%j', (line, property) => {
  expect(parseX11Property(line)).toEqual(property);
});

function createView(): ReturnType<typeof createX11View> {
  const view = createX11View();
  view.root('_NET_ACTIVE_WINDOW(WINDOW): window id # 0x400001');
  view.root('_NET_CLIENT_LIST_STACKING(WINDOW): window id # 0x600003, 0x400001');
  view.root('_NET_CURRENT_DESKTOP(CARDINAL) = 0');
  view.window('0x400001', `WM_CLASS(STRING) = ${bytes('xterm\0XTerm\0')}`);
  view.window('0x400001', `WM_NAME(STRING) = ${bytes('Order 4711')}`);
  view.window('0x400001', '_NET_WM_NAME:  not found.');
  view.window('0x400001', '_NET_WM_DESKTOP(CARDINAL) = 0');
  view.window('0x400001', '_NET_WM_STATE(ATOM) = ');
  view.window('0x400001', 'WM_STATE(WM_STATE) = 1, 0');
  return view;
}
const order = { id: '0x400001', apps: ['XTerm', 'xterm'], title: 'Order 4711' };
const vault = { id: '0x600003', apps: ['KeePassXC'], title: 'Vault' };

function addVault(view: ReturnType<typeof createX11View>): void {
  view.window('0x600003', `WM_CLASS(STRING) = ${bytes('KeePassXC\0KeePassXC\0')}`);
  view.window('0x600003', `_NET_WM_NAME(UTF8_STRING) = ${bytes('Vault')}`);
  view.window('0x600003', '_NET_WM_DESKTOP(CARDINAL) = 0');
  view.window('0x600003', 'WM_STATE(WM_STATE) = 1, 0');
}

test('windows of which nothing was said yet are waited for', () => {
  const view = createView();
  expect([view.unknown(), view.seen()]).toEqual([['0x600003'], { active: order, visible: [order] }]);
  addVault(view);
  expect([view.unknown(), view.seen()]).toEqual([[], { active: order, visible: [vault, order] }]);
  view.forget('0x600003');
  expect(view.unknown()).toEqual(['0x600003']);
});

test.each([
  ['minimised', 'WM_STATE(WM_STATE) = 3, 0', false],
  ['hidden', '_NET_WM_STATE(ATOM) = _NET_WM_STATE_HIDDEN', false],
  ['on another desktop', '_NET_WM_DESKTOP(CARDINAL) = 1', false],
  ['on all desktops', '_NET_WM_DESKTOP(CARDINAL) = 4294967295', true],
  ['without a desktop', '_NET_WM_DESKTOP:  not found.', true],
])('a window that is %s', (_name, line, isSeen) => {
  const view = createView();
  addVault(view);
  view.window('0x600003', line);
  expect(view.seen().visible).toEqual(isSeen ? [vault, order] : [order]);
});

test('between two windows, and when all are closed, none is active', () => {
  const view = createView();
  view.root('_NET_ACTIVE_WINDOW(WINDOW): window id # 0x0');
  expect(view.seen().active).toBeUndefined();
  view.root('_NET_CLIENT_LIST_STACKING(WINDOW): window id # ');
  expect([view.ids(), view.seen()]).toEqual([[], { active: undefined, visible: [] }]);
});
