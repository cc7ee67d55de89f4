// In: the columns of an event log. Out: one block of bytes for each, and back, without touching single entries.
import { endianness } from 'node:os';
import type { LogColumns } from '../src/domain/log.ts';

type Dtype = 'int32' | 'float64' | 'uint8' | 'strings';

export interface PackedColumn {
  readonly name: string;
  readonly dtype: string;
  /** Entries, not bytes. */
  readonly length: number;
  readonly data: Buffer;
}

const DTYPES = {
  cases: 'strings',
  activities: 'strings',
  resources: 'strings',
  roles: 'strings',
  caseOf: 'int32',
  activityOf: 'int32',
  resourceOf: 'int32',
  roleOf: 'int32',
  startMs: 'float64',
  endMs: 'float64',
  zoneMinutes: 'int32',
  lifecycle: 'uint8',
} as const satisfies Record<keyof LogColumns, Dtype>;

type Numbers = LogColumns['caseOf'] | LogColumns['startMs'] | LogColumns['lifecycle'];

/**
 * Packs every column: numbers little-endian, strings as a JSON list in UTF-8.
 * @throws RangeError when the columns differ in length
 */
export function packColumns(columns: LogColumns): PackedColumn[] {
  const packed = Object.entries(DTYPES).map(([name, dtype]) => {
    // Safe: DTYPES has exactly the keys of LogColumns, which Object.entries forgets.
    const column = columns[name as keyof LogColumns];
    return { name, dtype, length: column.length, data: isNumbers(column) ? bytesOf(column) : packStrings(column) };
  });
  const complaint = complainAboutRows(packed);
  if (complaint) throw new RangeError(complaint);
  return packed;
}

/**
 * The columns again.
 * @throws RangeError when one is missing, of another type or length than it says, or they differ in length
 */
export function unpackColumns(packed: readonly PackedColumn[]): LogColumns {
  const complaint = complainAboutRows(packed);
  if (complaint) throw new RangeError(complaint);
  const find = (name: keyof LogColumns): PackedColumn => findColumn(packed, name);
  return {
    cases: unpackStrings(find('cases')),
    activities: unpackStrings(find('activities')),
    resources: unpackStrings(find('resources')),
    roles: unpackStrings(find('roles')),
    caseOf: unpackNumbers(find('caseOf'), Int32Array),
    activityOf: unpackNumbers(find('activityOf'), Int32Array),
    resourceOf: unpackNumbers(find('resourceOf'), Int32Array),
    roleOf: unpackNumbers(find('roleOf'), Int32Array),
    startMs: unpackNumbers(find('startMs'), Float64Array),
    endMs: unpackNumbers(find('endMs'), Float64Array),
    zoneMinutes: unpackNumbers(find('zoneMinutes'), Int32Array),
    lifecycle: unpackNumbers(find('lifecycle'), Uint8Array),
  };
}

function findColumn(packed: readonly PackedColumn[], name: keyof LogColumns): PackedColumn {
  const column = packed.find((candidate) => candidate.name === name);
  if (!column) throw new RangeError(`column ${name} is missing`);
  if (column.dtype !== DTYPES[name]) throw new RangeError(`column ${name} is ${column.dtype}, not ${DTYPES[name]}`);
  return column;
}

function complainAboutRows(packed: readonly PackedColumn[]): string | undefined {
  const rows = packed.filter(({ dtype }) => dtype !== 'strings');
  const odd = rows.find(({ length }) => length !== rows[0]?.length);
  return odd && `column ${odd.name} has ${odd.length} rows, ${rows[0]?.name} has ${rows[0]?.length}`;
}

const isNumbers = (column: Numbers | readonly string[]): column is Numbers => ArrayBuffer.isView(column);

const bytesOf = (column: Numbers): Buffer =>
  toLittleEndian(Buffer.from(column.buffer, column.byteOffset, column.byteLength), column.BYTES_PER_ELEMENT);

const packStrings = (texts: readonly string[]): Buffer => Buffer.from(JSON.stringify(texts));

function unpackStrings({ name, length, data }: PackedColumn): string[] {
  const texts = parseJson(data.toString('utf8'));
  const fits = Array.isArray(texts) && texts.length === length && texts.every((text) => typeof text === 'string');
  if (!fits) throw new RangeError(`column ${name} is no list of ${length} texts`);
  return texts;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface NumbersType<Column extends Numbers> {
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): Column;
  readonly BYTES_PER_ELEMENT: number;
}

function unpackNumbers<Column extends Numbers>(
  { name, length, data }: PackedColumn,
  type: NumbersType<Column>,
): Column {
  const entryBytes = type.BYTES_PER_ELEMENT;
  if (data.length !== length * entryBytes) {
    throw new RangeError(`column ${name} has ${data.length} bytes for ${length} rows`);
  }
  const bytes = toLittleEndian(data, entryBytes);
  // Copied only where the memory is shared with other Buffers: a view must start at a multiple of its entries' size,
  // and a column may be handed to a worker, which would take the others along.
  const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  return new type(buffer, 0, length);
}

/** Swaps bytes on the few machines that keep the high byte first; it is its own inverse. */
function toLittleEndian(bytes: Buffer, entryBytes: number): Buffer {
  if (endianness() === 'LE' || entryBytes === 1) return bytes;
  const copy = Buffer.from(bytes);
  return entryBytes === 4 ? copy.swap32() : copy.swap64();
}
