// What ingest asks of whoever can look into media files.

export interface MediaProbe {
  readonly mimeType: string;
  /** Of the longest track, integer milliseconds. */
  readonly durationMs: number;
  readonly video: { readonly widthPx: number; readonly heightPx: number } | null;
  readonly hasAudio: boolean;
}

export interface MediaReader {
  /**
   * Looks at a whole file: that it is what it says and that it is all there.
   * @throws media/unreadable, media/truncated
   */
  probe(file: string): Promise<MediaProbe>;
}
