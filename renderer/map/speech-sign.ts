/** A speech bubble of 11 by 10, as an SVG path: there are words to what the log counts. */
export const SPEECH = 'M2 0h7a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H5l-3 2.4V8a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z';
