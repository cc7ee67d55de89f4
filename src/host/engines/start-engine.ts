// In: a script that serves an engine. Out: its methods, run in a child process: what crashes, blocks or eats memory in
// there (native code, mostly) takes neither the core nor a recording with it.
import { MirrorError } from '../../domain/errors.ts';
import type { StopSignal } from '../../lib/cancel.ts';
import type { EngineMethods, EngineReply, EngineRequest } from './serve-engine.ts';
import { forkProcess, type StartedProcess, type StartProcess } from './start-process.ts';

export interface EngineOptions {
  /** What people know it as, such as "the transcriber". */
  readonly name: string;
  /** On top of this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** An engine that nobody has called for so long is ended: a loaded model takes hundreds of megabytes. */
  readonly idleMs?: number;
  /** How its process is started; as a child of this one where nobody said. */
  readonly startProcess?: StartProcess | undefined;
}

/** A child that is started at the first call. Calls are worked off one after the other. */
export interface EngineProcess<Methods extends EngineMethods> {
  /**
   * `onPart` is given what the method tells before its value.
   * Aborting ends the child if it is at this very call; calls that wait behind it go to a new one.
   * @throws engine/ended when the child dies; the next call starts it anew. Problems and bugs in it arrive as they are.
   */
  call<Name extends keyof Methods & string>(
    name: Name,
    args: Parameters<Methods[Name]>[0],
    options?: {
      readonly signal?: StopSignal | undefined;
      readonly onPart?: ((part: PartOf<Methods[Name]>) => void) | undefined;
    },
  ): Promise<Awaited<ReturnType<Methods[Name]>>>;
  /** Ends the child; whoever still waits is told that Mirror is closing. */
  close(): Promise<void>;
}

type PartOf<Method> = Method extends (args: never, tell: (part: infer Part) => void) => unknown ? Part : never;

interface Call {
  readonly request: EngineRequest;
  readonly onPart: ((part: never) => void) | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const IDLE_MS = 120_000;

export function startEngine<Methods extends EngineMethods>(
  script: URL,
  { name, env, idleMs = IDLE_MS, startProcess = forkProcess }: EngineOptions,
): EngineProcess<Methods> {
  /** The first is under way in the child, once there is one. */
  const calls: Call[] = [];
  let child: StartedProcess | undefined;
  let ending: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let nextId = 1;
  let isClosed = false;

  const start = (): StartedProcess => {
    const started = startProcess(
      { script, env },
      {
        // Safe: the engine's side of this table is the only sender.
        onMessage: (reply) => started === child && settle(reply as EngineReply),
        onEnd: ({ complaint, how }) => fail(started, sayEnd(complaint, how)),
      },
    );
    child = started;
    return started;
  };

  const sendNext = (): void => {
    clearTimeout(idle);
    const first = calls[0];
    if (first === undefined) {
      if (child === undefined) return;
      // Nobody waits: neither the child nor its timer keeps the program alive.
      child.hold(false);
      idle = setTimeout(() => void end(), idleMs).unref();
      return;
    }
    const target = child ?? start();
    target.hold(true);
    try {
      target.send(first.request);
    } catch (error) {
      // What was given cannot be copied to another process.
      calls.shift();
      first.reject(error);
      sendNext();
    }
  };

  const settle = (reply: EngineReply): void => {
    if (calls[0]?.request.id !== reply.id) return;
    // Safe: what a method tells is what its call was given a listener for.
    if (reply.kind === 'part') return calls[0].onPart?.(reply.value as never);
    const { resolve, reject } = calls.shift()!;
    if (reply.kind === 'value') resolve(reply.value);
    else if (reply.kind === 'problem') reject(new MirrorError(reply.code, { data: reply.data }));
    else reject(Object.assign(new Error(reply.message), { stack: reply.stack }));
    sendNext();
  };

  /** Only the call under way is blamed for the end of the child: one that waited may be all right. */
  const fail = (ended: StartedProcess, detail: string): void => {
    if (ended !== child) return;
    child = undefined;
    calls.shift()?.reject(new MirrorError('engine/ended', { data: { name, detail } }));
    sendNext();
  };

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const old = child;
    child = undefined;
    if (old !== undefined) {
      ending = Promise.all([ending, old.ended]);
      // Or a program that has nothing else to do would end before it is told.
      old.hold(true);
      old.kill();
    }
    await ending;
  };

  const cancel = async (call: Call, reason: unknown): Promise<void> => {
    const at = calls.indexOf(call);
    if (at < 0) return;
    calls.splice(at, 1);
    // Only when it has ended may whoever cancelled clean up behind it, and only then is there memory for another.
    if (at === 0) await end();
    call.reject(reason);
    if (at === 0 && child === undefined) sendNext();
  };

  return {
    call: async (method, args, { signal, onPart } = {}) => {
      signal?.throwIfAborted();
      if (isClosed) throw closing();
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const call: Call = { request: { id: nextId++, method, args }, onPart, resolve, reject };
      const onAbort = (): void => void cancel(call, signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      await ending;
      if (signal?.aborted) reject(signal.reason);
      else if (isClosed) reject(closing());
      else if (calls.push(call) === 1) sendNext();
      // Safe: the reply to this id is the value of this method.
      return (await promise.finally(() => signal?.removeEventListener('abort', onAbort))) as never;
    },
    close: async () => {
      isClosed = true;
      const left = calls.splice(0);
      await end();
      for (const { reject } of left) reject(closing());
    },
  };
}

const closing = (): DOMException => new DOMException('Mirror is closing', 'AbortError');

/** The line of a stack that names the error, or the last words, or how it ended. */
function sayEnd(complaint: string, end: string): string {
  const lines = complaint.split('\n').map((line) => line.trim());
  const named = lines.findLast((line) => /^(?:\w*Error|Uncaught|terminate called|what\(\)|Check failed)\b/.test(line));
  const detail = named ?? lines.findLast((line) => line !== '' && !line.startsWith('Node.js v'));
  return detail === undefined ? `it ended with ${end}` : `${detail.slice(0, 200)}; it ended with ${end}`;
}
