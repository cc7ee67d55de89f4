// What the desktop's main process and the core say to each other. Each side reads what comes with these shapes. Ports come
// beside the messages that need one.
import { z } from 'zod';

const Id = z.int().min(1);
const Headers = z.record(z.string(), z.string());
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const ToCore = z.discriminatedUnion('kind', [
  /** First of all. `keystore`: the system's, by its name; null where it has none that keeps secrets. */
  z.object({ kind: z.literal('open'), workspace: z.string(), keys: z.string(), keystore: z.string().nullable() }),
  /** With a port: a window wants to call. */
  z.object({ kind: z.literal('window') }),
  /** Leave, with everything closed. */
  z.object({ kind: z.literal('close') }),
  z.object({
    kind: z.literal('file'),
    id: Id,
    pathname: z.string(),
    range: z.string().optional(),
    hasBody: z.boolean(),
  }),
  z.object({ kind: z.literal('pull'), id: Id }),
  z.object({ kind: z.literal('drop'), id: Id }),
  /** With a port: the process that was asked for, to speak with. */
  z.object({ kind: z.literal('started'), id: Id }),
  z.object({ kind: z.literal('ended'), id: Id, complaint: z.string(), how: z.string(), code: z.int().nullable() }),
  z.object({ kind: z.literal('kept'), id: Id, bytes: Bytes.nullable() }),
]);
export type ToCore = z.infer<typeof ToCore>;

/** Programs of ours that the core may have started; main starts nothing else. */
export const HelperProgram = z.enum([
  'sound.engine',
  'speech.engine',
  'reader.engine',
  'embedder.engine',
  'writer.engine',
  'input-helper',
]);
export type HelperProgram = z.infer<typeof HelperProgram>;

export const FromCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  /** The workspace cannot be opened; the core ends. */
  z.object({ kind: z.literal('failed'), title: z.string(), hint: z.string() }),
  z.object({ kind: z.literal('file-head'), id: Id, status: z.int(), headers: Headers, hasBody: z.boolean() }),
  z.object({ kind: z.literal('file-chunk'), id: Id, bytes: Bytes }),
  z.object({ kind: z.literal('file-end'), id: Id, isWhole: z.boolean() }),
  z.object({ kind: z.literal('start'), id: Id, program: HelperProgram, env: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('kill'), id: Id }),
  /** What comes back is `kept`: null where the keystore does not do it. */
  z.object({ kind: z.literal('wrap'), id: Id, bytes: Bytes }),
  z.object({ kind: z.literal('unwrap'), id: Id, bytes: Bytes }),
]);
export type FromCore = z.infer<typeof FromCore>;
export type FromCoreOf<Kind extends FromCore['kind']> = Extract<FromCore, { kind: Kind }>;
export type ToCoreOf<Kind extends ToCore['kind']> = Extract<ToCore, { kind: Kind }>;

/** A port as Electron's main and utility processes have it, as far as it is used here. */
export interface LinePort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** Electron's `process.parentPort`. */
export interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly LinePort[] }) => void,
  ): unknown;
  postMessage(message: unknown): void;
}
