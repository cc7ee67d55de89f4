// What the desktop remembers by itself: which workspace it opens.
import { app } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../src/desktop/read-settings.ts';
import { defaultWorkspace } from '../src/host/workspace.ts';

const file = (): string => join(app.getPath('userData'), 'desktop.json');

export function readWorkspace(): string {
  const { workspace } = readSettings(() => readFileSync(file(), 'utf8'));
  return process.env['MIRROR_WORKSPACE'] || workspace || defaultWorkspace();
}

export const workspaceKept = (workspace: string): void => writeFileSync(file(), JSON.stringify({ workspace }));
