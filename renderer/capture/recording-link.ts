// Calls of one recording that outlive a lost connection: they wait for the next one and are made again. Close it: what
// waits then fails.
import { ORPCError } from '@orpc/client';
import type { MirrorClient } from '../../src/api/client.ts';
import type { RecorderState } from '../../src/domain/capture.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { Connection, Link } from '../client.ts';

export interface RecordingLink {
  /** Calls may be made twice; each of the recorder's takes that. @throws what the core answers, and RecordingGone */
  call<Result>(run: (client: MirrorClient) => Promise<Result>): Promise<Result>;
  close(): void;
}

export interface RecordingLinkOptions {
  readonly recordingId: RecordingId;
  readonly clockMs: () => number;
  /** After each new connection, before anything else is sent over it. */
  readonly onState: (state: RecorderState) => void;
}

/** The core has closed the recording: what came until then is kept. */
export class RecordingGone extends Error {}

/** Nobody waits for the answer any more. */
export class LinkClosed extends Error {}

export function openRecordingLink(connection: Connection, options: RecordingLinkOptions): RecordingLink {
  const stop = new AbortController();
  /** By the epoch of a connection: whether the core goes on with the recording over it. The first is that of `start`. */
  const known = new Map<number, Promise<void>>([[connection.read().epoch, Promise.resolve()]]);
  const goOn = (link: Link): Promise<void> => {
    const asked = known.get(link.epoch) ?? askState(link, options);
    known.set(link.epoch, asked);
    return asked;
  };
  return {
    call: async (run) => {
      for (;;) {
        const link = await whenOpen(connection, stop.signal);
        try {
          await goOn(link);
          return await run(link.client);
        } catch (error) {
          // What the core answers is an answer; anything else is the end of the connection.
          if (error instanceof ORPCError || error instanceof RecordingGone) throw error;
          await whenChanged(connection, link.epoch, stop.signal);
        }
      }
    },
    close: () => stop.abort(new LinkClosed()),
  };
}

async function askState({ client }: Link, { recordingId, clockMs, onState }: RecordingLinkOptions): Promise<void> {
  const state = await client.recorder.health({ recordingId, clockMs: Math.round(clockMs()) });
  if (state.running?.recordingId !== recordingId) throw new RecordingGone();
  onState(state);
}

async function whenOpen(connection: Connection, signal: AbortSignal): Promise<Link> {
  await when(connection, (link) => link.state === 'open', signal);
  return connection.read();
}

const whenChanged = (connection: Connection, epoch: number, signal: AbortSignal): Promise<void> =>
  when(connection, (link) => link.epoch !== epoch, signal);

function when(connection: Connection, is: (link: Link) => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      if (!signal.aborted && !is(connection.read())) return;
      unsubscribe();
      signal.removeEventListener('abort', settle);
      if (signal.aborted)
        reject(signal.reason as LinkClosed); // aborted by close() only
      else resolve();
    };
    const unsubscribe = connection.subscribe(settle);
    signal.addEventListener('abort', settle);
    settle();
  });
}
