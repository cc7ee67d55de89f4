// The tracks of a recording in the making: their writers, and since when each has brought nothing.
import type { Chunk } from '../../api/recorder-service.ts';
import type { TrackState } from '../../capture/phase.ts';
import type { CapturePlan } from '../../domain/capture.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { TrackWriter } from './track-writer.ts';

export interface Clocks {
  /** UTC, as the machine is set. */
  readonly nowMs: () => number;
  /** By a clock that nobody sets. */
  readonly monotonicMs: () => number;
}

interface LiveFiles {
  readonly files: WorkspaceFiles;
  /** Of the recording. */
  readonly folder: string;
}

/** Close it: it holds files. */
export class LiveTracks {
  readonly #writers: ReadonlyMap<string, TrackWriter>;
  readonly #clocks: Clocks;
  readonly #lastGood = new Map<string, number>();
  readonly #openedAt: number;
  #elapsedMs: number;

  private constructor(writers: readonly TrackWriter[], clocks: Clocks) {
    this.#writers = new Map(writers.map((writer) => [writer.track.name, writer]));
    this.#clocks = clocks;
    this.#openedAt = clocks.monotonicMs();
    this.#elapsedMs = Math.max(0, ...writers.map(({ points }) => points.at(-1)?.clockMs ?? 0));
  }

  static async open({ files, folder }: LiveFiles, { tracks }: CapturePlan, clocks: Clocks): Promise<LiveTracks> {
    const writers: TrackWriter[] = [];
    for (const track of tracks) writers.push(await TrackWriter.open(files, folder, track));
    return new LiveTracks(writers, clocks);
  }

  /** On the recording's clock, by the last chunk. */
  get elapsedMs(): number {
    return this.#elapsedMs;
  }

  get bytes(): number {
    return [...this.#writers.values()].reduce((total, { health }) => total + health.bytes, 0);
  }

  find(name: string): TrackWriter | undefined {
    return this.#writers.get(name);
  }

  get events(): TrackWriter | undefined {
    return [...this.#writers.values()].find(({ track }) => track.kind === 'events');
  }

  /** Resolves when it is on the disk. Answers the number of the file that this chunk has closed, if any. */
  async append(writer: TrackWriter, chunk: Chunk): Promise<number | undefined> {
    const before = writer.health;
    await writer.append(chunk);
    const { units, piece } = writer.health;
    this.#elapsedMs = Math.max(this.#elapsedMs, chunk.clockMs);
    if (units !== before.units) {
      writer.lastGoodAtMs = this.#clocks.nowMs();
      this.#lastGood.set(writer.track.name, this.#clocks.monotonicMs());
    }
    return before.piece > 0 && piece > before.piece ? before.piece : undefined;
  }

  states(): TrackState[] {
    const now = this.#clocks.monotonicMs();
    return [...this.#writers.values()].map(({ track, health }) => ({
      track,
      health,
      silentMs: now - (this.#lastGood.get(track.name) ?? this.#openedAt),
    }));
  }

  /** What each records after `clockMs` belongs into a new file. */
  requireRotation(clockMs: number): void {
    for (const writer of this.#writers.values()) if (writer.track.format !== 'jsonl') writer.requireRotation(clockMs);
  }

  /** After the chunks that wait. */
  async close(): Promise<void> {
    await Promise.all([...this.#writers.values()].map((writer) => writer.close()));
  }
}
