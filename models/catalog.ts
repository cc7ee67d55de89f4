// In: catalog.json. Out: the models Mirror knows by itself, checked. It is data: nothing here opens a connection.
import { readFileSync } from 'node:fs';
import { ModelCatalog, type ModelEntry } from '../src/domain/models.ts';

/** Every one with the size and the SHA-256 of every file. */
export function readCatalog(): readonly ModelEntry[] {
  return ModelCatalog.parse(JSON.parse(readFileSync(new URL('catalog.json', import.meta.url), 'utf8'))).models;
}
