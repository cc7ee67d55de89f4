// The child's side of an engine: takes one call at a time from its parent and answers with its value, a problem or a bug.
import { constants, setPriority } from 'node:os';
import { type ErrorCode, type ErrorData, MirrorError } from '../../domain/errors.ts';
import { findParentLine } from './parent-line.ts';

/**
 * What an engine can do. Each takes one plain value and gives one back, typed arrays included. What is worth hearing of
 * before, it tells.
 */
export type EngineMethods = Readonly<Record<string, (args: never, tell: never) => unknown>>;

export interface EngineRequest {
  readonly id: number;
  readonly method: string;
  readonly args: unknown;
}

export type EngineReply =
  | { readonly id: number; readonly kind: 'part'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'problem'; readonly code: ErrorCode; readonly data: ErrorData }
  | { readonly id: number; readonly kind: 'bug'; readonly message: string; readonly stack: string };

/**
 * Answers calls until the parent is gone. The parent may be given a new child at any call, so a method must need nothing
 * that an earlier one did; what is dear (a loaded model) may be kept for the next.
 */
export function serveEngine(methods: EngineMethods): void {
  // Behind everything a person waits for, and behind a running recording. Threads made from here on inherit it.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const line = findParentLine();
  if (line === undefined) throw new Error('an engine is started by Mirror');
  const tell = (reply: EngineReply): void => line.send(reply);
  let last: Promise<void> = Promise.resolve();
  line.onMessage((request) => {
    // Safe: the parent's typed `call` is the only sender.
    last = last.then(async () => tell(await answer(methods, request as EngineRequest, tell)));
  });
  line.onGone(() => process.exit(0));
}

async function answer(
  methods: EngineMethods,
  { id, method, args }: EngineRequest,
  tell: (reply: EngineReply) => void,
): Promise<EngineReply> {
  try {
    // The parent's typed `call` is the only sender, so the argument is that of the method.
    const act = methods[method] as ((given: unknown, tell: (value: unknown) => void) => unknown) | undefined;
    if (act === undefined) throw new Error(`this engine has no method "${method}"`);
    return {
      id,
      kind: 'value',
      value: await act(args, (value) => tell({ id, kind: 'part', value })),
    };
  } catch (error) {
    if (error instanceof MirrorError) return { id, kind: 'problem', code: error.code, data: error.data };
    const bug = error instanceof Error ? error : new Error(String(error));
    return { id, kind: 'bug', message: bug.message, stack: bug.stack ?? '' };
  }
}
