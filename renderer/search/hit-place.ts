// Where a result leads, and what tells it from the others.
import type { SearchHit } from '../../src/domain/search.ts';
import { findMoment } from '../panel/find-moment.ts';
import { documentPath, mapPath, recordingPath } from '../route.ts';

/** The address at which the moment plays, or the page is read. */
export function pathTo({ ref, process }: SearchHit): string {
  const moment = findMoment(ref);
  if (moment) return recordingPath(moment.recordingId, moment.startMs);
  return ref.kind === 'artifact' ? documentPath(ref.artifactId, ref.page) : mapPath(process.id);
}

/** Two passages of one page differ by their words only. */
export const keyOf = ({ ref }: SearchHit): string => JSON.stringify(ref);
