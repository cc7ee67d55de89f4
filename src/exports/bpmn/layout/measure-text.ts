// How much room words take, in Arial as BPMN tools write it. Browsers measure; the pure rooms can only estimate.

/** Pixels of a character on average, a little too many rather than too few. */
const CHARACTER = 6.8;
export const LINE_HEIGHT = 14;

export interface TextSize {
  readonly width: number;
  readonly height: number;
  readonly lines: number;
}

/** Wrapped at line breaks, and between words at `maxWidth` pixels; a longer word is broken. */
export function measureText(text: string, maxWidth: number, character = CHARACTER): TextSize {
  const parts = text.split('\n').map((part) => measurePart(part, maxWidth, character));
  const lines = parts.reduce((sum, part) => sum + part.lines, 0);
  return { width: Math.max(...parts.map(({ width }) => width)), height: lines * LINE_HEIGHT, lines };
}

function measurePart(text: string, maxWidth: number, character: number): Omit<TextSize, 'height'> {
  const most = Math.max(1, Math.floor(maxWidth / character));
  let lines = 1;
  let at = 0;
  let longest = 0;
  for (const word of text.split(/\s+/)) {
    if (at > 0 && at + 1 + word.length > most) {
      lines += 1;
      at = 0;
    }
    at += (at > 0 ? 1 : 0) + word.length;
    if (at > most) {
      lines += Math.ceil(at / most) - 1;
      longest = most;
      at = at % most || most;
    }
    longest = Math.max(longest, at);
  }
  return { width: Math.min(maxWidth, Math.ceil(longest * character) + 6), lines };
}
