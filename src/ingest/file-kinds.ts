// Which endings stand for what. In: a file's name. Out: what it is likely to be.

export const MEDIA_KINDS = ['.webm', '.mp4', '.mkv', '.mov', '.wav', '.mp3', '.m4a'] as const;
export const TRANSCRIPT_KINDS = ['.vtt', '.srt', '.txt', '.json'] as const;
/** Sidecars in the order they are looked for; the plain name wins over the one with the media's own ending. */
export const SIDECAR_KINDS = ['.vtt', '.srt'] as const;
export const EVENTS_KIND = '.events.jsonl';
/** Logs; `.json` and `.csv` may be something else as well. */
export const LOG_KINDS: readonly string[] = [
  ...['.xes', '.csv', '.tsv', '.jsonocel', '.xmlocel', '.json', '.xml'].flatMap((kind) => [kind, `${kind}.gz`]),
  '.sqlite',
  '.sqlite3',
  '.db',
];

/** From the last dot on, in small letters; empty where there is none. */
export function endingOf(path: string): string {
  const name = fileNameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}

/** The path without its ending. */
export const stemOf = (path: string): string => path.slice(0, path.length - endingOf(path).length);

export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** What systems and programs leave in folders, and nobody means to give. */
export function isLitter(path: string): boolean {
  return path
    .split('/')
    .some(
      (name) => name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini|__macosx)$/i.test(name),
    );
}
