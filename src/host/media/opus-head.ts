// In: the private data of an Opus track. Out: how its decoder is to be set up.

export interface OpusHead {
  readonly decoder: {
    readonly channels: number;
    readonly streamCount: number;
    readonly coupledStreamCount: number;
    readonly channelMappingTable: number[];
  };
  /** How much of the beginning is only there to warm the decoder up. */
  readonly delayS: number;
}

/** The rate in which an Opus file counts, whatever it was recorded at. */
const OPUS_RATE = 48_000;

/**
 * "OpusHead" as in RFC 7845, section 5.1. Without one, or with a broken one, one stream of one or two channels.
 * Channels are counted in octets: version at 8, channels at 9, pre-skip at 10, mapping family at 18, table from 21 on.
 */
export function readOpusHead(description: AllowSharedBufferSource | undefined, channels: number): OpusHead {
  const bytes = description === undefined ? new Uint8Array(0) : bytesOf(description);
  const isHead = bytes.length >= 19 && String.fromCharCode(...bytes.subarray(0, 8)) === 'OpusHead';
  const count = isHead ? bytes[9]! : channels;
  const delayS = isHead ? (bytes[10]! + 256 * bytes[11]!) / OPUS_RATE : 0;
  const hasTable = isHead && bytes[18] !== 0 && bytes.length >= 21 + count;
  const decoder = hasTable
    ? {
        channels: count,
        streamCount: bytes[19]!,
        coupledStreamCount: bytes[20]!,
        channelMappingTable: [...bytes.subarray(21, 21 + count)],
      }
    : {
        channels: Math.min(2, count),
        streamCount: 1,
        coupledStreamCount: count > 1 ? 1 : 0,
        channelMappingTable: count > 1 ? [0, 1] : [0],
      };
  return { decoder, delayS };
}

const bytesOf = (source: AllowSharedBufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
