// In: a source that a media library reads from. Out: the same, which ends a library that reads one place for ever.
import type { Source } from 'mediabunny';
import { MirrorError } from '../domain/errors.ts';

/** No reader that gets anywhere asks for the same bytes this often without asking for others in between. */
const MOST_SAME_READS = 10_000;

type Read = (start: number, end: number, ...limits: unknown[]) => unknown;

/**
 * mediabunny 1.61 searches for the next cluster of a damaged WebM byte by byte, and never stops eight bytes before its end
 * (`resync` in matroska/ebml). That loop does not wait for anything, so no timer and no cancelling gets in; all it does
 * is read. `_read` is no part of the library's documented interface: the fuzz test hangs when this guard has no effect.
 */
export function guardReads<Guarded extends Source>(source: Guarded, file: string): Guarded {
  const inner: unknown = Reflect.get(source, '_read');
  if (typeof inner !== 'function') return source;
  let last = { start: -1, end: -1 };
  let times = 0;
  const read: Read = (start, end, ...limits) => {
    times = start === last.start && end === last.end ? times + 1 : 0;
    last = { start, end };
    if (times > MOST_SAME_READS) {
      throw new MirrorError('media/unreadable', { data: { file, detail: 'its parts cannot be told from each other' } });
    }
    return Reflect.apply(inner, source, [start, end, ...limits]);
  };
  Reflect.set(source, '_read', read);
  return source;
}
