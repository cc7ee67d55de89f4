// In: a workspace folder and something to do in it. Out: its result; the core is closed whatever happens.
import { type Core, createCore } from '../host/core.ts';
import { createStopSignal } from './stop-signal.ts';

/** Ctrl-C aborts the work; what has been taken in whole by then is kept. */
export async function withCore<Result>(
  workspace: string,
  act: (core: Core, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = createStopSignal();
  try {
    const core = await createCore({ workspace, door: 'terminal' });
    try {
      return await act(core, stop.signal);
    } finally {
      await core.close();
    }
  } finally {
    stop.release();
  }
}
