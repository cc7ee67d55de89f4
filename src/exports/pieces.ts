// Lines to pieces: few large writes instead of a million small ones, and never the whole file as one string.

const PIECE_CHARACTERS = 65_536;

/** The lines as they are, joined to pieces of some 64,000 characters. */
export function* joinPieces(lines: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
