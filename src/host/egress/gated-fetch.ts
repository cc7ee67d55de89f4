// In: what a library would send to a model. Out: its server's answer, once the gate has let exactly those bytes pass.
import { MirrorError } from '../../domain/errors.ts';
import type { WriterGate } from '../../needs/writer.ts';
import type { Egress, EgressAnswer } from './gate.ts';
import { isLoopback, readAddress, requireAllowed, withoutSecrets } from './hosts.ts';
import type { EgressCost } from './ledger-lines.ts';

export interface GatedFetchOptions {
  /** The hosts of the writer, with their ports where those are unusual: nothing else is opened. */
  readonly hosts: readonly string[];
  /** As its server calls it; for the ledger and for whoever agrees. */
  readonly model: string;
  readonly purpose: string;
  /** Asked with the exact body of each request before it leaves, for servers of this machine as well. */
  readonly gate: WriterGate;
  /** Sent with each request, over what the caller sends; keys belong here. They stand in no ledger and in no error. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends what is under way, and leaves nothing open; a request's own signal does the same for that request. */
  readonly signal: AbortSignal;
  /** How long the server may be silent, where it has work to do before it answers. */
  readonly patienceMs?: number;
}

export interface GatedFetch {
  /**
   * Like the global one, for GET and POST with text. Answers of every status come back as they are, redirections too.
   * @throws egress/*, and what the gate throws; the signal's reason when it was stopped
   */
  readonly fetch: typeof globalThis.fetch;
  /** What the server said of the newest request's cost, for its entry in the ledger; does nothing before the first. */
  tell(cost: EgressCost): void;
}

/** For one turn of a model. A library is given this `fetch` and no other way out. */
export function createGatedFetch(egress: Pick<Egress, 'get'>, options: GatedFetchOptions): GatedFetch {
  let newest: EgressAnswer | undefined;
  return {
    fetch: async (input, init) => {
      const url = readAddress(input instanceof Request ? input.url : String(input));
      requireAllowed(url, options.hosts);
      const request = new Request(input, init);
      const signal = AbortSignal.any([options.signal, request.signal]);
      newest = undefined;
      newest = await ask(egress, url, { ...options, request, signal });
      return toResponse(newest);
    },
    tell: (cost) => newest?.tell(cost),
  };
}

type Asking = GatedFetchOptions & { readonly request: Request };

async function ask(egress: Pick<Egress, 'get'>, url: URL, asking: Asking): Promise<EgressAnswer> {
  const { request, gate, model, purpose, signal, hosts, patienceMs } = asking;
  if (!['GET', 'POST'].includes(request.method)) throw new TypeError(`a model is never asked with ${request.method}`);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const isBeyond = !isLoopback(url);
  const outbound = { url: withoutSecrets(url), host: url.host, isBeyond, body, model, purpose };
  const { agreedBy } = await orStop(gate.pass(outbound), signal);
  const wish = {
    url: url.href,
    purpose,
    hosts,
    headers: chooseHeaders(asking),
    asked: { model, agreedBy },
    whenSent: (sent: number) => void (isBeyond && gate.sent(sent)),
    ...(patienceMs !== undefined && { patienceMs }),
  };
  const type = request.headers.get('content-type') ?? 'application/json';
  return egress.get(request.method === 'POST' ? { ...wish, body: { bytes, type } } : wish, { signal });
}

/** Of the caller's headers those that say something of the request; the gate says who asks, and for what encoding. */
function chooseHeaders({ request, headers }: Asking): Record<string, string> {
  const own = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const all = [...[...request.headers].filter(([name]) => !OURS.has(name)), ...own];
  for (const [name, value] of all)
    if (!/^[\t\x20-\x7e]*$/.test(value)) throw new MirrorError('egress/bad-header', { data: { name } });
  return Object.fromEntries(all);
}

const OURS: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
  'user-agent',
]);

/** Whoever decides may take minutes over it; being stopped must not wait for that. */
async function orStop<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) stop();
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function toResponse(answer: EgressAnswer): Response {
  const { status } = answer;
  const headers = answer.headers().map(([name, value]): [string, string] => [name, value]);
  if (!BODILESS.has(status)) return new Response(toStream(answer), { status, headers });
  answer.close();
  return new Response(null, { status, headers });
}

const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** Read as fast as somebody reads it, and no faster. Leaving it closes the connection. */
function toStream(answer: EgressAnswer): ReadableStream<Uint8Array> {
  const body = answer.body();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value, done } = await body.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await body.return();
        // One that nobody began to read has nothing that closes it.
        answer.close();
      },
    },
    { highWaterMark: 0 },
  );
}
