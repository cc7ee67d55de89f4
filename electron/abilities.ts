// What the window may ask of main, each under its name; whoever else asks is refused.
import { app, dialog, ipcMain, Notification, session, shell } from 'electron';
import { isOurPage } from '../src/desktop/addresses.ts';
import { type Abilities, answerAbility } from '../src/desktop/answer-ability.ts';
import type { MacStatuses } from '../src/desktop/system-permissions.ts';
import type { CoreProcess } from './core-process.ts';
import { askPermission, listPermissions, openSettings } from './permissions.ts';
import type { RecordingSigns } from './recording-signs.ts';
import type { Sources } from './sources.ts';
import type { Shown } from './window.ts';

interface Needs {
  readonly shown: Shown;
  readonly atStart: MacStatuses | undefined;
  readonly sources: Sources;
  readonly signs: RecordingSigns;
  readonly core: CoreProcess;
  /** For the next start. */
  readonly keep: (workspace: string) => void;
}

export function createAbilities(needs: Needs): void {
  const abilities = listAbilities(needs);
  ipcMain.handle('mirror-ask', ({ sender, senderFrame }, name: unknown, input: unknown) => {
    const isOurs = sender === needs.shown.window?.webContents && senderFrame?.parent === null;
    if (!isOurs || !isOurPage(senderFrame.url)) throw new Error('only Mirror’s own window may ask');
    return answerAbility(abilities, name, input);
  });
}

function listAbilities({ shown, atStart, sources, signs, core, keep }: Needs): Abilities {
  let saved: string | undefined;
  session.defaultSession.on('will-download', (_event, item) => {
    item.once('done', (_done, state) => {
      if (state === 'completed') saved = item.getSavePath();
    });
  });
  return {
    connect: () => {
      if (shown.window) core.connect(shown.window.webContents);
      return null;
    },
    describe: () => ({ platform: process.platform, picker: sources.picker }),
    listSources: ({ rules }) => sources.list(rules),
    chooseSource: ({ id }) => {
      sources.choose(id);
      return null;
    },
    listPermissions: () => listPermissions(atStart),
    askPermission: async ({ kind }) => {
      await askPermission(kind, () => sources.list([]));
      return listPermissions(atStart);
    },
    openSettings: async ({ kind }) => {
      await openSettings(kind);
      return null;
    },
    reopen: () => {
      app.relaunch();
      app.quit();
      return null;
    },
    reveal: ({ what }) => {
      const path = what === 'workspace' ? core.workspace() : saved;
      if (path !== undefined) shell.showItemInFolder(path);
      return null;
    },
    notify: ({ title, body }) => {
      const note = new Notification({ title, body });
      note.on('click', () => shown.window?.show());
      note.show();
      return null;
    },
    showRecording: (sign) => signs.show(sign),
    openWorkspace: async () => {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      const [folder] = filePaths;
      if (folder === undefined) return false;
      keep(folder);
      await core.reopen();
      return true;
    },
  };
}
