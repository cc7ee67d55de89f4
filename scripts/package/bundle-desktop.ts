// In: the sources. Out: dist/renderer and dist/desktop, as a package has them.
import { spawn } from 'node:child_process';
import { isBuilt, markBuilt } from '../build-stamp.ts';
import { findBin } from '../find-bin.ts';

/** Each is built anew only where its sources have changed; `onBuild` hears of the longer one. @throws Error when a build fails, after its complaint */
export async function bundleDesktop(home: string, onBuild = (): void => {}): Promise<void> {
  if (!isBuilt(home)) {
    await build(home, []);
    markBuilt(home);
  }
  if (isBuilt(home, 'desktop')) return;
  onBuild();
  await build(home, ['--config', 'vite.desktop.config.ts']);
  // After it, for that one empties the folder.
  await build(home, ['--config', 'vite.desktop.config.ts', '--mode', 'preload']);
  markBuilt(home, 'desktop');
}

function build(home: string, args: readonly string[]): Promise<void> {
  const [command, ...vite] = findBin('vite');
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...vite, 'build', '--logLevel', 'warn', ...args], { cwd: home, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the bundle was not made (${args.join(' ')}); see above`)),
    );
  });
}
