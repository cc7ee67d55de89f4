// Processes that the core wants: started by main, since only main can, and spoken with by the core alone.
import { MOST_COMPLAINT } from '../host/engines/start-process.ts';
import type { FromCoreOf, HelperProgram, ToCore } from './core-line.ts';

/** One end of a channel of Electron's; here it is only handed on. */
export interface HandedPort {
  close(): void;
}

export interface HandedChannel<Port extends HandedPort> {
  readonly port1: Port;
  readonly port2: Port;
}

/** Electron's `UtilityProcess`, as far as it is used here. */
export interface HelperChild<Port extends HandedPort> {
  readonly pid: number | undefined;
  readonly stderr: NodeJS.ReadableStream | null;
  postMessage(message: unknown, ports: Port[]): void;
  once(event: 'spawn', listener: () => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
}

export interface HelpersNeeds<Port extends HandedPort> {
  readonly fork: (program: HelperProgram, env: Readonly<Record<string, string>>) => HelperChild<Port>;
  readonly makeChannel: () => HandedChannel<Port>;
  readonly tell: (message: ToCore, port?: Port) => unknown;
}

export interface Helpers {
  start(request: FromCoreOf<'start'>): void;
  kill(id: number): void;
  killAll(): void;
}

export function superviseHelpers<Port extends HandedPort>(needs: HelpersNeeds<Port>): Helpers {
  const { fork, makeChannel, tell } = needs;
  const running = new Map<number, HelperChild<Port>>();
  const kill = (id: number): void => {
    const child = running.get(id);
    if (child?.pid !== undefined) killNow(child.pid);
    // Not there yet: as soon as it is.
    else child?.once('spawn', () => child.pid !== undefined && killNow(child.pid));
  };
  return {
    start: ({ id, program, env }) => {
      const child = fork(program, env);
      running.set(id, child);
      let complaint = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        complaint = (complaint + text).slice(-MOST_COMPLAINT);
      });
      child.once('exit', (code) => {
        running.delete(id);
        tell({ kind: 'ended', id, complaint, how: `code ${String(code)}`, code });
      });
      const { port1, port2 } = makeChannel();
      child.postMessage('line', [port1]);
      tell({ kind: 'started', id }, port2);
    },
    kill,
    killAll: () => {
      for (const id of running.keys()) kill(id);
    },
  };
}

/** Not asked kindly: native code does not listen. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
