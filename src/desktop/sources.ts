// In: what the system says can be recorded, and what must not be. Out: what the picker shows of it.
import { findExcluded, isMirror } from '../capture/exclusions.ts';
import type { ExclusionRule } from '../domain/capture.ts';
import type { PickerKind, ScreenSource } from '../domain/desktop.ts';

export interface RawSource {
  /** Electron's: "screen:1:0", "window:1234:0". */
  readonly id: string;
  readonly name: string;
  readonly thumbnail: string;
}

/**
 * Screens first. A window under a rule is named with it and cannot be chosen; a whole screen can, since the recorder
 * blacks it out meanwhile, but its preview is withheld: it may show that window.
 */
export function arrangeSources(raw: readonly RawSource[], rules: readonly ExclusionRule[]): ScreenSource[] {
  const windows = raw.filter(({ id, name }) => !isScreen(id) && name.trim() !== '' && !isMirror({ title: name }));
  const listed = windows.map(({ id, name, thumbnail }): ScreenSource => {
    const rule = findExcluded(rules, [{ id, title: name, apps: namesOf(name) }]);
    return { id, kind: 'window', name, thumbnail: rule ? null : thumbnail || null, excludedBy: rule ?? null };
  });
  const showsExcluded = listed.some(({ excludedBy }) => excludedBy !== null);
  const screens = raw
    .filter(({ id }) => isScreen(id))
    .map(({ id, name, thumbnail }): ScreenSource => {
      return { id, kind: 'screen', name, thumbnail: showsExcluded ? null : thumbnail || null, excludedBy: null };
    });
  return [...screens, ...listed];
}

const isScreen = (id: string): boolean => id.startsWith('screen:');

/** Systems tell a window's title here and not its program, which most titles begin or end with: "Passwords - KeePassXC". */
const namesOf = (title: string): string[] => [title, ...title.split(/\s+[-–—|·]\s+/u)];

/** Whether Mirror's window asks which screen, or the system does. */
export function choosePicker(system: {
  readonly platform: string;
  /** "15.1" */
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): PickerKind {
  const { platform, version, env } = system;
  // Its own picker came with macOS 15, and spares people the monthly question whether Mirror may go on recording.
  if (platform === 'darwin') return Number.parseInt(version, 10) >= 15 ? 'system' : 'own';
  const isWayland = env['XDG_SESSION_TYPE'] === 'wayland' || Boolean(env['WAYLAND_DISPLAY']);
  // There the portal asks as soon as sources are wanted, and what it gives is good once.
  return platform === 'linux' && isWayland ? 'portal' : 'own';
}

/** Electron records the computer's sound on Windows only. */
export const soundFor = (platform: string, isWanted: boolean): 'loopback' | undefined =>
  isWanted && platform === 'win32' ? 'loopback' : undefined;
