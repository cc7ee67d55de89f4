// What a scripted model server is told to say, and what it was asked: the same for every dialect.

/** One turn of a model. */
export interface FakeReply {
  readonly text?: string;
  readonly calls?: readonly FakeCall[];
  /** 100 and 10 where nothing is said; null: the server does not tell. */
  readonly tokens?: { readonly input: number; readonly output: number } | null;
  /** It may write no more. */
  readonly isCut?: boolean;
  /** What it thinks before it speaks, told apart as the dialect does. */
  readonly thinks?: string;
  /** In the middle of it nothing comes until this is settled. */
  readonly holds?: Promise<unknown>;
  /** It ends in the middle: as if that were all, or with the connection torn. */
  readonly breaksOff?: 'quietly' | 'loudly';
  /** An error in the middle of the stream, after the text, as the dialect tells one. */
  readonly failsWith?: string;
}

export interface FakeCall {
  readonly name: string;
  readonly input: unknown;
}

/** Anything but a turn: an error, a page of a proxy, nonsense. */
export interface FakePage {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type FakeAnswer = FakeReply | FakePage;

export interface FakeMessage {
  readonly role: 'user' | 'assistant' | 'tool';
  readonly text: string;
  readonly calls: readonly FakeCall[];
}

export interface FakeAsked {
  readonly dialect: FakeDialect;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came, to the byte. */
  readonly body: string;
  readonly model: string;
  readonly system: string;
  readonly messages: readonly FakeMessage[];
  /** Names, in order. */
  readonly tools: readonly string[];
  readonly maxOutputTokens: number | undefined;
  /** Settled when whoever asked is gone, or has everything. */
  readonly left: Promise<'gone' | 'done'>;
}

export type FakeDialect = 'openai-compatible' | 'anthropic' | 'google';

/** One dialect, seen from the server. */
export interface FakeTongue {
  /** Whether a request to this path is one for a turn. */
  readonly isAsked: (path: string) => boolean;
  readonly read: (
    body: unknown,
    path: string,
  ) => Pick<FakeAsked, 'model' | 'system' | 'messages' | 'tools' | 'maxOutputTokens'>;
  /** The pieces of the body in order. Of a reply that breaks off, those before the end. */
  readonly speak: (reply: FakeReply) => string[];
}

/** Pieces as models send them: some letters at a time. */
export const cut = (text: string, size = 7): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));

export const tokensOf = (reply: FakeReply): { readonly input: number; readonly output: number } | null =>
  reply.tokens === undefined ? { input: 100, output: 10 } : reply.tokens;
