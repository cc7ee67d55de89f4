// A search for the gallery: finds words as they are written, in what the gallery's recordings say and show.
import type { SearchAnswer, SearchHit, SearchQuery } from '../../src/domain/search.ts';
import { foldWords } from '../../src/lib/fold-words.ts';
import { makeRecordingView, RECORDING_SUMMARIES } from './make-recording.ts';

export function searchFake({ words, kinds, processId }: SearchQuery): SearchAnswer {
  const hits = listAll().filter(
    (hit) => (!kinds || kinds.includes(hit.kind)) && (processId === undefined || hit.process.id === processId),
  );
  // One slip, so that what is said of slips can be looked at.
  const corrected = words.includes('assesment') ? [{ typed: 'assesment', taken: ['assessment'] }] : [];
  const wanted = foldWords(words.replaceAll('assesment', 'assessment')).map(({ word }) => word);
  const found = hits.flatMap((hit) => {
    const marks = foldWords(hit.text).filter(({ word }) => wanted.some((one) => word.startsWith(one)));
    const isAll = wanted.length > 0 && wanted.every((one) => marks.some(({ word }) => word.startsWith(one)));
    return isAll ? [{ ...hit, marks: marks.map(({ start, end }) => ({ start, end })) }] : [];
  });
  return { hits: found.slice(0, 30), corrected, searched: hits.length };
}

function listAll(): SearchHit[] {
  return RECORDING_SUMMARIES.flatMap(({ recording }) => {
    const view = makeRecordingView(recording.id);
    if (!view) return [];
    const of = {
      process: { id: view.process.id, name: view.process.name },
      source: recording.title,
      actor: recording.actor,
      role: recording.role,
      marks: [],
      hasAllWords: true,
    };
    const at = { recordingId: recording.id };
    const said = view.segments.map(({ index, startMs, endMs, text }): SearchHit => {
      const ref = { kind: 'speech' as const, ...at, segment: index, startMs, endMs };
      return { ...of, kind: 'speech', text, ref: { ...ref, charStart: 0, charEnd: text.length, quote: text } };
    });
    const shown = view.events.map(({ index, atMs, title }): SearchHit => {
      const ref = { kind: 'event' as const, ...at, event: index, startMs: atMs, endMs: atMs, title };
      return { ...of, kind: 'window', text: title, ref };
    });
    return [...said, ...shown];
  });
}
