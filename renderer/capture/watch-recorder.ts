// What the core says of recording, over whatever connection there is.
import type { RecorderState } from '../../src/domain/capture.ts';
import type { Connection, Link } from '../client.ts';

export interface RecorderWatch {
  readonly onState: (state: RecorderState) => void;
  readonly onLink: (isConnected: boolean) => void;
}

/** For as long as the window is there. */
export function watchRecorder(connection: Connection, { onState, onLink }: RecorderWatch): void {
  let epoch = -1;
  const follow = async ({ client }: Link): Promise<void> => {
    for await (const state of await client.recorder.watch()) onState(state);
  };
  const look = (): void => {
    const link = connection.read();
    onLink(link.state !== 'lost');
    if (link.state !== 'open' || link.epoch === epoch) return;
    ({ epoch } = link);
    // It ends with its connection, which `onLink` tells; the next connection is watched again.
    follow(link).catch(() => undefined);
  };
  connection.subscribe(look);
  look();
}
