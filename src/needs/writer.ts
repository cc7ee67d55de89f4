// What the core asks of whoever writes answers: a model behind a server, or one that runs here.
import type { StopSignal } from '../lib/cancel.ts';

export interface WriterCall {
  readonly id: string;
  readonly name: string;
  /** As the model wrote it: whoever runs the tool parses it. */
  readonly input: unknown;
  /** What its server wants back with this call in the next turn, untouched. */
  readonly echo?: unknown;
}

export type WriterMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly WriterCall[] }
  /** Answers of tools, in the order of the calls. */
  | {
      readonly role: 'tool';
      readonly results: readonly { readonly id: string; readonly name: string; readonly text: string }[];
    };

export interface WriterTool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of its input. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface WriterRequest {
  readonly messages: readonly WriterMessage[];
  readonly tools: readonly WriterTool[];
  readonly maxOutputTokens: number;
}

export type WriterPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly call: WriterCall }
  | {
      readonly kind: 'end';
      /** Null where the server does not say. */
      readonly tokens: { readonly input: number; readonly output: number } | null;
      /** It stopped because it may write no more. */
      readonly isCut: boolean;
    };

export interface Writer {
  readonly id: string;
  readonly title: string;
  /** As the policy and the ledger name it. */
  readonly host: string;
  readonly isBeyond: boolean;
  /** What it can read and write at once. */
  readonly contextTokens: number;
  /** US dollars for a million tokens; null where nobody has named them. */
  readonly price: { readonly input: number; readonly output: number } | null;
  /**
   * One turn of the model: its text as it comes, and the tools that it calls. Whether a request may leave is decided behind
   * it, by the gate, on the bytes themselves.
   * @throws writer/*, egress/*, policy/*
   */
  write(
    request: WriterRequest,
    options: { readonly signal: StopSignal; readonly purpose: string; readonly gate: WriterGate },
  ): AsyncIterable<WriterPart>;
}

/** Asked with the bytes of each request to a model, before they leave. */
export interface WriterGate {
  /**
   * Resolves when they may be sent, with who agreed to it: null where nobody had to.
   * @throws policy/refused, policy/declined, policy/not-owner
   */
  pass(outbound: {
    readonly url: string;
    readonly host: string;
    readonly isBeyond: boolean;
    readonly body: string;
    readonly model: string;
    readonly purpose: string;
  }): Promise<{ readonly agreedBy: string | null }>;
  /** Told when it has left this machine: what goes to a server on it is not counted. */
  sent(bytes: number): void;
}
