// What a window may know of passphrases without carrying zod.

/** In characters. */
export const SHORTEST_PASSPHRASE = 10;
