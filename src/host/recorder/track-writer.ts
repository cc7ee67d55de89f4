// In: the chunks of one track, numbered. Out: the same on the disk, each once, and only then acknowledged.
import type { Chunk } from '../../api/recorder-service.ts';
import type { CapturedTrack, TrackHealth } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { isProven } from '../../capture/phase.ts';
import { readWhole } from '../files/whole-file.ts';
import type { GrowingFile, WorkspaceFiles } from '../files/workspace-files.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { listNumbers, pieceFiles } from './live-folder.ts';
import { createMeasure, type Measure } from './measure.ts';
import { entryLine, headLine, type IndexEntry, readIndex } from './read-index.ts';
import { WAVE_HEADER_BYTES, waveHeader } from './wave-file.ts';

interface OpenPiece {
  readonly number: number;
  readonly file: GrowingFile;
  readonly index: GrowingFile;
  readonly measure: Measure;
  readonly entries: IndexEntry[];
}

/** Chunks of one track, in turn: the next waits until the last is on the disk. Close it: it holds files. */
export class TrackWriter {
  readonly track: CapturedTrack;
  readonly #files: WorkspaceFiles;
  readonly #folder: string;
  #piece: OpenPiece | undefined;
  /** Of pieces that are closed. */
  #before = { chunk: 0, bytes: 0, units: 0, mediaMs: 0, number: 0 };
  #turn: Promise<unknown> = Promise.resolve();
  /** Chunks closed after it, on the recording's clock, must begin a new piece. */
  #rotateAfterMs: number | undefined;
  lastGoodAtMs: number | null = null;

  private constructor(files: WorkspaceFiles, folder: string, track: CapturedTrack) {
    this.#files = files;
    this.#folder = folder;
    this.track = track;
  }

  /** Goes on where the files of the folder end; what was not acknowledged is cut off, since it is sent again. */
  static async open(files: WorkspaceFiles, folder: string, track: CapturedTrack): Promise<TrackWriter> {
    const writer = new TrackWriter(files, folder, track);
    const numbers = await listNumbers(folder, track);
    for (const number of numbers) {
      const isLast = number === numbers.at(-1);
      const isPart = (await files.sizeOf(pieceFiles(folder, track, number).part)) !== undefined;
      if (isLast && isPart) await writer.#reopen(number);
      else await writer.#countClosed(number);
    }
    return writer;
  }

  /** Resolves when the chunk is on the disk. @throws recorder/chunk-missing, recorder/bad-chunk, and what the disk says */
  append(chunk: Chunk): Promise<void> {
    const mine = this.#turn.then(() => this.#append(chunk));
    // The next chunk's turn comes whether or not this one was taken; its sender hears of the failure.
    this.#turn = mine.catch(() => {});
    return mine;
  }

  get health(): TrackHealth {
    const last = this.#piece?.entries.at(-1);
    const units = this.#before.units + (last?.units ?? 0);
    const mediaMs = this.#before.mediaMs + (last?.mediaMs ?? 0);
    return {
      name: this.track.name,
      bytes: this.#before.bytes + (last?.endByte ?? 0),
      units,
      mediaMs,
      lastGoodAtMs: this.lastGoodAtMs,
      isProven: isProven(this.track, { units, soundMs: mediaMs }),
      nextChunk: this.#nextChunk,
      piece: this.#piece?.number ?? this.#before.number,
    };
  }

  /** Whether a piece is being written; otherwise the next chunk begins one. */
  get isOpen(): boolean {
    return this.#piece !== undefined;
  }

  /** The chunks of the piece that is being written. */
  get points(): readonly IndexEntry[] {
    return this.#piece?.entries ?? [];
  }

