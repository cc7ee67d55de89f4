// In: what a page wants to use. Out: whether it may: the microphone and the screen for Mirror's own page, and nothing else.
import { isOurOrigin, isOurPage } from './addresses.ts';

export interface PermissionWish {
  readonly permission: string;
  /** As the page that asks says it. */
  readonly address: string;
  readonly isMainFrame: boolean;
  /** Of `media`; a camera is `video`. Undefined where nobody said. */
  readonly media?: readonly string[] | undefined;
}

/** A page copies texts when somebody presses "Copy"; it never reads what others copied. */
const ALWAYS: readonly string[] = ['display-capture', 'clipboard-sanitized-write'];

/** When it is asked for: the wish is exact. */
export function mayUse({ permission, address, isMainFrame, media }: PermissionWish): boolean {
  if (!isMainFrame || !isOurPage(address)) return false;
  if (ALWAYS.includes(permission)) return true;
  return permission === 'media' && media !== undefined && media.length > 0 && media.every((kind) => kind === 'audio');
}

/** When it is looked up before: by an origin, and `media` without its kind where labels of devices are meant. */
export function mightUse({ permission, address, isMainFrame, media = [] }: PermissionWish): boolean {
  if (!isMainFrame || !isOurOrigin(address)) return false;
  return ALWAYS.includes(permission) || (permission === 'media' && media.every((kind) => kind === 'audio'));
}
