// Evidence is open in one place of the screen at a time: two lists of it would have one name.
export interface Opening {
  /** The key of what is open. */
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}
