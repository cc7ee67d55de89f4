// In: the packed columns of an event log. Out: single rows of it, without unpacking the columns they stand in.
import type { LogRow } from '../src/domain/views.ts';
import { type PackedColumn, unpackStrings } from './packed-columns.ts';

/** What a row is read from; the other columns are for mining. */
export const ROW_COLUMNS = [
  'cases',
  'activities',
  'resources',
  'roles',
  'caseOf',
  'activityOf',
  'resourceOf',
  'roleOf',
  'startMs',
  'endMs',
  'zoneMinutes',
] as const;

/** Reads one entry of a column of numbers as it lies there; of `constant`, all entries are the first. */
const READ: Readonly<Record<string, (data: Buffer, at: number) => number>> = {
  constant: (data) => data.readDoubleLE(0),
  int8: (data, at) => data.readInt8(at),
  int16: (data, at) => data.readInt16LE(at * 2),
  int32: (data, at) => data.readInt32LE(at * 4),
  uint8: (data, at) => data.readUInt8(at),
  float64: (data, at) => data.readDoubleLE(at * 8),
};

/**
 * A reader of single rows; undefined for a row the log has not. Lists of names are parsed at the first row.
 * @throws RangeError when a column is missing, of an unknown type, or shorter than it says
 */
export function openRows(packed: readonly PackedColumn[]): (row: number) => LogRow | undefined {
  const columns = new Map(packed.map((column) => [column.name, column]));
  const get = (name: string): PackedColumn => {
    const column = columns.get(name);
    if (column === undefined) throw new RangeError(`column ${name} is missing`);
    return column;
  };
  const numberAt = (name: string, row: number): number => {
    const { dtype, data } = get(name);
    const read = READ[dtype];
    if (read === undefined) throw new RangeError(`column ${name} is ${dtype}`);
    return read(data, row);
  };
  const lists = new Map<string, readonly string[]>();
  const nameAt = (list: string, row: number): string | undefined => {
    const names = lists.get(list) ?? unpackStrings(get(list));
    lists.set(list, names);
    return names[numberAt(INDEX_OF[list] ?? '', row)];
  };
  const { length } = get('caseOf');

  return (row) => {
    if (row < 0 || row >= length) return undefined;
    const own = numberAt('startMs', row);
    const startMs = Number.isNaN(own) ? null : own;
    const endMs = numberAt('endMs', row);
    // Rows of a case stand together, in order of time.
    const isFirst = row === 0 || numberAt('caseOf', row - 1) !== numberAt('caseOf', row);
    return {
      case: nameAt('cases', row) ?? '',
      activity: nameAt('activities', row) ?? '',
      startMs,
      endMs,
      zoneMinutes: numberAt('zoneMinutes', row),
      sinceMs: isFirst ? null : Math.max(0, (startMs ?? endMs) - numberAt('endMs', row - 1)),
      resource: nameAt('resources', row) ?? null,
      role: nameAt('roles', row) ?? null,
    };
  };
}

const INDEX_OF: Readonly<Record<string, string>> = {
  cases: 'caseOf',
  activities: 'activityOf',
  resources: 'resourceOf',
  roles: 'roleOf',
};