  /** What was recorded after `clockMs` belongs into a new piece; a chunk from before may still be on its way. */
  requireRotation(clockMs: number): void {
    if (this.#piece) this.#rotateAfterMs = clockMs;
  }

  /** After the chunks that wait: closes the files of the piece. */
  close(): Promise<void> {
    const mine = this.#turn.then(() => this.#closePiece());
    this.#turn = mine.catch(() => {});
    return mine;
  }

  get #nextChunk(): number {
    return (this.#piece?.entries.at(-1)?.chunk ?? this.#before.chunk - 1) + 1;
  }

  async #append(chunk: Chunk): Promise<void> {
    const expected = this.#nextChunk;
    // Sent again because the answer was lost: it is there.
    if (chunk.chunk < expected) return;
    if (chunk.chunk > expected) {
      const data = { track: this.track.name, got: chunk.chunk, expected };
      throw new MirrorError('recorder/chunk-missing', { data });
    }
    const current = this.#piece?.number ?? this.#before.number;
    if (chunk.piece < Math.max(1, current) || chunk.piece > current + 1)
      throw this.#refuse(`file ${chunk.piece} cannot follow file ${current}`);
    const isAfter = this.#rotateAfterMs !== undefined && chunk.clockMs > this.#rotateAfterMs;
    if (chunk.piece === current && (isAfter || !this.#piece))
      throw this.#refuse(`file ${current} is closed; begin file ${current + 1}`);
    if (chunk.piece !== current) await this.#begin(chunk);
    await this.#write(chunk);
  }

  async #begin({ piece: number, cause }: Chunk): Promise<void> {
    await this.#closePiece();
    const files = pieceFiles(this.#folder, this.track, number);
    // Anew: a crash before the first acknowledgement may have left an empty one.
    const file = await this.#files.grow(files.part);
    const index = await this.#files.grow(files.index);
    if (this.track.format === 'pcm16') await file.append(waveHeader(undefined));
    await index.append(Buffer.from(headLine(cause)));
    await syncFolder(this.#folder);
    this.#piece = { number, file, index, measure: createMeasure(this.track), entries: [] };
    this.#rotateAfterMs = undefined;
  }

  /**
   * First the bytes, then the line that says so, both flushed. A write that fails leaves no line, so the same chunk is
   * written again when it is sent again.
   */
  async #write({ chunk, clockMs, data }: Chunk): Promise<void> {
    const piece = this.#piece!; // begun by #append
    const startByte = piece.entries.at(-1)?.endByte ?? this.#headBytes;
    const { units, mediaMs } = piece.measure(data);
    const entry: IndexEntry = { chunk, endByte: startByte + data.length, units, mediaMs, clockMs };
    try {
      await piece.file.append(data);
      await piece.file.sync();
      await piece.index.append(Buffer.from(entryLine(entry)));
      await piece.index.sync();
    } catch (error) {
      // The measure has counted what is not there.
      await this.#closePiece();
      throw error;
    }
    piece.entries.push(entry);
  }

  async #closePiece(): Promise<void> {
    const piece = this.#piece;
    if (!piece) return;
    const { bytes, units, mediaMs } = this.health;
    this.#before = { chunk: this.#nextChunk, bytes, units, mediaMs, number: piece.number };
    this.#piece = undefined;
    await piece.file.close();
    await piece.index.close();
  }

  async #countClosed(number: number): Promise<void> {
    const { entries } = await readIndex(this.#files, pieceFiles(this.#folder, this.track, number).index);
    const last = entries.at(-1);
    const { chunk, bytes, units, mediaMs } = this.#before;
    this.#before = {
      number,
      chunk: last ? last.chunk + 1 : chunk,
      bytes: bytes + (last?.endByte ?? 0),
      units: units + (last?.units ?? 0),
      mediaMs: mediaMs + (last?.mediaMs ?? 0),
    };
  }

  async #reopen(number: number): Promise<void> {
    const files = pieceFiles(this.#folder, this.track, number);
    const { cause, entries } = await readIndex(this.#files, files.index);
    const endByte = entries.at(-1)?.endByte ?? this.#headBytes;
    const file = await this.#files.grow(files.part, { goesOn: true, cutTo: endByte });
    const measure = createMeasure(this.track);
    // The file itself, by one chunk: the pieces of a track are a few megabytes.
    if (endByte > this.#headBytes)
      measure((await readWhole(this.#files, files.part)).subarray(this.#headBytes, endByte));
    // Written anew, for its last line may break off.
    const index = await this.#files.grow(files.index);
    await index.append(Buffer.from(headLine(cause) + entries.map(entryLine).join('')));
    await index.sync();
    this.#piece = { number, file, index, measure, entries: [...entries] };
  }

  get #headBytes(): number {
    return this.track.format === 'pcm16' ? WAVE_HEADER_BYTES : 0;
  }

  #refuse(detail: string): MirrorError {
    return new MirrorError('recorder/bad-chunk', { data: { track: this.track.name, detail } });
  }
}
