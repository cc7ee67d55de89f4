// A recorder without devices: in each of its states by name, and going from one to the next when it is asked to.
import { createStore } from 'zustand';
import type { RecorderActions, RecorderModel, RecorderView } from '../capture/recorder-model.ts';
import { drawScreen } from './draw-screen.ts';
import { HALF_PROVEN, HEALTH, INTENT, PREPARATION, RECEIPT, RECOVERED, UNWATCHED } from './make-capture.ts';

const MICROPHONES = [
  { deviceId: 'headset', label: 'Headset (Jabra 20)' },
  { deviceId: 'built-in', label: 'Built-in microphone' },
];
const [HEADSET, BUILT_IN] = MICROPHONES as [(typeof MICROPHONES)[0], (typeof MICROPHONES)[0]];

const IDLE: RecorderView = {
  stage: 'idle',
  preparation: null,
  microphones: [],
  microphone: null,
  screens: [],
  microphoneProblem: null,
  screenProblem: null,
  intent: null,
  health: null,
  marks: [],
  isConnected: true,
  waitingBytes: 0,
  receipt: null,
  problem: null,
  elsewhere: null,
  recovered: [],
};

const MICROPHONE_REFUSED = {
  code: 'recorder/microphone-refused',
  title: 'Mirror may not use the microphone',
  hint: 'Allow it at the lock beside the address, then try again.',
};
const SCREEN_REFUSED = {
  code: 'recorder/screen-refused',
  title: 'No screen was chosen',
  hint: 'Choose one in the dialog of the browser, or record your voice only.',
};

type Change = Partial<RecorderView>;

const choosing = (): Change => ({
  stage: 'choosing',
  preparation: PREPARATION,
  microphones: MICROPHONES,
  microphone: { ...HEADSET, isLive: true },
});
const ready = (): Change => ({ ...choosing(), screens: [makeScreen(1)] });
const running = (): Change => ({ ...ready(), stage: 'running', intent: INTENT, health: HEALTH });
const withHealth = (change: Partial<typeof HEALTH>): Change => ({ ...running(), health: { ...HEALTH, ...change } });

/** Each state by the name it has in an address. */
const STATES = {
  idle: (): Change => ({}),
  choosing,
  ready: (): Change => ({ ...choosing(), screens: [makeScreen(1), { ...makeScreen(2), hasSound: true }] }),
  asking: (): Change => ({ stage: 'choosing' }),
  refused: (): Change => ({
    ...choosing(),
    preparation: UNWATCHED,
    microphones: [],
    microphone: null,
    microphoneProblem: MICROPHONE_REFUSED,
    screenProblem: SCREEN_REFUSED,
  }),
  starting: (): Change => ({ ...ready(), stage: 'starting', intent: INTENT, health: HALF_PROVEN }),
  recording: running,
  paused: (): Change => withHealth({ phase: 'paused' }),
  degraded: (): Change => ({
    ...withHealth({ degraded: ['screen', 'narration', 'system'] }),
    screens: [{ ...makeScreen(1), isLive: false }],
    microphone: { ...HEADSET, isLive: false },
    microphones: [BUILT_IN],
  }),
  excluded: (): Change => withHealth({ exclusion: { sinceMs: 120_000, rule: { by: 'app', pattern: 'KeePass' } } }),
  disconnected: (): Change => ({ ...running(), isConnected: false, waitingBytes: 1_234_000 }),
  full: (): Change =>
    withHealth({ budget: { ...HEALTH.budget, secondsLeft: 24, words: 'less than a minute left', isNearlyFull: true } }),
  stopped: (): Change => ({
    ...withHealth({ stopped: 'The disk is full. Everything recorded so far is kept.' }),
    stage: 'done',
    receipt: RECEIPT,
  }),
  finishing: (): Change => ({ ...running(), stage: 'finishing' }),
  done: (): Change => ({ ...running(), stage: 'done', receipt: RECEIPT }),
  failed: (): Change => ({
    ...running(),
    stage: 'failed',
    problem: {
      code: 'recorder/not-here',
      title: 'No picture came from Screen 1 within 15 seconds',
      hint: 'Check that the window is not minimised, then try again.',
    },
  }),
  elsewhere: (): Change => ({ elsewhere: HEALTH }),
  /** Its clock stands: nothing more comes from the other window. */
  unanswered: (): Change => ({ elsewhere: HEALTH }),
  recovered: (): Change => ({ recovered: [RECOVERED] }),
} satisfies Record<string, () => Change>;

export type FakeRecorderState = keyof typeof STATES;
export const RECORDER_STATES = Object.keys(STATES) as FakeRecorderState[];

