// In: a zip archive in memory. Out: its parts by name, unpacked one by one; an archive that would fill the memory is refused.
import { unzipSync } from 'fflate';
import { type DocumentInput, tooLarge, unreadable } from './document-reading.ts';

export interface Archive {
  readonly names: readonly string[];
  /** Undefined for a part that is not there. @throws document/unreadable, document/too-large */
  read(name: string): Uint8Array | undefined;
}

const MAX_PARTS = 20_000;
const MAX_PART_BYTES = 256 * 1024 ** 2;
const MAX_BYTES = 512 * 1024 ** 2;

/**
 * Lists the parts. What is unpacked never takes more memory than the archive's own list says it would: fflate writes
 * into an array of that size and drops the rest, and the sizes are added up before.
 * @throws document/unreadable, document/too-large
 */
export function openArchive({ bytes, file }: Pick<DocumentInput, 'bytes' | 'file'>): Archive {
  const names: string[] = [];
  let unpackedBytes = 0;
  unpack(bytes, file, (part) => {
    names.push(part.name);
    if (names.length > MAX_PARTS) throw tooLarge(file, `it has more than ${MAX_PARTS.toLocaleString('en')} parts`);
    return false;
  });
  const read = (wanted: string): Uint8Array | undefined => {
    let isFound = false;
    const parts = unpack(bytes, file, ({ name, originalSize }) => {
      if (name !== wanted || isFound) return false;
      isFound = true;
      unpackedBytes += originalSize;
      if (originalSize > MAX_PART_BYTES || unpackedBytes > MAX_BYTES)
        throw tooLarge(file, `unpacked it takes more than ${MAX_PART_BYTES / 1024 ** 2} MB`);
      return true;
    });
    return parts[wanted];
  };
  return { names, read };
}

type Filter = (part: { readonly name: string; readonly originalSize: number }) => boolean;

function unpack(bytes: Uint8Array, file: string, filter: Filter): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (isOurs(cause)) throw cause;
    throw unreadable(file, 'it is not whole', cause);
  }
}

const isOurs = (error: unknown): boolean => error instanceof Error && error.name === 'MirrorError';
