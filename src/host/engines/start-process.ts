// In: a script of ours. Out: a process that runs it, to speak with in messages. The desktop has a way of its own, because
// its Electron refuses to run scripts as Node does.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ProcessRequest {
  readonly script: URL;
  /** On top of this process's environment. */
  readonly env?: Readonly<Record<string, string>> | undefined;
}

export interface ProcessListener {
  onMessage(message: unknown): void;
  /** Once, when it is gone or could not be started. `complaint`: the last it wrote to standard error. */
  onEnd(end: ProcessEnd): void;
}

export interface ProcessEnd {
  readonly complaint: string;
  /** "SIGKILL", "code 3", or why it could not be started. */
  readonly how: string;
  readonly code: number | null;
}

export interface StartedProcess {
  /** Copied as structured clone does. @throws where it cannot be copied; one that is gone takes it in silence */
  send(message: unknown): void;
  /** At once, and without asking it: native code does not listen. */
  kill(): void;
  /** Whether this program goes on while the process does. */
  hold(doesHold: boolean): void;
  /** When it is gone, however that came. */
  readonly ended: Promise<void>;
}

export type StartProcess = (request: ProcessRequest, listener: ProcessListener) => StartedProcess;

/** What a process says on its way out; more than that is no message. */
export const MOST_COMPLAINT = 4000;

/** As a child of this process. It ends when this one does. */
export const forkProcess: StartProcess = ({ script, env }, listener) => {
  // Standard output is left to whoever runs Mirror: a library that prints there would spoil a JSON document.
  const child = fork(fileURLToPath(script), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, ...env },
  });
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let complaint = '';
  let hasEnded = false;
  const end = (how: string, code: number | null): void => {
    if (hasEnded) return;
    hasEnded = true;
    resolve();
    listener.onEnd({ complaint, how, code });
  };
  // A pipe is a socket underneath, though its type does not say so.
  const stderr = child.stderr as unknown as (NodeJS.ReadableStream & { ref(): void; unref(): void }) | null;
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MOST_COMPLAINT);
  });
  child.on('message', (message) => listener.onMessage(message));
  child.once('error', (error) => end(error.message, null));
  child.once('close', (code, signal) => end(signal ?? `code ${String(code)}`, code));
  return {
    // Where it cannot be sent the child is gone, which its end tells.
    send: (message) => void child.send(message as object, () => {}),
    kill: () => void child.kill('SIGKILL'),
    hold: (doesHold) => {
      for (const part of [child, child.channel, stderr]) {
        if (doesHold) part?.ref();
        else part?.unref();
      }
    },
    ended,
  };
};
