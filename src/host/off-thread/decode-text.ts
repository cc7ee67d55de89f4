// In: bytes of a text, in pieces. Out: its characters, and which encoding they turned out to be in.
import { isAscii, isUtf8 } from 'node:buffer';
import { MirrorError } from '../../domain/errors.ts';
import { countCutBytes, guessEncoding, weighUtf8 } from '../../ingest/text-encoding.ts';
import { badFormat } from './read-bytes.ts';

interface DecodeOptions {
  readonly file: string;
  /** As a person names it; it wins over what the bytes say. */
  readonly encoding?: string | undefined;
}

export interface DecodedText {
  readonly chunks: AsyncIterable<string>;
  /** The same, where UTF-8 stays the bytes it is. Iterate one of the two. */
  readonly utf8: AsyncIterable<string | Uint8Array>;
  /** Known once the first piece is read; it may change from utf-8 to windows-1252 until the last. */
  encoding(): string;
  /** What was guessed, for the result. */
  warnings(): string[];
}

const WESTERN = 'windows-1252';

/**
 * UTF-8, unless its first bytes say otherwise. A file that has been plain ASCII until the first byte that is no UTF-8 is
 * read as windows-1252, which is what Windows programs write; one that has been UTF-8 until then is damaged.
 * @throws log/bad-encoding for a name no decoder has; iterating throws log/bad-format
 */
export function decodeText(bytes: AsyncIterable<Uint8Array>, { file, encoding: given }: DecodeOptions): DecodedText {
  let decoder = given === undefined ? undefined : createDecoder(given);
  let isSwitched = false;
  const utf8 = decode();
  return {
    utf8,
    chunks: toText(utf8),
    encoding: () => decoder?.encoding ?? 'utf-8',
    warnings: () => (isSwitched ? ['the file is no UTF-8 and was read as windows-1252; --encoding names another'] : []),
  };

  async function* decode(): AsyncGenerator<string | Uint8Array> {
    let isSure = given !== undefined;
    let isPlain = true;
    let cut: Uint8Array = new Uint8Array();
    for await (const piece of bytes) {
      if (decoder === undefined) {
        const guess = guessEncoding(piece.subarray(0, 1024));
        decoder = createDecoder(guess.encoding);
        isSure = guess.isSure;
      }
      if (decoder.encoding !== 'utf-8') {
        yield decodePiece(decoder, piece);
        continue;
      }
      const whole = cut.length === 0 ? piece : Buffer.concat([cut, piece]);
      const body = whole.subarray(0, whole.length - countCutBytes(whole));
      const isBodyPlain = isAscii(body);
      if (isBodyPlain || isUtf8(body)) {
        // A copy: the memory of a piece is used again for the next.
        cut = new Uint8Array(whole.subarray(body.length));
        isPlain &&= isBodyPlain;
        yield body;
      } else {
        const { characters, strays } = weighUtf8(whole);
        if (isSure || !isPlain || characters > strays) throw noText('UTF-8');
        yield switchToWestern(whole);
      }
    }
    if (decoder?.encoding !== 'utf-8') return yield decoder === undefined ? '' : endOf(decoder);
    if (cut.length === 0) return;
    if (isSure || !isPlain) throw noText('UTF-8');
    yield switchToWestern(cut);
  }

  function switchToWestern(piece: Uint8Array): string {
    isSwitched = true;
    decoder = new TextDecoder(WESTERN);
    return decoder.decode(piece, { stream: true });
  }

  function decodePiece(from: TextDecoder, piece: Uint8Array): string {
    try {
      return from.decode(piece, { stream: true });
    } catch (cause) {
      throw noText(from.encoding.toUpperCase(), cause);
    }
  }

  function endOf(from: TextDecoder): string {
    try {
      return from.decode();
    } catch (cause) {
      throw badFormat(file, `it ends inside a character of ${from.encoding.toUpperCase()}`, cause);
    }
  }

  function noText(name: string, cause?: unknown): MirrorError {
    return badFormat(file, `it is not ${name} text; name its encoding with --encoding`, cause);
  }

  function createDecoder(name: string): TextDecoder {
    try {
      return new TextDecoder(name, { fatal: true });
    } catch (cause) {
      throw new MirrorError('log/bad-encoding', { data: { encoding: name }, cause });
    }
  }
}

async function* toText(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  // Pieces are whole characters; a byte order mark is taken off the first of them by whoever reads them.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const piece of pieces) yield typeof piece === 'string' ? piece : decoder.decode(piece);
}
