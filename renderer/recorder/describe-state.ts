// In: what the recorder knows. Out: how its state reads, and everything that needs a person, in words with what to do.
import type { CaptureHealth, ExclusionRule } from '../../src/domain/capture.ts';
import type { RecorderView } from '../capture/recorder-model.ts';
import { nameScreen } from './name-screen.ts';

export type Tone = 'recording' | 'problem' | 'paused';

export interface Concern {
  /** Stays the same while the concern does, so that it is drawn, and spoken, once. */
  readonly id: string;
  readonly text: string;
  /** What a button beside it can do about it. */
  readonly remedy?:
    | { readonly what: 'share-again'; readonly screen: string }
    | { readonly what: 'choose-microphone' }
    | undefined;
}

export interface StateWords {
  readonly tone: Tone;
  /** "Recording", "Paused", "Not recording" */
  readonly word: string;
  readonly concerns: readonly Concern[];
}

type Known = Pick<
  RecorderView,
  | 'health'
  | 'isConnected'
  | 'waitingBytes'
  | 'screens'
  | 'microphone'
  | 'microphoneProblem'
  | 'screenProblem'
  | 'problem'
>;

/** What is said while a recording runs or is paused. */
export function describeState(view: Known): StateWords {
  const { health } = view;
  const isPaused = health?.phase === 'paused';
  const concerns = [
    ...listStopped(health),
    ...listExclusion(isPaused ? null : health),
    ...listLink(view),
    ...listDevices(view),
    ...(isPaused ? [] : listDegraded(view)),
    ...listBudget(health),
    ...listWatch(health),
    ...listProblem(view),
  ];
  if (health?.stopped) return { tone: 'problem', word: 'Stopped', concerns };
  if (isPaused) return { tone: 'paused', word: 'Paused', concerns };
  if (health?.exclusion) return { tone: 'problem', word: 'Not recording', concerns };
  return { tone: concerns.length > 0 ? 'problem' : 'recording', word: 'Recording', concerns };
}

/** "KeePass", "a window titled “payroll”", "the page “bank.example”": what a rule stands for, in a sentence. */
function nameRule({ by, pattern }: ExclusionRule): string {
  // The stars are for whoever writes a rule, not for whoever is told why nothing is recorded.
  const name = pattern.replaceAll('*', ' ').trim() || pattern;
  if (by === 'app') return name;
  return by === 'title' ? `a window titled “${name}”` : `the page “${name}”`;
}

/** "1.2 MB": whole kilobytes below one megabyte. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(bytes > 0 ? 1 : 0, Math.round(bytes / 1000))} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

function listStopped(health: CaptureHealth | null): Concern[] {
  return health?.stopped ? [{ id: 'stopped', text: health.stopped }] : [];
}

function listExclusion(health: CaptureHealth | null): Concern[] {
  if (!health?.exclusion) return [];
  const what = nameRule(health.exclusion.rule);
  return [
    {
      id: 'exclusion',
      text: `Not recording: ${what} is visible. Picture and sound are blank until it is closed or covered.`,
    },
  ];
}

function listLink({ isConnected, waitingBytes }: Known): Concern[] {
  if (isConnected) return [];
  const waiting =
    waitingBytes > 0 ? `${formatBytes(waitingBytes)} wait in this window` : 'what is recorded waits in this window';
  return [
    { id: 'link', text: `Mirror's core does not answer; ${waiting}. Keep it open: recording goes on when it is back.` },
  ];
}

function listDevices({ screens, microphone, microphoneProblem, screenProblem }: Known): Concern[] {
  const ended = screens
    .filter(({ isLive }) => !isLive)
    .map(
      (screen): Concern => ({
        id: `screen-${screen.name}`,
        text: screenProblem
          ? `${screenProblem.title}. ${screenProblem.hint}`
          : `Sharing of ${nameScreen(screen)} has ended: its picture is no longer recorded.`,
        remedy: { what: 'share-again', screen: screen.name },
      }),
    );
  if (!microphone || microphone.isLive) return ended;
  const text = microphoneProblem
    ? `${microphoneProblem.title}. ${microphoneProblem.hint}`
    : `The microphone ${microphone.label} is gone: your voice is not recorded.`;
  return [...ended, { id: 'microphone', text, remedy: { what: 'choose-microphone' } }];
}

/** Tracks that bring nothing though their device says it is there. */
function listDegraded({ health, screens, microphone, isConnected }: Known): Concern[] {
  // While the core is away nothing arrives at all, which is said already.
  if (!isConnected) return [];
  const concerns = (health?.degraded ?? []).map((name): Concern | undefined => {
    const screen = screens.find((one) => one.name === name);
    if (screen) {
      if (!screen.isLive) return undefined;
      return {
        id: `degraded-${name}`,
        text: `No picture of ${nameScreen(screen)} arrives. Bring it to the front, or share it again.`,
        remedy: { what: 'share-again', screen: name },
      };
    }
    if (name === 'narration' || name === 'voice') {
      if (microphone && !microphone.isLive) return undefined;
      return {
        id: 'degraded-voice',
        text: `No sound arrives from ${microphone?.label ?? 'the microphone'}. Check that it is not muted, or choose another.`,
        remedy: { what: 'choose-microphone' },
      };
    }
    if (name === 'system')
      return { id: 'degraded-system', text: "The computer's sound does not arrive; nothing else depends on it." };
    if (name === 'events')
      return { id: 'degraded-events', text: 'The windows in use are not noted any more; nothing else depends on it.' };
    return { id: `degraded-${name}`, text: `The track ${name} brings nothing.` };
  });
  const known = concerns.filter((one) => one !== undefined);
  return known.filter((one, index) => known.findIndex(({ id }) => id === one.id) === index);
}

function listBudget(health: CaptureHealth | null): Concern[] {
  if (!health?.budget.isNearlyFull || health.stopped) return [];
  return [
    {
      id: 'budget',
      text: `The disk is nearly full: ${health.budget.words}. Free some space; otherwise Mirror stops and keeps everything so far.`,
    },
  ];
}

function listWatch(health: CaptureHealth | null): Concern[] {
  if (health?.windows.state !== 'lost') return [];
  return [
    {
      id: 'windows',
      text: `The windows are not watched any more, so exclusions cannot act${health.windows.words ? `: ${health.windows.words}` : '.'}`,
    },
  ];
}

/** What was asked for last and could not be done; the recording goes on. */
function listProblem({ problem }: Known): Concern[] {
  return problem ? [{ id: `problem-${problem.code}`, text: `${problem.title}. ${problem.hint}` }] : [];
}
