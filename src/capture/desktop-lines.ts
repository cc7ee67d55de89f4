// In: a line of the helpers of macOS and Windows: all windows on a screen, as JSON. Out: the same, checked.
import { z } from 'zod';
import type { SeenWindow, SeenWindows } from './windows.ts';

const Line = z.object({
  /** Of the window in front; null when it is none of those listed. */
  active: z.string().nullable(),
  windows: z.array(z.object({ id: z.string(), apps: z.array(z.string()), title: z.string() })),
  /** What keeps the helper from seeing all there is: `titles` where the system hides titles from it. */
  missing: z.array(z.enum(['titles'])).default([]),
});

export interface DesktopLine extends SeenWindows {
  readonly hidesTitles: boolean;
}

/** Undefined for a line that is something else: systems print warnings where they please. */
export function parseDesktopLine(text: string): DesktopLine | undefined {
  const parsed = Line.safeParse(readJson(text));
  if (!parsed.success) return undefined;
  const { active, windows, missing } = parsed.data;
  const visible = windows.map(({ id, apps, title }): SeenWindow => ({ id, apps: tidyApps(apps), title }));
  return { active: visible.find(({ id }) => id === active), visible, hidesTitles: missing.includes('titles') };
}

/** A program and its file are one: "KeePassXC.exe" is KeePassXC to whoever excludes it. */
function tidyApps(apps: readonly string[]): string[] {
  const plain = apps.map((app) => app.replace(/\.(?:exe|app)$/i, '').trim());
  return [...new Set(plain)].filter((app) => app !== '');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
