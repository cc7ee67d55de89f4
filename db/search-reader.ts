// In: the file of an open workspace. Out: what the search needs of it, read beside its writer; nothing is changed.
import type BetterSqlite3 from 'better-sqlite3';
import { SearchEntry } from '../src/domain/search.ts';
import { connect, type DatabaseKey } from './connect.ts';
import { damaged } from './inspect.ts';

export interface SearchReader {
  /** Changes with the entries, and only with them. Cheap. */
  readState(): string;
  /** All entries by rising id, with the length of their texts. Ids never come twice, whatever is removed. */
  readPlaces(): Iterable<readonly [id: number, processId: string, kind: string, characters: number]>;
  /** Vectors that this model made, of entries above an id, by rising id. */
  readVectors(model: string, aboveId: number): Iterable<readonly [id: number, vector: Float32Array]>;
  /** One vector, if this model made it. */
  findVector(id: number, model: string): Float32Array | undefined;
  /** All words of all texts, and how many texts have each. */
  readWords(): Iterable<readonly [word: string, texts: number]>;
  /** Rising ids of the entries that have this word of `readWords`. */
  readIdsWith(word: string): number[];
  findEntry(id: number): SearchEntry | undefined;
  close(): void;
}

/** Opens a connection of its own: close it. @throws workspace/damaged when a row is none of ours */
export function openSearchReader(file: string, key?: DatabaseKey): SearchReader {
  const sqlite = connect(file, { readonly: true, fileMustExist: true, key });
  sqlite.pragma('trusted_schema = OFF');
  const select = (sql: string): BetterSqlite3.Statement => sqlite.prepare(sql).raw();
  // Entries are added and removed, never changed, and no id comes twice: the two numbers tell any two states apart.
  const state = select(
    "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'search_entries'), (SELECT count(*) FROM search_entries)",
  );
  const places = select('SELECT id, process_id, kind, length(text) FROM search_entries ORDER BY id');
  const vectors = select(
    'SELECT entry_id, vector FROM search_vectors WHERE model = ? AND entry_id > ? ORDER BY entry_id',
  );
  const vector = select('SELECT entry_id, vector FROM search_vectors WHERE entry_id = ? AND model = ?');
  const words = select('SELECT term, doc FROM search_words');
  const idsWith = sqlite.prepare('SELECT rowid FROM search_fts WHERE search_fts MATCH ? ORDER BY rowid').pluck();
  const entry = sqlite.prepare(
    `SELECT process_id AS processId, kind, recording_id AS recordingId, artifact_id AS artifactId, position,
       start_ms AS startMs, end_ms AS endMs, text FROM search_entries WHERE id = ?`,
  );
  return {
    readState: () => String(state.get()),
    // The tables are STRICT and the columns named: what comes has the types of the schema.
    readPlaces: () => places.iterate() as Iterable<[number, string, string, number]>,
    readVectors: (model, aboveId) => toVectors(vectors.iterate(model, aboveId) as Iterable<[number, Buffer]>),
    findVector: (id, model) => {
      const row = vector.get(id, model) as [number, Buffer] | undefined;
      return row && toFloats(row[1]);
    },
    readWords: () => words.iterate() as Iterable<[string, number]>,
    // In quotes a word is a word, whatever it means to FTS5.
    readIdsWith: (word) => idsWith.all(`"${word.replaceAll('"', '""')}"`) as number[],
    findEntry: (id) => {
      const row = entry.get(id);
      if (row === undefined) return undefined;
      const parsed = SearchEntry.safeParse(row);
      if (!parsed.success) throw damaged(file, `table search_entries, row ${id}`, parsed.error);
      return parsed.data;
    },
    close: () => sqlite.close(),
  };
}

function* toVectors(rows: Iterable<readonly [number, Buffer]>): Generator<readonly [number, Float32Array]> {
  for (const [id, bytes] of rows) yield [id, toFloats(bytes)];
}

/** A copy: the bytes of a row need not lie where numbers may. */
const toFloats = (bytes: Buffer): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer);
