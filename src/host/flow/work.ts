// What the stages of the flow hand to each other: it only ever grows.
import { MirrorError } from '../../domain/errors.ts';
import { ProcessId, type RecordingId } from '../../domain/ids.ts';
import type { LogColumns } from '../../domain/log.ts';
import { type EventLog, Process, type Recording, type Track } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { LogSource, RecordingSource, Source } from '../../domain/source.ts';
import type { Segment, UiEvent } from '../../domain/evidence.ts';
import type { MediaProbe } from '../../needs/media.ts';
import type { MinedProcess, Store } from '../../needs/store.ts';
import { shortHash } from '../../lib/short-hash.ts';
import type { ReadDocument } from '../documents/document-reader.ts';
import type { KeptDocument } from '../documents/keep-document.ts';
import type { Host } from '../host.ts';

export interface FlowRequest {
  readonly process: {
    readonly name: string;
    readonly owner?: string | undefined;
    readonly description?: string | undefined;
  };
  readonly sources: readonly Source[];
  /** `words` where nothing is said. */
  readonly waitsFor?: WaitsFor;
}

/**
 * How much of what sound and pictures hold is worked out before the flow is over: nothing, what is said, or everything.
 * The rest is left to a pass in the background, which the caller starts.
 */
export type WaitsFor = 'map' | 'words' | 'everything';

export interface ReadRecording {
  readonly source: RecordingSource;
  /** Undefined for a transcript alone. */
  readonly media: { readonly file: string; readonly probe: MediaProbe } | undefined;
  /** Where its words come from; undefined where they are still to be written down. */
  readonly transcriptFile: string | undefined;
  readonly segments: readonly Segment[];
  readonly events: readonly UiEvent[];
  readonly actor: string | null;
  readonly role: string | null;
  readonly language: string;
  readonly durationMs: number;
  /** Where the file says when it began: milliseconds since 1970. */
  readonly startedAtMs?: number;
  /** Set once it is kept. */
  readonly kept: { readonly recording: Recording; readonly tracks: readonly Track[] } | undefined;
}

export interface ReadLog {
  readonly source: LogSource;
  readonly format: EventLog['format'];
  readonly columns: LogColumns;
  readonly warnings: readonly string[];
  readonly kept: EventLog | undefined;
}

export interface ReadSourceDocument extends ReadDocument {
  readonly kept: KeptDocument | undefined;
}

export interface Work {
  readonly process: Process;
  readonly sources: readonly Source[];
  readonly recordings: readonly ReadRecording[];
  readonly logs: readonly ReadLog[];
  readonly documents: readonly ReadSourceDocument[];
  /** A folder for this run alone, removed at its end. */
  readonly scratch: string;
  readonly waitsFor: WaitsFor;
  readonly mined: MinedProcess | undefined;
  readonly warnings: readonly string[];
}

export type Stage = (host: Host, work: Work, signal?: AbortSignal) => AsyncGenerator<Progress, Work>;

export const keptRecordingIds = (work: Work): RecordingId[] =>
  work.recordings.flatMap(({ kept }) => (kept ? [kept.recording.id] : []));

/** A process is known by its name, whatever its capitals and spaces; a new one is stored only with its first evidence. */
export function findOrNameProcess({ store, clock }: Host, { process }: FlowRequest): Process {
  const name = tidyProcessName(process.name);
  const known = findProcessCalled(store, name);
  if (known) return known;
  return {
    id: freeProcessId(store, name),
    name,
    owner: process.owner ?? null,
    description: process.description ?? null,
    createdAtMs: clock.nowMs(),
  };
}

/** The same for "Customer onboarding" and " customer  Onboarding": people do not type a name twice alike. */
export const findProcessCalled = (store: Store, name: string): Process | undefined =>
  store.listProcesses().find((process) => keyOf(process.name) === keyOf(name));

/**
 * The name as it is kept. Checked before anything is stored: one the database cannot give back would shut the workspace.
 * @throws usage
 */
export function tidyProcessName(text: string): string {
  const name = Process.shape.name.safeParse(text.trim().replaceAll(/\s+/g, ' '));
  if (name.success) return name.data;
  throw new MirrorError('usage', { data: { detail: 'A process needs a name of 1 to 200 characters' } });
}

/** Made of the name; with a number where a process that had this name was renamed and keeps its id. */
function freeProcessId(store: Store, name: string): ProcessId {
  for (let number = 1; ; number += 1) {
    const id = ProcessId.parse(`process-${shortHash(number === 1 ? keyOf(name) : `${keyOf(name)} ${number}`)}`);
    if (store.findProcess(id) === undefined) return id;
  }
}

const keyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
