// In: the evidence of a recording, or the pages of a document. Out: the texts in it that can be found.
import { isMirror } from '../../capture/exclusions.ts';
import type { Artifact, ArtifactPage } from '../../domain/artifact.ts';
import type { Frame, Segment, UiEvent } from '../../domain/evidence.ts';
import type { RecordingEvidence } from '../../domain/process.ts';
import type { SearchEntry } from '../../domain/search.ts';
import { cutPassages } from './cut-passages.ts';

/** What was said, the titles of windows, what was marked, and what could be read on its screens. */
export function listRecordingEntries(
  { recording, segments, events }: RecordingEvidence,
  frames: readonly Frame[],
): SearchEntry[] {
  const of = { processId: recording.processId, recordingId: recording.id, artifactId: null };
  const found = [...listSaid(segments), ...listTitles(events), ...listRead(frames)];
  return found.map((entry) => ({ ...of, ...entry }));
}

/** What it is called (as page 0, which opens the document), and the words of its pages. */
export function listPageEntries(artifact: Artifact, pages: readonly ArtifactPage[]): SearchEntry[] {
  const { id, processId } = artifact;
  const of = { processId, kind: 'page', recordingId: null, artifactId: id, startMs: null, endMs: null } as const;
  const words = pages.flatMap(({ page, text }) =>
    cutPassages(text).map((passage) => ({ ...of, position: page, text: passage })),
  );
  return [{ ...of, position: 0, text: sayName(artifact) }, ...words];
}

/** What people call a document, and what it calls itself. */
export const sayName = ({ name, title }: Pick<Artifact, 'name' | 'title'>): string =>
  title === null || title === name ? name : `${name}: ${title}`;

type Found = Omit<SearchEntry, 'processId' | 'recordingId' | 'artifactId'>;

function listSaid(segments: readonly Segment[]): Found[] {
  return segments.flatMap(({ index, startMs, endMs, text }) =>
    cutPassages(text).map((passage) => ({ kind: 'speech' as const, position: index, startMs, endMs, text: passage })),
  );
}

/** A window is gone back to fifty times in a recording: it is found where it comes first. */
function listTitles(events: readonly UiEvent[]): Found[] {
  const seen = new Set<string>();
  return events.flatMap(({ index, kind, atMs, app, title }) => {
    const text = sayTitle({ kind, app, title });
    const isTitle = kind === 'mark' || (kind === 'window' && !isMirror({ title }));
    if (!isTitle || text === '' || seen.has(text)) return [];
    seen.add(text);
    return [{ kind: 'window' as const, position: index, startMs: atMs, endMs: atMs, text }];
  });
}

/** The title, and the program where the title does not name it. */
export function sayTitle({ kind, app, title }: Pick<UiEvent, 'kind' | 'app' | 'title'>): string {
  const isNamed = kind === 'mark' || title.toLowerCase().includes(app.toLowerCase());
  return (isNamed ? title : `${title} (${app})`).trim();
}

/** Only lines that no picture before had: most of a screen stays as it is when something on it changes. */
function listRead(frames: readonly Frame[]): Found[] {
  const seen = new Set<string>();
  return frames.flatMap(({ atMs, text }) => {
    const lines = (text ?? '').split('\n').filter((line) => {
      const words = line.trim().replaceAll(/\s+/g, ' ').toLowerCase();
      return words !== '' && !seen.has(words) && seen.add(words);
    });
    return cutPassages(lines.join('\n')).map((passage) => ({
      kind: 'screen' as const,
      position: atMs,
      startMs: atMs,
      endMs: atMs,
      text: passage,
    }));
  });
}
