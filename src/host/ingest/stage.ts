// One stage of what is made of a recording's sound and pictures. In: a kept recording. Out: what to store, in one piece.
//
// How it works, whole:
// 1. Each kept recording goes through STAGES (stages.ts) in order, one recording at a time in the whole core.
// 2. Of each stage there is one row in SQLite: what it worked on (a hash), what made it, state, tries, lease, progress.
// 3. A stage plans first, cheaply. A row that is `done` by the same maker from the same input is not run again.
// 4. What a stage makes is stored in one transaction with its row: killed at any moment, there is all of it or nothing.
// 5. A row that says `running` where nothing runs is what a killed process left; the next pass works it off anew.
// 6. A stage that fails is tried three times, or once where a person must do something first; then it stays `failed`
//    with its problem and the recording goes on without it. Nothing that was recorded depends on any stage.
// 7. Each sign of progress renews the lease. When it runs out, the try is ended and counts as failed.
// 8. Between two signs of progress a stage waits while somebody records and the processor is short (make-room.ts).
// 9. Stopping (a closing core, Ctrl+C) leaves rows `waiting` for the next pass; a person's cancel leaves them
//    `cancelled` until the person tries again.
// 10. A stage that changed words or pictures says so: steps and graph are then made anew.
import { createHash } from 'node:crypto';
import type { StageName } from '../../domain/ingest.ts';
import type { Recording } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Host } from '../host.ts';

export type StagePlan =
  | {
      /** Of all that decides what comes out, see `hashInputs`; without what names the maker. */
      readonly inputHash: string;
      /** The tool or the model, with its version: another one makes the result anew. */
      readonly madeBy: string;
    }
  | {
      /** Why there is nothing to do here, in words for people. */
      readonly skip: string;
      /** Somebody could do something about it, so it is told where the recording is taken in. */
      readonly isTold?: boolean;
    };

export interface StageResult {
  /** Stores what was made; run inside the transaction that marks the stage as done, so nothing slow. */
  readonly save?: () => void;
  /** What it made or left out, by name; shown to people. */
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  /** Words, events or pictures of the recording are others now: its steps are found anew. */
  readonly changesEvidence?: boolean;
}

export interface IngestStage {
  readonly name: StageName;
  /** What it would work on and with; or why it has nothing to do. Cheap: it is asked at every pass. */
  plan(host: Host, recording: Recording): Promise<StagePlan> | StagePlan;
  /**
   * Yields progress often, at least once a minute: between two of them it may be made to wait, and it is ended when it
   * shows none for long. Honours `signal`, children and all. Changes nothing that is stored: `save` does.
   */
  run(host: Host, recording: Recording, signal: AbortSignal): AsyncGenerator<Progress, StageResult>;
}

/** A hash of what decides a result: anything that JSON can say, in this order. */
export const hashInputs = (...inputs: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
