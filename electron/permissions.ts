// What macOS allows. Other systems have nothing to be asked here.
import { shell, systemPreferences } from 'electron';
import { judgePermissions, type MacStatuses, settingsAddress } from '../src/desktop/system-permissions.ts';
import type { PermissionKind, SystemPermission } from '../src/domain/desktop.ts';

const isMac = (): boolean => process.platform === 'darwin';

export function readStatuses(): MacStatuses | undefined {
  if (!isMac()) return undefined;
  return {
    screen: systemPreferences.getMediaAccessStatus('screen'),
    microphone: systemPreferences.getMediaAccessStatus('microphone'),
    input: systemPreferences.isTrustedAccessibilityClient(false) ? 'granted' : 'denied',
  };
}

export function listPermissions(atStart: MacStatuses | undefined): SystemPermission[] {
  const now = readStatuses();
  return atStart && now ? judgePermissions(atStart, now) : [];
}

/** The system asks once; `ask` is how a screen is asked for. */
export async function askPermission(kind: PermissionKind, askScreen: () => Promise<unknown>): Promise<void> {
  if (!isMac()) return;
  if (kind === 'microphone') await systemPreferences.askForMediaAccess('microphone');
  else if (kind === 'input') systemPreferences.isTrustedAccessibilityClient(true);
  else await askScreen();
}

export const openSettings = async (kind: PermissionKind): Promise<void> => {
  if (isMac()) await shell.openExternal(settingsAddress(kind));
};
