// The recorder of a window. In: the connection to the core, and what a person does. Out: what the screens show of recording.
import { ORPCError } from '@orpc/client';
import { createStore } from 'zustand/vanilla';
import type { CaptureHealth, ExclusionRule, Intent, RecorderState } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { Connection } from '../client.ts';
import { DELAY_MS } from './delay.ts';
import { createDevices, type DevicesNeeds } from './devices.ts';
import { createExclusionGate } from './exclusion-gate.ts';
import { canReadStreams } from './can-read-streams.ts';
import type { RecorderModel, RecorderView, Stage, UserMark } from './recorder-model.ts';
import { HELD, NOTHING_CHOSEN, nothingComes, problemOf } from './recorder-problems.ts';
import { beginRecording, type Recording } from './recording.ts';
import { watchRecorder } from './watch-recorder.ts';

/** A screen that shows nothing, or a microphone that gives nothing, for so long will not begin to. */
const START_MS = 15_000;

const CLOSED = {
  stage: 'idle',
  intent: null,
  health: null,
  marks: [],
  waitingBytes: 0,
  receipt: null,
  problem: null,
  microphoneProblem: null,
  screenProblem: null,
} as const satisfies Partial<RecorderView>;

const EMPTY: RecorderView = {
  ...CLOSED,
  preparation: null,
  microphones: [],
  microphone: null,
  screens: [],
  isConnected: true,
  elsewhere: null,
  recovered: [],
};

