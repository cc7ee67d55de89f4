// What the screens know of recording and can ask of it. The engine beside this file is behind it; the gallery has another.
import type { StoreApi } from 'zustand';
import type { Preparation } from '../../src/api/contract/recorder.ts';
import type { Problem } from '../../src/api/contract/base.ts';
import type { CaptureHealth, ExclusionRule, Intent, MarkKind, Receipt } from '../../src/domain/capture.ts';

export type UserMark = Exclude<MarkKind, 'excluded' | 'included'>;

/**
 * - `idle`: nothing is open, no device is in use
 * - `choosing`: the intent card is open; a microphone may be live for its level, screens may be chosen
 * - `starting`: asked for; the first picture and the first second of sound are awaited
 * - `running`: recorded or paused, as `health.phase` says
 * - `finishing`: stopped; the core repairs and checks
 * - `done`: the receipt is there
 * - `failed`: `problem` says why; what was recorded is kept by the core
 */
export type Stage = 'idle' | 'choosing' | 'starting' | 'running' | 'finishing' | 'done' | 'failed';

export interface Microphone {
  readonly deviceId: string;
  readonly label: string;
}

/** A screen, a window or a tab that was chosen; `stream` is for its preview. */
export interface ChosenScreen {
  /** Of its track: `screen`, `screen-2` ... */
  readonly name: string;
  readonly label: string;
  readonly surface: 'monitor' | 'window' | 'browser' | 'unknown';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly hasSound: boolean;
  /** False when its sharing has ended. */
  readonly isLive: boolean;
  readonly stream: MediaStream;
}

export interface ChosenMicrophone extends Microphone {
  /** False when it was unplugged or taken away. */
  readonly isLive: boolean;
}

export interface RecorderView {
  readonly stage: Stage;
  readonly preparation: Preparation | null;
  readonly microphones: readonly Microphone[];
  readonly microphone: ChosenMicrophone | null;
  readonly screens: readonly ChosenScreen[];
  /** Why a device could not be had, in words and with what to do. */
  readonly microphoneProblem: Problem | null;
  readonly screenProblem: Problem | null;
  readonly intent: Intent | null;
  /** By what is on disk, as the core says it. */
  readonly health: CaptureHealth | null;
  /** Of marks set in this recording, in order. */
  readonly marks: readonly { readonly kind: UserMark; readonly atMs: number }[];
  /** False while the core is away: chunks wait in this window, `waitingBytes` of them. */
  readonly isConnected: boolean;
  readonly waitingBytes: number;
  readonly receipt: Receipt | null;
  readonly problem: Problem | null;
  /** A recording that another window makes. */
  readonly elsewhere: CaptureHealth | null;
  /** Saved from an earlier run of Mirror by its present one. */
  readonly recovered: readonly Receipt[];
}

/** None of them throws: what fails is told in the view. */
export interface RecorderActions {
  /** Opens the intent card: asks the core what it can do, and for the microphone's name and level. */
  open(): Promise<void>;
  /** Closes the card or the receipt, and every device. */
  close(): void;
  /** Asks the person for a screen, window or tab, in their browser's own words. */
  addScreen(options: { withSound: boolean }): Promise<void>;
  /** Before the start it is forgotten; in a recording its place can be taken by `replaceScreen`. */
  removeScreen(name: string): void;
  replaceScreen(name: string): Promise<void>;
  /** `null`: without a microphone. In a recording another one takes over. */
  chooseMicrophone(deviceId: string | null): Promise<void>;
  setExclusions(rules: readonly ExclusionRule[]): Promise<void>;
  start(intent: Intent): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** At the moment of asking, or at `atMs` of a mark that is set already: then it only gets its note. */
  mark(kind: UserMark, note?: string, atMs?: number): Promise<void>;
  /** From the desktop: the machine sleeps or wakes, is locked or unlocked, or has other screens. New pieces are begun. */
  noteMachine(cause: 'sleep' | 'display'): void;
  stop(): Promise<void>;
  /** Stops and keeps nothing. */
  discard(): Promise<void>;
}

export interface RecorderModel {
  readonly view: StoreApi<RecorderView>;
  readonly actions: RecorderActions;
  /** Loudness of the microphone, 0 to 1 by ear (decibels), about ten times a second; apart, because it changes so often. */
  readonly level: StoreApi<number>;
  /** Milliseconds on the recording's clock now; 0 outside a recording, standing still in a pause. */
  nowMs(): number;
}
