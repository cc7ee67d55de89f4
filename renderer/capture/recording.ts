// A running recording: begins and ends its tracks, keeps its clock, sends what is made. In: devices that are open. Out: chunks
// and pictures to the core, and the receipt. The devices stay open when it is over.
import type { CaptureHealth, Cause, Intent, Mark, Receipt } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { Connection } from '../client.ts';
import { createClockWatch } from './clock-watch.ts';
import { type Making, makeTracks, type Sources } from './made-tracks.ts';
import { createPictureLane } from './picture-lane.ts';
import { openRecordingLink, type RecordingLink } from './recording-link.ts';

export interface RecordingEvents {
  readonly onWaiting: (bytes: number) => void;
  /** The core ended it by itself: the receipt is to be asked for with `stop`. */
  readonly onStopped: () => void;
  /** Something excluded is to be seen; the state says so, too, and a moment later. */
  readonly onExcluded: () => void;
  /** Too much waits: nothing is recorded until the core is back; false when it goes on. */
  readonly onHeld: (isHeld: boolean) => void;
  /** It cannot go on; what the core has is kept. */
  readonly onFailure: (error: unknown) => void;
}

export interface Recording {
  readonly id: RecordingId;
  /** Standing still in a pause. */
  nowMs(): number;
  pause(): Promise<CaptureHealth>;
  resume(): Promise<CaptureHealth>;
  mark(mark: Mark): Promise<void>;
  /** Black and silent until it is called with false; what is held back, too. */
  blank(isBlank: boolean): void;
  /** The screen of this name is another one from now on. */
  replaceScreen(name: string, picture: MediaStreamTrack): void;
  /** Of the tracks that a device makes: it was changed. */
  rotate(device: string, cause: Cause): void;
  /** Of all tracks: the machine slept, was locked, or has other screens. */
  rotateAll(cause: Cause): void;
  /** Ends the tracks, waits until all is on disk, asks for the receipt. */
  stop(): Promise<Receipt>;
  discard(): Promise<void>;
  /** Ends the tracks, whatever has failed. The receipt of what is kept, where the core can give it. */
  abandon(): Promise<Receipt | undefined>;
}

/** About ten minutes of a screen with sound. More would take the window down, and with it what waits. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

/** No picture may be recorded yet. */
const NOT_YET = Number.NEGATIVE_INFINITY;

/** A screen that shows nothing for so long will not begin to. */
const READY_MS = 10_000;

