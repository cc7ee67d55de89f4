// A helper process that speaks in lines, kept alive: when it ends by itself it is started again, later each time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface HelperCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
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
export function runHelper({ command, args, env }: HelperCommand, listener: HelperListener): Helper {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = FIRST_MS;
  let isStopped = false;

  const start = (): void => {
    const startedMs = performance.now();
    let rest = '';
    let problem = '';
    let hasEnded = false;
    // The standard input stays open for as long as this process lives: helpers of ours end when it closes.
    const started = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...(env && { env }) });
    child = started;
    const end = (detail: string, mayStartAgain: boolean): void => {
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
    started.stdin.on('error', () => {}); // closed by its end, which is told of below
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      if (!isStopped && lines.length > 0) listener.onLines(lines);
    });
    started.stderr.setEncoding('utf8').on('data', (text: string) => {
      problem = (problem + text).slice(-MOST_PROBLEM);
    });
    started.once('error', (error: NodeJS.ErrnoException) => end(error.message, error.code !== 'ENOENT'));
    started.once('close', (code, signal) =>
      end(problem || (signal ?? `it ended with code ${String(code)}`), code !== NEVER_AGAIN),
    );
  };
  start();

  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      const running = child;
      if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'close');
      running.kill('SIGKILL');
      await ended;
    },
  };
}
