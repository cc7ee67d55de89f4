// In: a WebM file chunk by chunk, cut anywhere. Out: what has really arrived of it: blocks, and how far its time runs.
// Matroska (RFC 9559) in EBML (RFC 8794): only ids and sizes are read; what is in a frame does not matter here.

const EBML = 0x1a45dfa3;
const MAGIC_BYTES = 4;
const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;
const VIDEO = 1;
const CLUSTER = 0x1f43b675;
const BLOCK_GROUP = 0xa0;
const TIMESTAMP = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;
/** Elements whose inside is read; all others are skipped over by their size. */
const ENTERED: ReadonlySet<number> = new Set([SEGMENT, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP]);
/** Elements whose number is read. */
const NUMBERS: ReadonlySet<number> = new Set([TIMESTAMP, TRACK_NUMBER, TRACK_TYPE]);

/** Longer than the head of any element together with a block's track number and time. */
const HEAD_BYTES = 24;
/** A frame of any screen is smaller; a larger size is damage. */
const MOST_BLOCK_BYTES = 64 * 1024 * 1024;

export interface WebmScan {
  /** Blocks whose last byte has arrived. */
  readonly blocks: number;
  /** Those of them that belong to tracks of video. */
  readonly pictures: number;
  /** Bytes up to the end of the last whole block. */
  readonly wholeBytes: number;
  /** Where the cluster of the last whole block begins, and how many bytes its id and its size take. */
  readonly lastCluster: { readonly atByte: number; readonly headBytes: number } | null;
  /** From the first block to the last one, in the file's own time, milliseconds. */
  readonly mediaMs: number;
  /** False for bytes that are no WebM. */
  readonly isWebm: boolean;
}

export interface WebmScanner {
  push(chunk: Uint8Array): WebmScan;
}

/** Timestamps are taken as milliseconds, which every browser's MediaRecorder and ffmpeg write. */
export function createWebmScanner(): WebmScanner {
  let rest = new Uint8Array(0);
  let skip = 0;
  let pending = false;
  let clusterMs = 0;
  let firstMs: number | undefined;
  let lastMs = 0;
  let blockMs = 0;
  let blockTrack = 0;
  let blocks = 0;
  let pictures = 0;
  let trackNumber = 0;
  const videoTracks = new Set<number>();
  let hasBegun = false;
  let isWebm = true;
  let usedBytes = 0;
  let wholeBytes = 0;
  let cluster: WebmScan['lastCluster'] = null;
  let lastCluster: WebmScan['lastCluster'] = null;

  const finishBlock = (atByte: number): void => {
    pending = false;
    blocks += 1;
    if (videoTracks.has(blockTrack)) pictures += 1;
    wholeBytes = usedBytes + atByte;
    lastCluster = cluster;
    firstMs ??= blockMs;
    lastMs = Math.max(lastMs, blockMs);
  };

  const read = (bytes: Uint8Array): number => {
    let at = 0;
    while (at < bytes.length) {
      if (skip > 0) {
        const take = Math.min(skip, bytes.length - at);
        skip -= take;
        at += take;
        if (skip === 0 && pending) finishBlock(at);
        continue;
      }
      if (at + HEAD_BYTES > bytes.length) {
        const needed = headLength(bytes, at);
        if (needed === undefined || at + needed > bytes.length) return at;
      }
      const head = readHead(bytes, at);
      if (head === undefined) {
        isWebm = false;
        return bytes.length;
      }
      if (head.id === CLUSTER) cluster = { atByte: usedBytes + at, headBytes: head.length };
      at += head.length;
      if (ENTERED.has(head.id)) continue;
      if (head.id === TIMESTAMP) clusterMs = readNumber(bytes, at, head.size);
      if (head.id === TRACK_NUMBER) trackNumber = readNumber(bytes, at, head.size);
      // In Matroska the type may stand before the number; MediaRecorder and ffmpeg write the number first.
      if (head.id === TRACK_TYPE && readNumber(bytes, at, head.size) === VIDEO) videoTracks.add(trackNumber);
      if (head.id === SIMPLE_BLOCK || head.id === BLOCK) {
        if (head.size > MOST_BLOCK_BYTES) {
          isWebm = false;
          return bytes.length;
        }
        const track = readVint(bytes, at, { keepMarker: false });
        const view = new DataView(bytes.buffer, bytes.byteOffset + at + (track?.length ?? 1));
        blockTrack = track?.value ?? 0;
        blockMs = clusterMs + view.getInt16(0);
        pending = true;
      }
      skip = head.size;
    }
    return at;
  };

  return {
    push: (chunk) => {
      if (isWebm) {
        const bytes = join(rest, chunk);
        if (!hasBegun && bytes.length >= MAGIC_BYTES) {
          hasBegun = true;
          isWebm = readId(bytes, 0)?.value === EBML;
        }
        const used = hasBegun && isWebm ? read(bytes) : 0;
        usedBytes += used;
        rest = bytes.slice(used);
      }
      return {
        blocks,
        pictures,
        wholeBytes,
        lastCluster,
        mediaMs: firstMs === undefined ? 0 : lastMs - firstMs,
        isWebm,
      };
    },
  };
}

interface Head {
  readonly id: number;
  readonly size: number;
  readonly length: number;
}

/** Bytes needed from `at` on before the element can be read; undefined when not even its size is there. */
function headLength(bytes: Uint8Array, at: number): number | undefined {
  const head = readHead(bytes, at);
  if (head === undefined) return undefined;
  if (NUMBERS.has(head.id)) return head.length + head.size;
  return head.id === SIMPLE_BLOCK || head.id === BLOCK ? head.length + 11 : head.length;
}

function readHead(bytes: Uint8Array, at: number): Head | undefined {
  const id = readId(bytes, at);
  const size = id && readVint(bytes, at + id.length, { keepMarker: false });
  return id && size && { id: id.value, size: size.value, length: id.length + size.length };
}

const readId = (bytes: Uint8Array, at: number): Vint | undefined => {
  const id = readVint(bytes, at, { keepMarker: true });
  return id && id.length <= 4 ? id : undefined;
};

interface Vint {
  readonly value: number;
  readonly length: number;
}

/** A variable-size integer of EBML: leading zero bits tell its length. */
function readVint(bytes: Uint8Array, at: number, { keepMarker }: { keepMarker: boolean }): Vint | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return undefined;
  let value = keepMarker ? first : first & (0xff >> length);
  for (let next = 1; next < length; next += 1) value = value * 256 + bytes[at + next]!;
  return { value, length };
}

function readNumber(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let next = 0; next < size; next += 1) value = value * 256 + (bytes[at + next] ?? 0);
  return value;
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
