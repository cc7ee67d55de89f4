// In: what was said to `npm start` or `npm run desktop`. Out: which door opened, if it was the desktop; said in one line.
import { bundleDesktop } from '../package/bundle-desktop.ts';
import { chooseDoor, findObstacle, readWorkspace } from './choose-door.ts';
import { fetchElectron, hasFailedLately } from './fetch-electron.ts';
import { electronVersion, findElectron } from './find-electron.ts';
import { runDesktop } from './run-desktop.ts';

/** Somebody waits for something to open: after this the browser is better than more of it. */
const FETCH_MS = 90_000;
/** Somebody who insists waits longer. */
const INSISTING_MS = 900_000;

const system = () => ({ env: process.env, platform: process.platform, isRoot: process.getuid?.() === 0 });

/** The exit code of the desktop app, or undefined: open the browser. */
export async function startDesktop(home: string, args: readonly string[]): Promise<number | undefined> {
  const facts = { args, ...system(), hasFailedLately: hasFailedLately(home, Date.now()) };
  let chosen = chooseDoor({ ...facts, electron: findElectron(home) });
  if (chosen.door === 'fetch') {
    const problem = await fetchElectron(home, FETCH_MS);
    const electron = findElectron(home);
    chosen =
      electron === undefined
        ? { door: 'web', why: `Electron is not here (${problem ?? 'it cannot be found'}); npm run desktop tries again` }
        : { door: 'desktop', electron };
  }
  if (chosen.door === 'web') {
    if (chosen.why !== null) sayWeb(chosen.why);
    return undefined;
  }
  const { code, endedAtOnce } = await openDesktop(home, chosen.electron, args);
  if (code === 0 || !endedAtOnce) return code;
  sayWeb('the desktop app ended at once, see above');
  return undefined;
}

/** The desktop app or nothing. Returns its exit code. */
export async function insistOnDesktop(home: string, args: readonly string[]): Promise<number> {
  const obstacle = findObstacle(system());
  if (obstacle !== undefined) return refuse(`the desktop app cannot open: ${obstacle}. npm start opens the browser.`);
  const problem = findElectron(home) === undefined ? await fetchElectron(home, INSISTING_MS) : undefined;
  const electron = findElectron(home);
  if (electron === undefined)
    return refuse(
      `Electron ${electronVersion(home)} is not here (${problem ?? 'it cannot be found'}). Unpack it for this system from its releases and name the folder in ELECTRON_OVERRIDE_DIST_PATH, or name a mirror of them in ELECTRON_MIRROR; npm start opens the browser.`,
    );
  return (await openDesktop(home, electron, args)).code;
}

async function openDesktop(home: string, electron: string, args: readonly string[]): ReturnType<typeof runDesktop> {
  await bundleDesktop(home, () => console.error('mirror: building the desktop app ...'));
  console.error(`mirror: opening the desktop app (${electron})`);
  return runDesktop(home, electron, readWorkspace(args));
}

function sayWeb(why: string): void {
  console.error(`mirror: opening in the browser, because ${why}`);
}

function refuse(problem: string): number {
  console.error(`mirror: ${problem}`);
  return 1;
}
