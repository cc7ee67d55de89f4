// The devices that a person has chosen, and what the screens show of them. Close them: they are held.
import type { RecorderActions, RecorderView } from './recorder-model.ts';
import { canReadStreams } from './can-read-streams.ts';
import { microphoneProblem, NO_PICTURES, screenProblem } from './device-problems.ts';
import { listMicrophones, openMicrophone, type OpenMicrophone } from './microphone.ts';
import type { Sources } from './made-tracks.ts';
import { MICROPHONE } from './made-tracks.ts';
import type { Recording } from './recording.ts';
import { type SharedScreen, shareScreen } from './screens.ts';

export interface DevicesNeeds {
  readonly delayMs: number;
  readonly show: (change: Partial<RecorderView>) => void;
  readonly onLevel: (level: number) => void;
  readonly onFailure: (error: unknown) => void;
  /** The recording that uses them now. */
  readonly running: () => Recording | undefined;
  /** Of the desktop, whose own picker asks before: a browser asks by itself. */
  readonly pickSource?: (() => Promise<void>) | undefined;
}

export interface Devices {
  readonly actions: Pick<RecorderActions, 'addScreen' | 'removeScreen' | 'replaceScreen' | 'chooseMicrophone'>;
  /** Opens the system's microphone for its name and its level. */
  open(): Promise<void>;
  sources(): Sources;
  close(): void;
}

interface NamedScreen {
  readonly name: string;
  readonly shared: SharedScreen;
}

/** The contract's most, less those of the microphone, of the computer's sound and of the windows. */
const MOST_SCREENS = 4;

export function createDevices({ delayMs, show, onLevel, onFailure, running, pickSource }: DevicesNeeds): Devices {
  let microphone: OpenMicrophone | undefined;
  let screens: readonly NamedScreen[] = [];

  const showScreens = (): void => show({ screens: screens.map(({ name, shared }) => shared.describe(name)) });
  const showMicrophones = async (): Promise<void> => show({ microphones: await listMicrophones() });

  /** Undefined when it was not shared; the view says why. */
  const share = async (withSound: boolean): Promise<SharedScreen | undefined> => {
    show({ screenProblem: null });
    try {
      await pickSource?.();
      const shared = await shareScreen({ withSound });
      shared.whenEnded(showScreens);
      return shared;
    } catch (error) {
      show({ screenProblem: screenProblem(error) });
      return undefined;
    }
  };

  const addScreen = async ({ withSound }: { withSound: boolean }): Promise<void> => {
    if (running() || screens.length >= MOST_SCREENS) return;
    const shared = await share(withSound);
    if (!shared) return;
    screens = [...screens, { name: freeName(screens), shared }];
    showScreens();
    if (!canReadStreams()) show({ screenProblem: NO_PICTURES });
  };

  const removeScreen = (name: string): void => {
    if (running()) return;
    screens.find((screen) => screen.name === name)?.shared.close();
    screens = screens.filter((screen) => screen.name !== name);
    showScreens();
  };

  const replaceScreen = async (name: string): Promise<void> => {
    const before = screens.find((screen) => screen.name === name);
    if (!before) return;
    const shared = await share(false);
    if (!shared) return;
    running()?.replaceScreen(name, shared.picture);
    before.shared.close();
    screens = screens.map((screen) => (screen === before ? { name, shared } : screen));
    showScreens();
  };

  const choose = async (deviceId: string | null | undefined): Promise<void> => {
    show({ microphoneProblem: null });
    try {
      microphone ??= openMicrophone(
        { onLevel, onFailure, onChange: (chosen) => show({ microphone: chosen }) },
        delayMs,
      );
      await microphone.choose(deviceId);
      running()?.rotate(MICROPHONE, 'device');
      await showMicrophones();
    } catch (error) {
      show({ microphoneProblem: microphoneProblem(error) });
    }
  };

  const watchPlugs = (): void => {
    void showMicrophones();
  };

  return {
    actions: { addScreen, removeScreen, replaceScreen, chooseMicrophone: choose },
    open: async () => {
      navigator.mediaDevices?.addEventListener('devicechange', watchPlugs);
      await choose(undefined);
    },
    sources: () => ({ microphone, screens, delayMs }),
    close: () => {
      navigator.mediaDevices?.removeEventListener('devicechange', watchPlugs);
      for (const { shared } of screens) shared.close();
      screens = [];
      showScreens();
      const closing = microphone;
      microphone = undefined;
      closing?.close();
      onLevel(0);
    },
  };
}

/** `screen`, `screen-2` ...: the first that is free. */
function freeName(screens: readonly NamedScreen[]): string {
  const names = ['screen', ...Array.from({ length: MOST_SCREENS }, (_, number) => `screen-${number + 2}`)];
  return names.find((name) => screens.every((screen) => screen.name !== name)) ?? 'screen';
}
