// In: bytes of a text, in pieces. Out: its characters, and which encoding they turned out to be in.
import { MirrorError } from '../../domain/errors.ts';
import { countCutBytes, guessEncoding, weighUtf8 } from '../../ingest/text-encoding.ts';
import { badFormat } from './read-bytes.ts';

interface DecodeOptions {
  readonly file: string;
  /** As a person names it; it wins over what the bytes say. */
  readonly encoding?: string | undefined;
}

export interface DecodedText {
  readonly chunks: AsyncGenerator<string>;
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
  return {
    chunks: decode(),
    encoding: () => decoder?.encoding ?? 'utf-8',
    warnings: () => (isSwitched ? ['the file is no UTF-8 and was read as windows-1252; --encoding names another'] : []),
  };

  async function* decode(): AsyncGenerator<string> {
    let isOpen = given === undefined;
    let isAscii = true;
    let cut: Uint8Array = new Uint8Array();
    for await (const piece of bytes) {
      if (decoder === undefined) {
        const guess = guessEncoding(piece.subarray(0, 1024));
        decoder = createDecoder(guess.encoding);
        isOpen = !guess.isSure;
      }
      const text = isOpen ? tryDecode(decoder, piece) : decodePiece(decoder, piece);
      if (text !== undefined) {
        const left = isOpen ? piece.slice(piece.length - countCutBytes(piece)) : cut;
        // Fewer characters than bytes: some of them were more than one byte long.
        isAscii &&= text.length === cut.length + piece.length - left.length;
        cut = left;
        yield text;
        continue;
      }
      const whole = Buffer.concat([cut, piece]);
      const { characters, strays } = weighUtf8(whole);
      if (!isAscii || characters > strays) throw noText('UTF-8');
      decoder = new TextDecoder(WESTERN);
      isSwitched = true;
      isOpen = false;
      yield decoder.decode(whole, { stream: true });
    }
    if (isOpen && isAscii && cut.length > 0) {
      decoder = new TextDecoder(WESTERN);
      isSwitched = true;
      yield decoder.decode(cut);
      return;
    }
    const rest = decoder === undefined ? '' : endOf(decoder);
    if (rest !== '') yield rest;
  }

  function decodePiece(from: TextDecoder, piece: Uint8Array): string {
    const text = tryDecode(from, piece);
    if (text === undefined) throw noText(from.encoding.toUpperCase());
    return text;
  }

  function endOf(from: TextDecoder): string {
    try {
      return from.decode();
    } catch (cause) {
      throw badFormat(file, `it ends inside a character of ${from.encoding.toUpperCase()}`, cause);
    }
  }

  function noText(name: string): MirrorError {
    return badFormat(file, `it is not ${name} text; name its encoding with --encoding`);
  }

  function createDecoder(name: string): TextDecoder {
    try {
      return new TextDecoder(name, { fatal: true });
    } catch (cause) {
      throw new MirrorError('log/bad-encoding', { data: { encoding: name }, cause });
    }
  }
}

/** Undefined where the bytes are none of this encoding. */
function tryDecode(decoder: TextDecoder, piece: Uint8Array): string | undefined {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