/** Opens no device before `open` is called; what the core says of recording is watched for as long as the window is there. */
export function createRecorderModel(
  connection: Connection,
  { pickSource }: Pick<DevicesNeeds, 'pickSource'> = {},
): RecorderModel {
  const view = createStore<RecorderView>()(() => EMPTY);
  const level = createStore<number>()(() => 0);
  const set = (change: Partial<RecorderView>): void => view.setState(change);
  const isIn = (...stages: Stage[]): boolean => stages.includes(view.getState().stage);
  let recording: Recording | undefined;
  /** Of the recording that this window makes, or has made last. */
  let ownId: RecordingId | undefined;
  let wasWatched = false;
  let startTimer: number | undefined;
  const gate = createExclusionGate((isBlank) => recording?.blank(isBlank));
  const devices = createDevices({
    delayMs: canReadStreams() ? DELAY_MS : 0,
    show: set,
    onLevel: (loudness) => level.setState(loudness, true),
    onFailure: (error) => fail(error),
    running: () => recording,
    pickSource,
  });

  /** Every device is let go: a camera's light that stays on after a recording frightens people, and rightly. */
  const letGo = (change: Partial<RecorderView>): void => {
    window.clearTimeout(startTimer);
    gate.close();
    recording = undefined;
    devices.close();
    set(change);
  };

  const abandon = async (failed: Recording): Promise<void> => {
    const receipt = await failed.abandon();
    letGo(receipt ? { receipt } : {});
  };

  const fail = (error: unknown): void => {
    const failed = recording;
    if (failed === undefined || isIn('finishing', 'failed')) return;
    set({ stage: 'failed', problem: problemOf(error) });
    void abandon(failed);
  };

  const noteHealth = (health: CaptureHealth): void => {
    set({ health });
    // Where pictures cannot wait until the windows are known, nothing is recorded until then.
    wasWatched ||= canReadStreams() || health.windows.state !== 'starting';
    const isUnknown = !wasWatched && hasExclusions(view.getState());
    gate.note(health.exclusion !== null || isUnknown);
    if (isIn('starting') && health.phase === 'recording') {
      window.clearTimeout(startTimer);
      set({ stage: 'running' });
    }
    if (health.stopped !== null) void stop();
  };

  const noteState = ({ running, recovered }: RecorderState): void => {
    // Its name comes with the answer to `start`, which this news may overtake.
    const isOurs = running !== null && (running.recordingId === ownId || (isIn('starting') && !recording));
    set({ recovered, elsewhere: isOurs ? null : running });
    if (isOurs && recording) noteHealth(running);
  };

  const prepare = async (): Promise<void> => {
    try {
      set({ preparation: await connection.read().client.recorder.prepare() });
    } catch (error) {
      // Without a connection nothing is asked; the next one asks again.
      if (error instanceof ORPCError) set({ problem: problemOf(error) });
    }
  };

  const open = async (): Promise<void> => {
    // What failed may still be ending, with the devices that are about to be let go.
    if (recording || !isIn('idle', 'done', 'failed')) return;
    set({ ...CLOSED, stage: 'choosing' });
    await Promise.all([prepare(), devices.open()]);
    // Closed meanwhile: a browser asks for the microphone for as long as the person wants.
    if (isIn('idle')) devices.close();
  };

  const close = (): void => {
    if (!isIn('starting', 'running', 'finishing')) letGo(CLOSED);
  };

  const start = async (intent: Intent): Promise<void> => {
    if (!isIn('choosing')) return;
    const sources = devices.sources();
    if (sources.screens.length === 0 && !sources.microphone?.chosen) return set({ problem: NOTHING_CHOSEN });
    set({ stage: 'starting', intent, problem: null, marks: [], receipt: null });
    const events = {
      onWaiting: (waitingBytes: number) => set({ waitingBytes }),
      onHeld: (isHeld: boolean) => set({ problem: isHeld ? HELD : null }),
      onStopped: () => void stop(),
      onExcluded: () => gate.note(true),
      onFailure: fail,
    };
    try {
      const begun = await beginRecording(connection, { intent, sources, events });
      ({ recording } = begun);
      ownId = recording.id;
      wasWatched = false;
      startTimer = window.setTimeout(() => void giveUp(), START_MS);
      noteHealth(begun.health);
    } catch (error) {
      set({ stage: 'choosing', problem: problemOf(error) });
    }
  };

  /** What never began to come is named, and nothing is kept. */
  const giveUp = async (): Promise<void> => {
    const silent = view.getState().health?.tracks.filter(({ isProven }) => !isProven) ?? [];
    await discard();
    set({ stage: 'failed', problem: nothingComes(silent.map(({ name }) => name)) });
  };

  /** Ends the recording, one way or another; its devices are let go however that turns out. */
  const end = async (how: (running: Recording) => Promise<Partial<RecorderView>>): Promise<void> => {
    const running = recording;
    if (!running || !isIn('starting', 'running')) return;
    window.clearTimeout(startTimer);
    set({ stage: 'finishing' });
    try {
      letGo(await how(running));
    } catch (error) {
      set({ stage: 'failed', problem: problemOf(error) });
      await abandon(running);
    }
  };

  const stop = (): Promise<void> =>
    end(async (running) => ({ receipt: await running.stop(), stage: 'done', waitingBytes: 0 }));

  const discard = (): Promise<void> =>
    end(async (running) => {
      await running.discard();
      return CLOSED;
    });

  /** Asks for something that the recording survives when it is refused. */
  const ask = async (what: (running: Recording) => Promise<CaptureHealth | undefined>): Promise<void> => {
    if (!recording || !isIn('running')) return;
    try {
      const health = await what(recording);
      if (health) noteHealth(health);
      if (view.getState().problem !== HELD) set({ problem: null });
    } catch (error) {
      set({ problem: problemOf(error) });
    }
  };

  const mark = (kind: UserMark, note?: string, atMs?: number): Promise<void> =>
    ask(async (running) => {
      const markedMs = Math.round(atMs ?? running.nowMs());
      const { marks } = view.getState();
      if (!marks.some((each) => each.kind === kind && each.atMs === markedMs))
        set({ marks: [...marks, { kind, atMs: markedMs }] });
      await running.mark({ kind, atMs: markedMs, ...(note ? { note } : {}) });
      return undefined;
    });

  const setExclusions = async (rules: readonly ExclusionRule[]): Promise<void> => {
    try {
      const { client } = connection.read();
      await client.recorder.setExclusions({ rules: [...rules] });
      set({ preparation: await client.recorder.prepare() });
    } catch (error) {
      set({ problem: problemOf(error) });
    }
  };

  const noteLink = (isConnected: boolean): void => {
    set({ isConnected });
    if (isConnected && isIn('choosing') && view.getState().preparation === null) void prepare();
  };

  watchRecorder(connection, { onState: noteState, onLink: noteLink });
  return {
    view,
    level,
    nowMs: () => Math.max(0, Math.round(recording?.nowMs() ?? 0)),
    actions: {
      ...devices.actions,
      open,
      close,
      setExclusions,
      start,
      pause: () => ask((running) => running.pause()),
      resume: () => ask((running) => running.resume()),
      mark,
      noteMachine: (cause) => recording?.rotateAll(cause),
      stop,
      discard,
    },
  };
}

const hasExclusions = ({ preparation }: RecorderView): boolean => (preparation?.exclusions.length ?? 0) > 0;
