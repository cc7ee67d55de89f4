// What is seen of a recording outside the window: the tray, keys for marks, and a machine that stays awake.
import { app, globalShortcut, Menu, nativeImage, powerSaveBlocker, Tray } from 'electron';
import { keepsAwake, lookOfTray, MARK_KEYS, takesKeys, type TrayEntry } from '../src/desktop/recording-sign.ts';
import { drawTrayIcon } from '../src/desktop/tray-icon.ts';
import type { DesktopNews, MarkKey, RecordingSign } from '../src/domain/desktop.ts';

export interface RecordingSigns {
  /** The keys that now set marks. */
  show(sign: RecordingSign): MarkKey[];
  close(): void;
}

interface Needs {
  readonly tell: (news: DesktopNews) => void;
  readonly show: () => void;
}

const ICON_PX = 32;

export function createRecordingSigns({ tell, show }: Needs): RecordingSigns {
  let tray: Tray | undefined;
  let blocker: number | undefined;
  let keys: MarkKey[] = [];
  const act = (entry: TrayEntry['act']): void => {
    if (entry === 'show') show();
    else if (entry === 'quit') app.quit();
    else tell({ kind: 'act', act: entry });
  };
  const draw = (sign: RecordingSign): void => {
    const { icon, tip, entries } = lookOfTray(sign);
    const size = { width: ICON_PX, height: ICON_PX, scaleFactor: 2 };
    const image = nativeImage.createFromBitmap(Buffer.from(drawTrayIcon(icon, ICON_PX)), size);
    if (tray === undefined) {
      tray = new Tray(image);
      tray.on('click', show);
    } else tray.setImage(image);
    tray.setToolTip(tip);
    tray.setContextMenu(
      Menu.buildFromTemplate(entries.map((entry) => ({ label: entry.label, click: () => act(entry.act) }))),
    );
  };
  const hold = (isHeld: boolean): void => {
    if (isHeld) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else if (blocker !== undefined) {
      powerSaveBlocker.stop(blocker);
      blocker = undefined;
    }
  };
  const listen = (isOn: boolean): void => {
    if (isOn === keys.length > 0) return;
    if (!isOn) globalShortcut.unregisterAll();
    keys = isOn
      ? MARK_KEYS.map(({ kind, accelerator }) => {
          const isOurs = globalShortcut.register(accelerator, () => tell({ kind: 'mark', mark: kind }));
          return { kind, accelerator, isTaken: !isOurs };
        })
      : [];
  };
  return {
    show: (sign) => {
      draw(sign);
      hold(keepsAwake(sign));
      listen(takesKeys(sign));
      return [...keys];
    },
    close: () => {
      hold(false);
      listen(false);
      tray?.destroy();
      tray = undefined;
    },
  };
}
