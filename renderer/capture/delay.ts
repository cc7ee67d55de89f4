// How long pictures and sound are held back before anything is encoded: news of an excluded window comes after its pixels.
export const DELAY_MS = 400;

/** After the news that it is gone its pixels may still be on their way. */
export const CLEAR_MS = 500;
