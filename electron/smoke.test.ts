// The real Electron, where its binary is: a window opens, has no Node in it, and its core answers. Elsewhere it says why not.
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const MAIN = join(ROOT, 'dist', 'desktop', 'main.js');

/** Not by importing electron, which would fetch the binary. */
function findElectron(): string | undefined {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = join(ROOT, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (own === undefined && !existsSync(named)) return undefined;
  const program = existsSync(named) ? readFileSync(named, 'utf8').trim() : 'electron';
  const file = join(own ?? join(folder, 'dist'), program);
  return existsSync(file) ? file : undefined;
}

/** Why it cannot be run here. */
function findObstacle(): string | undefined {
  if (findElectron() === undefined)
    return 'Electron’s binary is not here: `npx install-electron` fetches it, or ELECTRON_OVERRIDE_DIST_PATH names its folder';
  if (!existsSync(MAIN)) return 'the desktop is not built: `npm run desktop` builds it';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'there is no screen here (DISPLAY is not set)';
  return undefined;
}

const obstacle = findObstacle();
if (obstacle !== undefined) console.log(`electron/smoke.test.ts is skipped: ${obstacle}`);

test.skipIf(obstacle !== undefined)(
  'the desktop opens its window, which has no Node, and its core answers',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mirror-smoke-'));
    const env = {
      ...process.env,
      MIRROR_WORKSPACE: join(folder, 'workspace'),
      XDG_CONFIG_HOME: join(folder, 'config'),
    };
    const args = [MAIN, `--user-data-dir=${join(folder, 'data')}`];
    // As root, in a container, Chromium's own sandbox cannot be set up; the window's preferences are not touched by that.
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    const app = await _electron.launch({ executablePath: findElectron()!, args, env });
    try {
      const window = await app.firstWindow();
      expect(window.url()).toBe('mirror://app/');
      const world = await window.evaluate(() => [
        typeof Reflect.get(globalThis, 'require'),
        typeof Reflect.get(globalThis, 'process'),
      ]);
      expect(world).toEqual(['undefined', 'undefined']);
      // Drawn from what the core said: the processes, or how the new workspace is to be kept.
      await window.getByRole('heading').first().waitFor({ timeout: 60_000 });
      const reached = await window.evaluate(() =>
        fetch('https://example.com/').then(
          () => 'reached',
          () => 'refused',
        ),
      );
      expect(reached).toBe('refused');
    } finally {
      await app.close();
    }
  },
  120_000,
);
