// In: how `npm start` was called, and what is here. Out: whether the desktop app opens or the browser, and why. Pure.

export interface StartFacts {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** Electron's program, where it is. */
  readonly electron: string | undefined;
  /** That fetching it failed less than a day ago. */
  readonly hasFailedLately: boolean;
}

/** `why` is null where a person has chosen the browser: nobody needs to be told. */
export type ChosenDoor =
  | { readonly door: 'desktop'; readonly electron: string }
  | { readonly door: 'fetch' }
  | { readonly door: 'web'; readonly why: string | null };

/** Whatever else is said to `npm start` is said to the local web app, which alone has ports, keys and addresses. */
const OF_BOTH = /^--workspace(?:=|$)/;

export function chooseDoor(facts: StartFacts): ChosenDoor {
  const { args, electron, hasFailedLately } = facts;
  if (!areOfBoth(args)) return { door: 'web', why: null };
  const obstacle = findObstacle(facts);
  if (obstacle !== undefined) return { door: 'web', why: obstacle };
  if (electron !== undefined) return { door: 'desktop', electron };
  return hasFailedLately
    ? { door: 'web', why: 'Electron is not here and could not be fetched; npm run desktop tries again' }
    : { door: 'fetch' };
}

/** Why no window of the desktop app can open here, whatever is installed. */
export function findObstacle({
  env,
  platform,
  isRoot,
}: Pick<StartFacts, 'env' | 'platform' | 'isRoot'>): string | undefined {
  if (platform !== 'linux') return undefined;
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY'])
    return 'there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  // Chromium refuses to be sandboxed there, and Mirror does not open without its sandbox.
  return isRoot ? 'Electron does not run as root' : undefined;
}

/** The folder after `--workspace`, of the last one. */
export function readWorkspace(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => OF_BOTH.test(arg));
  if (at < 0) return undefined;
  const arg = args[at] ?? '';
  return arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[at + 1];
}

function areOfBoth(args: readonly string[]): boolean {
  return args.every((arg, at) => OF_BOTH.test(arg) || (args[at - 1] === '--workspace' && !arg.startsWith('--')));
}
