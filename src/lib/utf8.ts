// Text to UTF-8 and back, for rooms that know no TextDecoder; meant for short texts, not for whole files.

/** Decodes valid UTF-8; what is none gives replacement characters or others, but never fails. */
export function decodeUtf8(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  let plain = from;
  // Short names of plain letters are what this is called for most.
  if (to - from <= 24) {
    while (plain < to && bytes[plain]! < 0x80) {
      text += String.fromCharCode(bytes[plain]!);
      plain += 1;
    }
    if (plain === to) return text;
    text = '';
  }
  // In pieces, because a call takes only so many arguments.
  for (let at = from; at < to; ) {
    const units: number[] = [];
    for (; at < to && units.length < 4096; ) {
      const byte = bytes[at]!;
      const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      if (length === 1) units.push(byte);
      else if (at + length > to) units.push(0xfffd);
      else pushUnits(units, readCode(bytes, at, length));
      at += length;
    }
    text += String.fromCharCode(...units);
  }
  return text;
}

function readCode(bytes: Uint8Array, at: number, length: number): number {
  let code = bytes[at]! & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) code = (code << 6) | (bytes[at + next]! & 0x3f);
  return code;
}

function pushUnits(units: number[], code: number): void {
  if (code < 0x10000) units.push(code);
  else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
}

/** Lone halves of a pair become the replacement character, as TextEncoder does it. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at)!;
    if (code < 0x80) {
      bytes[end] = code;
      end += 1;
      continue;
    }
    if (code > 0xffff) at += 1;
    end = writeCode(bytes, end, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code);
  }
  return bytes.subarray(0, end);
}

/** The place after it. */
function writeCode(bytes: Uint8Array, at: number, code: number): number {
  const length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  let rest = code;
  for (let back = length - 1; back > 0; back -= 1) {
    bytes[at + back] = 0x80 | (rest & 0x3f);
    rest >>= 6;
  }
  bytes[at] = ((0xff00 >> length) & 0xff) | rest;
  return at + length;
}
