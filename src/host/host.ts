// What every part of the host works with: one workspace, one store, one worker, one clock.
import type { ProcessId } from '../domain/ids.ts';
import type { Change } from '../api/services.ts';
import type { Clock } from '../needs/clock.ts';
import type { MediaReader } from '../needs/media.ts';
import type { Store } from '../needs/store.ts';
import type { Asking } from './ask/ask.ts';
import type { SpeechEngines } from './engines/speech-engines.ts';
import type { ScreenReaders } from './engines/screen-readers.ts';
import type { Ingest } from './ingest/ingest.ts';
import type { FfmpegFinder } from './media/find-ffmpeg.ts';
import type { SoundEngine } from './media/sound.ts';
import type { OffThread } from './off-thread/pool.ts';
import type { Search } from './search/search-service.ts';
import type { Workspace } from './workspace.ts';

export interface Host {
  readonly workspace: Workspace;
  readonly store: Store;
  readonly media: MediaReader;
  readonly offThread: OffThread;
  /** Reads sound, in a child process. */
  readonly sound: SoundEngine;
  readonly ffmpeg: FfmpegFinder;
  /** Finds speech and writes it down, in a child process. */
  readonly speech: SpeechEngines;
  /** Read the text on pictures, in a child process. */
  readonly screens: ScreenReaders;
  /** The worker that turns sound and pictures into evidence. */
  readonly ingest: Ingest;
  /** Finds texts in the evidence, and says what compares them. */
  readonly search: Search;
  /** Answers questions about a process. */
  readonly asking: Asking;
  readonly clock: Clock;
  /** Before long texts are saved: what is to be taken out of them is found in the worker, and not in everybody's way. */
  lookAhead(processId: ProcessId, texts: readonly string[], signal?: AbortSignal): Promise<void>;
  /** Says, after the fact, that something stored has changed. */
  announce(change: Change): void;
}

export const processesChanged: Change = { changed: 'processes', processId: null };

export const processChanged = (processId: ProcessId): Change => ({ changed: 'process', processId });
