// In: a column of numbers. Out: its bytes in the narrowest type that holds them, and back.
import { endianness } from 'node:os';

export type NumberColumn = Int32Array | Float64Array | Uint8Array;

/** `constant`: one float64 for all entries, NaN included. All little-endian. */
export type StoredType = 'constant' | 'int8' | 'int16' | 'int32' | 'uint8' | 'float64';

type StoredArray = Int8Array | Int16Array | NumberColumn;

const ARRAYS = {
  constant: Float64Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  float64: Float64Array,
} as const satisfies Record<StoredType, unknown>;

/** The same entries in the narrowest type; a column without entries stays as it is. */
export function narrow(column: NumberColumn): { type: StoredType; values: StoredArray } {
  if (column.length > 0 && isConstant(column)) return { type: 'constant', values: Float64Array.of(column[0]!) };
  if (column instanceof Float64Array) return { type: 'float64', values: column };
  if (column instanceof Uint8Array) return { type: 'uint8', values: column };
  let least = 0;
  let most = 0;
  for (let at = 0; at < column.length; at += 1) {
    if (column[at]! < least) least = column[at]!;
    if (column[at]! > most) most = column[at]!;
  }
  if (least >= -0x80 && most <= 0x7f) return { type: 'int8', values: new Int8Array(column) };
  if (least >= -0x8000 && most <= 0x7fff) return { type: 'int16', values: new Int16Array(column) };
  return { type: 'int32', values: column };
}

/** Whether each entry has the same bytes as the one before it, compared all at once. */
function isConstant(column: NumberColumn): boolean {
  const bytes = Buffer.from(column.buffer, column.byteOffset, column.byteLength);
  const entry = column.BYTES_PER_ELEMENT;
  return bytes.compare(bytes, entry, bytes.length, 0, bytes.length - entry) === 0;
}

/** How many entries the bytes hold; a fraction when some are missing. */
export const countEntries = (type: StoredType, data: Buffer): number => data.length / ARRAYS[type].BYTES_PER_ELEMENT;

export interface WideColumn<Column extends NumberColumn> {
  readonly length: number;
  readonly type: new (source: ArrayLike<number> | number) => Column;
}

/** The entries in the type they had; it shares no memory with other Buffers, so it may be handed to a worker. */
export function widen<Column extends NumberColumn>(
  stored: StoredType,
  data: Buffer,
  { length, type }: WideColumn<Column>,
): Column {
  const values = viewOf(ARRAYS[stored], data);
  if (stored === 'constant') {
    // A fresh column holds zeros already, and costs nothing until it is read.
    return Object.is(values[0], 0) ? new type(length) : (new type(length).fill(values[0]!) as Column);
  }
  return values instanceof type ? values : new type(values);
}

interface ArrayType {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): StoredArray;
  readonly BYTES_PER_ELEMENT: number;
}

function viewOf(type: ArrayType, data: Buffer): StoredArray {
  const bytes = toLittleEndian(data, type.BYTES_PER_ELEMENT);
  // Copied only where the memory is shared with other Buffers: a view must start at a multiple of its entries' size,
  // and a column may be handed to a worker, which would take the others along.
  const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  return new type(buffer, 0, data.length / type.BYTES_PER_ELEMENT);
}

/** Little-endian. */
export const bytesOf = (values: StoredArray): Buffer =>
  toLittleEndian(Buffer.from(values.buffer, values.byteOffset, values.byteLength), values.BYTES_PER_ELEMENT);

/** Swaps bytes on the few machines that keep the high byte first; it is its own inverse. */
function toLittleEndian(bytes: Buffer, entryBytes: number): Buffer {
  if (endianness() === 'LE' || entryBytes === 1) return bytes;
  const copy = Buffer.from(bytes);
  if (entryBytes === 2) return copy.swap16();
  return entryBytes === 4 ? copy.swap32() : copy.swap64();
}