export function makeFakeRecorder(state: FakeRecorderState): RecorderModel {
  const view = createStore<RecorderView>()(() => ({ ...IDLE, ...STATES[state]() }));
  const level = createStore<number>()(() => 0);
  let tick = 0;
  setInterval(() => {
    tick += 1;
    level.setState(0.35 + 0.3 * Math.abs(Math.sin(tick / 3)), true);
  }, 100);
  if (state === 'elsewhere') setInterval(() => view.setState(goOnElsewhere), 1000);
  const clock = makeClock(view.getState().stage === 'running' ? 133_000 : 0, state !== 'paused');
  return { view, level, nowMs: () => clock.read(), actions: makeActions(view, clock) };
}

const goOnElsewhere = ({ elsewhere }: RecorderView): Change => ({
  elsewhere: elsewhere && { ...elsewhere, elapsedMs: elsewhere.elapsedMs + 1000 },
});

function makeActions(view: RecorderModel['view'], clock: Clock): RecorderActions {
  const set = (change: Change): void => view.setState(change);
  const setHealth = (change: Partial<typeof HEALTH>): void =>
    view.setState(({ health }) => ({ health: { ...(health ?? HEALTH), ...change } }));
  const later = (change: () => void): Promise<void> =>
    new Promise((resolve) => setTimeout(() => resolve(change()), 150));
  return {
    open: () => {
      set({ ...IDLE, stage: 'choosing', recovered: view.getState().recovered });
      return later(() => set(choosing()));
    },
    close: () => set({ stage: 'idle', screens: [], microphone: null }),
    addScreen: ({ withSound }) =>
      later(() =>
        view.setState(({ screens }) => ({
          screens: [...screens, { ...makeScreen(screens.length + 1), hasSound: withSound }],
          screenProblem: null,
        })),
      ),
    removeScreen: (name) => view.setState(({ screens }) => ({ screens: screens.filter((one) => one.name !== name) })),
    replaceScreen: (name) =>
      later(() =>
        view.setState(({ screens }) => ({
          screens: screens.map((one) => (one.name === name ? { ...one, isLive: true } : one)),
        })),
      ),
    chooseMicrophone: (deviceId) =>
      later(() => {
        const chosen = MICROPHONES.find((one) => one.deviceId === deviceId);
        set({
          microphone: chosen ? { ...chosen, isLive: true } : null,
          microphoneProblem: null,
          microphones: MICROPHONES,
        });
      }),
    setExclusions: async (rules) =>
      view.setState(({ preparation }) => ({ preparation: preparation && { ...preparation, exclusions: [...rules] } })),
    start: async (intent) => {
      set({ stage: 'starting', intent, health: null, marks: [] });
      await later(() => set({ health: HALF_PROVEN }));
      await later(() => {
        clock.start();
        set({ stage: 'running', health: { ...HEALTH, process: intent.process } });
      });
    },
    pause: () =>
      later(() => {
        clock.stop();
        setHealth({ phase: 'paused' });
      }),
    resume: () =>
      later(() => {
        clock.start();
        setHealth({ phase: 'recording' });
      }),
    mark: async (kind, note, atMs) => {
      if (note === undefined || atMs === undefined)
        view.setState(({ marks }) => ({ marks: [...marks, { kind, atMs: clock.read() }] }));
    },
    stop: async () => {
      set({ stage: 'finishing' });
      await later(() =>
        view.setState(({ intent, marks }) => ({
          stage: 'done',
          receipt: { ...RECEIPT, intent: intent ?? INTENT, marks: marks.length > 0 ? [...marks] : RECEIPT.marks },
        })),
      );
    },
    noteMachine: () => {},
    discard: async () => set({ ...IDLE }),
  };
}

type Clock = ReturnType<typeof makeClock>;

/** Stands where it is until it is started. */
function makeClock(fromMs: number, isRunning: boolean) {
  let doneMs = fromMs;
  let sinceMs = isRunning && fromMs > 0 ? performance.now() : undefined;
  const read = (): number => doneMs + (sinceMs === undefined ? 0 : performance.now() - sinceMs);
  return {
    read,
    start: () => {
      sinceMs ??= performance.now();
    },
    stop: () => {
      doneMs = read();
      sinceMs = undefined;
    },
  };
}

function makeScreen(number: number) {
  return {
    name: number === 1 ? 'screen' : `screen-${number}`,
    label: number === 1 ? 'Screen 1' : `ClaimCenter – new claim (${number})`,
    surface: number === 1 ? ('monitor' as const) : ('window' as const),
    widthPx: 1920,
    heightPx: 1080,
    hasSound: false,
    isLive: true,
    stream: drawScreen(),
  };
}
