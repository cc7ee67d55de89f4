// A desktop without Electron, in each of the states that show something of it.
import type { AbilityName, AbilityOutput, DesktopNews } from '../../src/domain/desktop.ts';
import type { Desktop } from '../desktop/bridge.ts';
import { createDesktopModel, type DesktopModel } from '../desktop/create-desktop-model.ts';
import { drawStill } from './draw-screen.ts';

export const DESKTOP_STATES = ['picker', 'permissions', 'failed'] as const;
export type FakeDesktopState = (typeof DESKTOP_STATES)[number];

type Answers = { readonly [Name in AbilityName]: AbilityOutput<Name> };

const RULE = { by: 'app', pattern: 'KeePassXC' } as const;

const answersIn = (state: FakeDesktopState): Answers => ({
  connect: null,
  describe: { platform: 'darwin', picker: 'own' },
  listSources: [
    { id: 'screen:1', kind: 'screen', name: 'Built-in display', thumbnail: null, excludedBy: null },
    { id: 'window:1', kind: 'window', name: 'Order 4711 – Ledgerly', thumbnail: drawStill(), excludedBy: null },
    { id: 'window:2', kind: 'window', name: 'Inbox (12) – Mail', thumbnail: drawStill(), excludedBy: null },
    { id: 'window:3', kind: 'window', name: 'Passwords.kdbx – KeePassXC', thumbnail: null, excludedBy: RULE },
  ],
  chooseSource: null,
  listPermissions:
    state === 'permissions'
      ? [
          { kind: 'screen', state: 'reopen' },
          { kind: 'microphone', state: 'not-asked' },
          { kind: 'input', state: 'denied' },
        ]
      : [],
  askPermission: [],
  openSettings: null,
  reopen: null,
  reveal: null,
  notify: null,
  showRecording: [],
  openWorkspace: false,
});

export function makeFakeDesktop(state: FakeDesktopState): DesktopModel {
  const answers = answersIn(state);
  const problem: DesktopNews = {
    kind: 'core',
    core: {
      state: 'failed',
      title: 'The workspace /home/ada/Mirror is damaged',
      hint: 'Restore a backup with `mirror restore`, or open another workspace.',
    },
  };
  const desktop: Desktop = {
    ask: async (name) => answers[name],
    listen: (onNews) => {
      if (state === 'failed') queueMicrotask(() => onNews(problem));
      return () => {};
    },
  };
  const model = createDesktopModel(desktop);
  // Nobody presses in the gallery; that the picker is left open is what is looked at.
  if (state !== 'failed') void model.pickSource().catch(() => {});
  return model;
}
