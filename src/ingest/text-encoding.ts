// In: the first bytes of a text file. Out: how its characters are written.

export interface TextEncodingGuess {
  /** A label of the Encoding Standard, as TextDecoder takes it. */
  readonly encoding: string;
  /** False where only the bytes to come can tell: then it is UTF-8 until a byte is none. */
  readonly isSure: boolean;
}

const DECLARATION = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

/** By byte order mark, by the zeros of UTF-16, or by what an XML file says of itself. Needs about 200 bytes. */
export function guessEncoding(head: Uint8Array): TextEncodingGuess {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', isSure: true };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', isSure: true };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', isSure: true };
  const wide = guessWide(head);
  if (wide) return { encoding: wide, isSure: true };
  const declared = DECLARATION.exec(String.fromCharCode(...head.subarray(0, 300)))?.[1]?.toLowerCase();
  // A file of bytes that calls itself UTF-16 was converted by something that left the declaration alone.
  if (declared !== undefined && !declared.startsWith('utf-16')) return { encoding: declared, isSure: true };
  return { encoding: 'utf-8', isSure: false };
}

/** Western text in UTF-16 has a zero in every other byte. */
function guessWide(head: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 2]! += 1;
  const many = head.length * 0.3;
  if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le';
  return zeros[0]! > many && zeros[1] === 0 ? 'utf-16be' : undefined;
}

/** How many bytes at the end of a piece of UTF-8 begin a character that the next piece ends. */
export function countCutBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** How many characters beyond ASCII are whole UTF-8, and how many bytes are none. */
export function weighUtf8(bytes: Uint8Array): { readonly characters: number; readonly strays: number } {
  let characters = 0;
  let strays = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthOf(byte);
    let followed = 1;
    while (followed < length && (bytes[at + followed]! & 0xc0) === 0x80) followed += 1;
    if (length > 1 && followed === length) characters += 1;
    else strays += 1;
    at += length > 1 && followed === length ? length : 1;
  }
  return { characters, strays };
}

/** Bytes of the character that begins with this one; 1 where no character does. */
const lengthOf = (byte: number): number => (byte < 0xc2 || byte > 0xf4 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4);
