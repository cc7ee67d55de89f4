// In: a line that xprop prints. Out: the property it tells of. Texts are asked for as numbers, one a byte (format 8c):
// printed as text, titles with quotes, line breaks or letters beyond ASCII come out differently by locale and version.

export interface X11Property {
  readonly name: string;
  /** Undefined when the window has none, or has it no more. */
  readonly value: X11Value | undefined;
}

export interface X11Value {
  readonly type: string;
  /** Bytes, numbers, ids of windows; none for atoms. */
  readonly numbers: readonly number[];
  /** As printed; for atoms. */
  readonly words: readonly string[];
}

/** Undefined for a line that tells of no property. */
export function parseX11Property(line: string): X11Property | undefined {
  const [, name, type, rest] = /^([A-Z_0-9]+)(?:\(([A-Z_0-9]*)\))?(?:\s=\s?|:\s+)(.*)$/.exec(line) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  if (type === undefined) return { name, value: undefined };
  const words = rest
    .replace(/^window id #\s*/, '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const numbers = words.map(Number);
  return { name, value: { type, words, numbers: numbers.some(Number.isNaN) ? [] : numbers } };
}

/** A text by its bytes and the type of its property (ICCCM 2.0, section 2.7.1). Ends at its first zero. */
export function readX11Text({ type, numbers }: X11Value): string {
  const end = numbers.indexOf(0);
  const bytes = end < 0 ? numbers : numbers.slice(0, end);
  if (type === 'COMPOUND_TEXT') return readCompound(bytes);
  // STRING is Latin-1 by the book, and UTF-8 in half the programs that write it.
  return readUtf8(bytes) ?? readLatin1(bytes);
}

/** The texts of a property that holds several, each ended by a zero: WM_CLASS. */
export function readX11Texts({ type, numbers }: X11Value): string[] {
  const texts: string[] = [];
  for (let rest = numbers; rest.length > 0; ) {
    const end = rest.indexOf(0);
    texts.push(readX11Text({ type, words: [], numbers: end < 0 ? rest : rest.slice(0, end) }));
    rest = end < 0 ? [] : rest.slice(end + 1);
  }
  return texts;
}

const ESCAPE = 0x1b;

/** Of compound text, what is met today: Latin-1, and stretches of UTF-8 between ESC % G and ESC % @. */
function readCompound(bytes: readonly number[]): string {
  const starts = bytes.flatMap((byte, at) => (byte === ESCAPE ? [at] : []));
  if (starts.length === 0) return readUtf8(bytes) ?? readLatin1(bytes);
  let text = readLatin1(bytes.slice(0, starts[0]));
  for (const [at, start] of starts.entries()) {
    const part = bytes.slice(start, starts[at + 1]);
    // After ESC come one or more bytes below 0x30, and one from there on.
    const last = part.findIndex((byte, place) => place > 0 && byte >= 0x30);
    const inside = part.slice(last + 1);
    const isUtf8 = part[1] === 0x25 && part[2] === 0x47;
    text += (isUtf8 ? readUtf8(inside) : undefined) ?? readLatin1(inside);
  }
  return text;
}

const readLatin1 = (bytes: readonly number[]): string => bytes.map((byte) => String.fromCharCode(byte & 0xff)).join('');

/** Undefined for bytes that are no UTF-8. */
function readUtf8(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${(byte & 0xff).toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}
