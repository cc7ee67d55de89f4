// In: what the AI SDK throws of a server. Out: the same in words for the person who asked. Servers agree on little: the
// status says some of it, their own words the rest.
import { APICallError, InvalidResponseDataError, JSONParseError, TypeValidationError } from '@ai-sdk/provider';
import { type ErrorCode, MirrorError } from '../../src/domain/errors.ts';

export interface FailedAt {
  readonly host: string;
  readonly model: string;
}

/** What is no failure of a server is given back as it is. */
export function explainFailure(error: unknown, { host, model }: FailedAt): unknown {
  const known = findKnown(error);
  if (known !== undefined) return known;
  const said = readFailure(error);
  if (said === undefined) return error;
  const code = KINDS.find(([fits]) => fits(said))?.[1] ?? 'writer/refused';
  const detail = sayDetail(said.text) || `status ${said.status ?? 'unknown'}`;
  return new MirrorError(code, { data: { host, model, status: said.status ?? 0, detail }, cause: error });
}

/** What the gate said, which the SDK may have wrapped; and what was stopped. */
function findKnown(error: unknown): unknown {
  for (let each = error; each instanceof Error; each = each.cause)
    if (each instanceof MirrorError || each.name === 'AbortError') return each;
  return undefined;
}

interface Failure {
  /** Undefined in the middle of a stream, as a rule. */
  readonly status: number | undefined;
  readonly text: string;
  readonly isNonsense: boolean;
}

function readFailure(error: unknown): Failure | undefined {
  if (APICallError.isInstance(error)) {
    const isNonsense = error.statusCode === 200;
    return { status: error.statusCode, text: readWords(error), isNonsense };
  }
  // Some tell an error in the middle of a stream in a shape of their own.
  const told = TypeValidationError.isInstance(error) ? readMessage(error.value) : '';
  if (told !== '') return { status: undefined, text: told, isNonsense: false };
  const isNonsense = [JSONParseError, TypeValidationError, InvalidResponseDataError].some((kind) =>
    kind.isInstance(error),
  );
  // Anthropic's provider has no word of its own for a first event that it cannot read.
  const isUnread = error instanceof Error && error.message.includes('a normalized Anthropic stream error');
  if (isNonsense || isUnread) return { status: undefined, text: '', isNonsense: true };
  // An error in a stream is an object of the server's, or an error made of one.
  if (error instanceof Error && !/^AI_|StreamError/.test(error.name)) return undefined;
  const status = typeof error === 'object' && error && 'statusCode' in error ? error.statusCode : undefined;
  return { status: typeof status === 'number' ? status : undefined, text: readMessage(error), isNonsense: false };
}

/** The server's own words; of a page, those without its tags. */
function readWords({ message, responseBody = '', responseHeaders, data }: APICallError): string {
  const wait = responseHeaders?.['retry-after'];
  if (wait !== undefined && /^\d{1,6}$/.test(wait))
    return `${readBody(message, responseBody, data)}; again in ${wait} s`;
  return readBody(message, responseBody, data);
}

function readBody(message: string, responseBody: string, data: unknown): string {
  if (data !== undefined) return message;
  const body = responseBody.trim();
  try {
    return body === '' ? message : readMessage(JSON.parse(body));
  } catch {
    const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1];
    return title ?? body.replaceAll(/<(style|script)[^]*?<\/\1>|<[^>]*>/gi, ' ');
  }
}

/** {"error": {"message": "..."}}, {"error": "..."}, {"message": "..."}, {"detail": "..."}: all of them occur. */
function readMessage(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  for (const name of ['message', 'error', 'detail'])
    if (name in value) return readMessage((value as Record<string, unknown>)[name]);
  return '';
}

const MOST = 200;
const sayDetail = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
};

const says =
  (pattern: RegExp) =>
  ({ text }: Failure): boolean =>
    pattern.test(text);
const has =
  (...statuses: readonly number[]) =>
  ({ status }: Failure): boolean =>
    status !== undefined && statuses.includes(status);

/** The first that fits; words go before statuses, since the same status means other things elsewhere. */
const KINDS: readonly (readonly [(failure: Failure) => boolean, ErrorCode])[] = [
  [({ isNonsense }) => isNonsense, 'writer/no-answer'],
  [
    says(
      /does not support (tools|functions?)|tools?\b.{0,60}(not supported|unsupported|requires)|tool choice requires/i,
    ),
    'writer/no-tools',
  ],
  [has(401), 'writer/bad-key'],
  [says(/api[ _-]?key|x-api-key|unauthori[sz]ed|invalid.{0,20}(token|credential)/i), 'writer/bad-key'],
  [has(402), 'writer/unpaid'],
  [says(/quota|billing|credit|insufficient.{0,20}balance|payment/i), 'writer/unpaid'],
  [has(413), 'writer/too-long'],
  [
    says(
      /context.{0,3}(length|window|size)|maximum context|too long|too many (input )?tokens|exceeds?.{0,60}(tokens|context)|n_ctx/i,
    ),
    'writer/too-long',
  ],
  [
    says(/\bmodels?\b.{0,120}(not found|does not exist|not exist|not a valid|no such|not available|not loaded)/i),
    'writer/unknown-model',
  ],
  [says(/(unknown|invalid|no such|not a valid|no) model/i), 'writer/unknown-model'],
  [has(404, 405), 'writer/not-there'],
  [has(408, 409, 425, 429, 503, 529), 'writer/overloaded'],
  [says(/overloaded|rate.?limit|loading model|too many requests|try again later|at capacity/i), 'writer/overloaded'],
  [({ status }) => status === undefined || status >= 500, 'writer/failed'],
];
