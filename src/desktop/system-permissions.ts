// In: what macOS says now, and what it said when Mirror was opened. Out: what that means for a person.
import type { PermissionKind, SystemPermission } from '../domain/desktop.ts';

/** `getMediaAccessStatus` of Electron; of input, whether the system trusts Mirror. */
export type MacStatus = 'not-determined' | 'granted' | 'denied' | 'restricted' | 'unknown';
export type MacStatuses = Readonly<Record<PermissionKind, MacStatus>>;

/** macOS hands these to a program as it starts: what is allowed later counts for the next one. */
const AT_START: readonly PermissionKind[] = ['screen', 'input'];

/** Other systems ask as they please and have nothing to be told of here. */
export function judgePermissions(atStart: MacStatuses, now: MacStatuses): SystemPermission[] {
  return (['screen', 'microphone', 'input'] as const).map((kind) => ({ kind, state: judge(kind, atStart, now) }));
}

function judge(kind: PermissionKind, atStart: MacStatuses, now: MacStatuses): SystemPermission['state'] {
  if (now[kind] === 'granted') return AT_START.includes(kind) && atStart[kind] !== 'granted' ? 'reopen' : 'granted';
  if (now[kind] === 'restricted') return 'restricted';
  // Nobody is asked twice: after a no, only the settings help.
  return now[kind] === 'denied' ? 'denied' : 'not-asked';
}

const PANES: Readonly<Record<PermissionKind, string>> = {
  screen: 'Privacy_ScreenCapture',
  microphone: 'Privacy_Microphone',
  input: 'Privacy_Accessibility',
};

/** The pane of the system's settings where it is allowed. */
export const settingsAddress = (kind: PermissionKind): string =>
  `x-apple.systempreferences:com.apple.preference.security?${PANES[kind]}`;
