// In the core: processes of ours, started by main, which alone can. In: a script. Out: the process, over a port of its own.
import { basename } from 'node:path';
import type { ProcessListener, StartedProcess, StartProcess } from '../host/engines/start-process.ts';
import { type FromCore, HelperProgram, type LinePort, type ToCoreOf } from './core-line.ts';

export interface RemoteProcesses {
  readonly start: StartProcess;
  noteStarted(id: number, port: LinePort): void;
  noteEnded(end: ToCoreOf<'ended'>): void;
}

interface Remote {
  readonly listener: ProcessListener;
  /** What was sent before there was a port. */
  readonly unsent: unknown[];
  port: LinePort | undefined;
  readonly end: () => void;
}

export function createRemoteProcesses(tell: (message: FromCore) => void): RemoteProcesses {
  const running = new Map<number, Remote>();
  let nextId = 1;
  return {
    start: ({ script, env = {} }, listener): StartedProcess => {
      const id = nextId++;
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const remote: Remote = { listener, unsent: [], port: undefined, end };
      running.set(id, remote);
      const program = HelperProgram.parse(basename(script.pathname).replace(/\.[jt]s$/, ''));
      tell({ kind: 'start', id, program, env: { ...env } });
      return {
        // A clone is made at once: what cannot be copied is said to whoever sends it.
        send: (message) => {
          if (remote.port) remote.port.postMessage(message);
          else remote.unsent.push(structuredClone(message));
        },
        kill: () => tell({ kind: 'kill', id }),
        // The desktop's core runs for as long as its window.
        hold: () => {},
        ended,
      };
    },
    noteStarted: (id, port) => {
      const remote = running.get(id);
      if (remote === undefined) return port.close();
      remote.port = port;
      port.on('message', ({ data }) => remote.listener.onMessage(data));
      port.start();
      for (const message of remote.unsent.splice(0)) port.postMessage(message);
    },
    noteEnded: ({ id, complaint, how, code }) => {
      const remote = running.get(id);
      running.delete(id);
      remote?.port?.close();
      remote?.end();
      remote?.listener.onEnd({ complaint, how, code });
    },
  };
}