/** @throws what the core answers to `start`, and NothingComes; then nothing is recorded */
export async function beginRecording(
  connection: Connection,
  { intent, sources, events }: { intent: Intent; sources: Sources; events: RecordingEvents },
): Promise<{ recording: Recording; health: CaptureHealth }> {
  const slept = createClockWatch();
  const rotated = new Map<string, number>();
  let startedMs = 0;
  let pausedAtMs: number | undefined;
  let state: 'running' | 'paused' | 'held' | 'over' = 'running';
  const clockMs = (): number => performance.now() - startedMs;

  const noteMade = (): void => {
    if (slept({ monotonicMs: performance.now(), wallMs: Date.now() }) && state === 'running')
      for (const track of making.tracks) track.rotate('sleep');
    noteWaiting();
  };
  const noteWaiting = (): void => {
    const bytes = making.tracks.reduce((total, { lane }) => total + lane.bytes, 0);
    events.onWaiting(bytes);
    if (bytes > MOST_WAITING_BYTES && state === 'running') inTurn(() => hold(true)).catch(fail);
    if (bytes < MOST_WAITING_BYTES / 2 && state === 'held') inTurn(() => hold(false)).catch(fail);
  };
  const fail = (error: unknown): void => {
    if (state !== 'over') events.onFailure(error);
  };
  let id: RecordingId | undefined;
  /** While the core is away nobody knows, and what people tell meanwhile is worth more than some seconds of looking. */
  const look = async (): Promise<number> => {
    const askedMs = performance.timeOrigin + performance.now();
    const { state: link, client } = connection.read();
    if (link !== 'open') return askedMs;
    if (id === undefined) return NOT_YET;
    try {
      const { isExcluded, settleMs } = await client.recorder.look({ recordingId: id });
      if (isExcluded) events.onExcluded();
      return settleMs === null ? NOT_YET : askedMs - settleMs;
    } catch {
      // A core that is there and cannot say does not clear a picture; one that went away is asked again, and found away.
      return connection.read().state === 'open' ? NOT_YET : askedMs;
    }
  };
  const pictures = createPictureLane(fail);
  const making: Making = makeTracks(sources, {
    nowMs: clockMs,
    look,
    onMade: noteMade,
    onFailure: fail,
    onAnswer: (answer, { piece }, { name }) => {
      // Asked for by each chunk of the piece until the next one has begun.
      if (answer.rotate && state === 'running' && piece > (rotated.get(name) ?? 0)) {
        rotated.set(name, piece);
        making.tracks.find(({ lane }) => lane.track.name === name)?.rotate('length');
      }
      noteWaiting();
      if (answer.stopped !== null && state !== 'over') events.onStopped();
    },
    onPicture: (track, { atMs, widthPx, heightPx, image }) => {
      if (state !== 'running') return;
      const sinceMs = Math.max(0, Math.round(atMs - performance.timeOrigin - startedMs));
      pictures.put({ track, atMs: sinceMs, widthPx, heightPx }, image);
    },
  });

  let turn: Promise<unknown> = Promise.resolve();
  /** Beginning and ending take turns: half of one must not meet half of another. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {}); // whoever asked for it hears of its failure
    return mine;
  };
  /** Somebody stops what has not begun: a screen that gives no picture would be awaited for ever. */
  const quit = Promise.withResolvers<void>();
  const beginAll = async (cause: Cause): Promise<void> => {
    await Promise.race([Promise.all(making.ways.map((way) => way.begin())), quit.promise]);
    if (state !== 'running') return;
    for (const track of making.tracks) track.start(cause);
  };
  const endAll = async (): Promise<void> => {
    await Promise.all(making.ways.map((way) => way.end()));
    await Promise.all(making.tracks.map((track) => track.stop()));
  };
  const hold = async (isHeld: boolean): Promise<void> => {
    if (state !== (isHeld ? 'running' : 'held')) return;
    state = isHeld ? 'held' : 'running';
    events.onHeld(isHeld);
    await (isHeld ? endAll() : beginAll('reconnect'));
  };

  await whenReady(making);
  startedMs = performance.now();
  const begun = inTurn(() => beginAll('start'));
  begun.catch(fail);
  const tracks = making.tracks.map(({ lane }) => lane.track);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  let health: CaptureHealth;
  try {
    health = await connection.read().client.recorder.start({ intent, tracks, timeZone });
  } catch (error) {
    state = 'over';
    quit.resolve();
    await begun.then(endAll).finally(making.close);
    throw error;
  }
  const { recordingId } = health;
  id = recordingId;
  const link: RecordingLink = openRecordingLink(connection, {
    recordingId,
    clockMs,
    onState: ({ running }) => {
      for (const { name, nextChunk } of running?.tracks ?? [])
        making.tracks.find(({ lane }) => lane.track.name === name)?.lane.acknowledge(nextChunk);
    },
  });
  for (const { lane } of making.tracks) lane.open(link, recordingId);
  pictures.open(link, recordingId);

  const over = async (): Promise<void> => {
    state = 'over';
    making.close();
    link.close();
  };
  const recording: Recording = {
    id: recordingId,
    nowMs: () => pausedAtMs ?? clockMs(),
    pause: () =>
      inTurn(async () => {
        state = 'paused';
        pausedAtMs = clockMs();
        await endAll();
        // First what was recorded before it: the core closes the files of a pause.
        await Promise.all(making.tracks.map(({ lane }) => lane.drained()));
        return link.call(({ recorder }) => recorder.pause({ recordingId, clockMs: Math.round(pausedAtMs ?? 0) }));
      }),
    resume: () =>
      inTurn(async () => {
        const answer = await link.call(({ recorder }) =>
          recorder.resume({ recordingId, clockMs: Math.round(clockMs()) }),
        );
        state = 'running';
        pausedAtMs = undefined;
        await beginAll('pause');
        return answer;
      }),
    mark: (mark) => link.call(({ recorder }) => recorder.mark({ recordingId, mark })),
    blank: (isBlank) => {
      for (const way of making.ways) way.blank(isBlank);
    },
    replaceScreen: (name, picture) => {
      making.pictures.get(name)?.connect(picture);
      recording.rotate(name, 'display');
    },
    rotate: (device, cause) => {
      if (state !== 'running') return;
      for (const track of making.tracks) if (track.devices.includes(device)) track.rotate(cause);
    },
    rotateAll: (cause) => {
      if (state !== 'running') return;
      for (const track of making.tracks) track.rotate(cause);
    },
    stop: () => {
      quit.resolve();
      return inTurn(async () => {
        if (state === 'running') await endAll();
        state = 'over';
        await Promise.all([...making.tracks.map(({ lane }) => lane.drained()), pictures.drained()]);
        const receipt = await link.call(({ recorder }) => recorder.stop({ recordingId }));
        await over();
        return receipt;
      });
    },
    discard: () => {
      quit.resolve();
      return inTurn(async () => {
        if (state === 'running') await endAll();
        state = 'over';
        await link.call(({ recorder }) => recorder.discard({ recordingId }));
        await over();
      });
    },
    abandon: async () => {
      quit.resolve();
      link.close();
      if (state === 'running') {
        state = 'over';
        await endAll();
      }
      making.close();
      // It may have been closed already, or be out of reach: then it is saved and told of later.
      return connection
        .read()
        .client.recorder.stop({ recordingId })
        .catch(() => undefined);
    },
  };
  return { recording, health };
}

/** A screen that was chosen gives nothing: it is named. */
export class NothingComes extends Error {
  readonly tracks: readonly string[];

  constructor(tracks: readonly string[]) {
    super(`nothing comes from ${tracks.join(', ')}`);
    this.tracks = tracks;
  }
}

async function whenReady({ pictures, close }: Making): Promise<void> {
  const missing = new Set(pictures.keys());
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => late.resolve(), READY_MS);
  const ready = [...pictures].map(([name, path]) => path.ready().then(() => missing.delete(name)));
  await Promise.race([Promise.all(ready), late.promise]);
  clearTimeout(timer);
  if (missing.size === 0) return;
  close();
  throw new NothingComes([...missing]);
}
