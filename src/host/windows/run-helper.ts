// A helper process that speaks in lines, kept alive: when it ends by itself it is started again, later each time.
import { spawn } from 'node:child_process';
import type { StartedProcess, StartProcess } from '../engines/start-process.ts';

export interface HelperCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** One of ours where it is not run by Node's command: each message is a line. */
export interface HelperScript {
  readonly script: URL;
  readonly startProcess: StartProcess;
}

export interface HelperListener {
  /** Whole lines, as many as came at once. */
  onLines(lines: readonly string[]): void;
  /** It ended without being asked, and will be started again in so long; undefined: it will not. */
  onLost(problem: string, againMs: number | undefined): void;
}

export interface Helper {
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** One that ran for so long was well: the next trouble is a new one. */
const WELL_MS = 10_000;
/** What a helper says on its way out; more than that is no message. */
const MOST_PROBLEM = 300;

/** Exit code of a helper that can never run here, however often it is started. */
export const NEVER_AGAIN = 3;

/** Starts it at once. */
export function runHelper(what: HelperCommand | HelperScript, listener: HelperListener): Helper {
  let child: Running | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = FIRST_MS;
  let isStopped = false;

  const start = (): void => {
    const startedMs = performance.now();
    let hasEnded = false;
    const onLines = (lines: readonly string[]): void => {
      if (!isStopped && lines.length > 0) listener.onLines(lines);
    };
    const onEnd = (detail: string, mayStartAgain: boolean): void => {
      if (hasEnded) return;
      hasEnded = true;
      child = undefined;
      if (isStopped) return;
      if (performance.now() - startedMs >= WELL_MS) waitMs = FIRST_MS;
      const againMs = mayStartAgain ? waitMs : undefined;
      if (againMs !== undefined) timer = setTimeout(start, againMs).unref();
      waitMs = Math.min(LONGEST_MS, waitMs * 2);
      listener.onLost(detail.trim().split('\n').at(-1) ?? '', againMs);
    };
    child = open(what, { onLines, onEnd });
  };
  start();

  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      child?.kill();
      await child?.ended;
    },
  };
}

type Running = Pick<StartedProcess, 'kill' | 'ended'>;

interface Hearing {
  onLines(lines: readonly string[]): void;
  onEnd(detail: string, mayStartAgain: boolean): void;
}

const open = (what: HelperCommand | HelperScript, hearing: Hearing): Running =>
  'script' in what ? openScript(what, hearing) : openCommand(what, hearing);

function openScript({ script, startProcess }: HelperScript, { onLines, onEnd }: Hearing): Running {
  return startProcess(
    { script },
    {
      onMessage: (line) => onLines([String(line)]),
      onEnd: ({ complaint, how, code }) =>
        onEnd(complaint.slice(-MOST_PROBLEM) || `it ended with ${how}`, code !== NEVER_AGAIN),
    },
  );
}

function openCommand({ command, args, env }: HelperCommand, { onLines, onEnd }: Hearing): Running {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let rest = '';
  let problem = '';
  // The standard input stays open for as long as this process lives: helpers of ours end when it closes.
  const started = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...(env && { env }) });
  started.stdin.on('error', () => {}); // closed by its end, which is told of below
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    onLines(lines);
  });
  started.stderr.setEncoding('utf8').on('data', (text: string) => {
    problem = (problem + text).slice(-MOST_PROBLEM);
  });
  started.once('error', (error: NodeJS.ErrnoException) => {
    // One that never began has nothing to close.
    if (started.pid === undefined) resolve();
    onEnd(error.message, error.code !== 'ENOENT');
  });
  started.once('close', (code, signal) => {
    resolve();
    onEnd(problem || (signal ?? `it ended with code ${String(code)}`), code !== NEVER_AGAIN);
  });
  return { kill: () => void started.kill('SIGKILL'), ended };
}
