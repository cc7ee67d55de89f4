// What is known of the windows of a machine, whichever helper says it.

export interface SeenWindow {
  /** What its system calls it; the same as long as it is there. */
  readonly id: string;
  /** The program by all its names: "KeePassXC", "org.keepassxc.KeePassXC"; the one people know stands first. */
  readonly apps: readonly string[];
  readonly title: string;
  /** Of the page it shows, on systems that tell. */
  readonly url?: string;
}

/** `visible` holds all that are on a screen, covered or not; `active` the one that gets what is typed. */
export interface SeenWindows {
  readonly active: SeenWindow | undefined;
  readonly visible: readonly SeenWindow[];
}

/** What somebody did with mouse and keyboard: of keys it is known that one was pressed, and not which. */
export const INPUT_ACTS = ['key', 'click', 'scroll', 'copy', 'paste', 'save'] as const;
export type InputAct = (typeof INPUT_ACTS)[number];
