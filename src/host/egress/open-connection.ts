// In: an address that may be opened. Out: what its server answers; the ledger has its line before the first byte leaves.
import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { MirrorError } from '../../domain/errors.ts';
import type { EgressAnswer, EgressOptions, EgressWish } from './gate.ts';
import { isLoopback, requireAllowed } from './hosts.ts';
import type { EgressStart } from './ledger-lines.ts';
import { type LedgerEntry, readPayload } from './ledger.ts';
import { toTrouble } from './troubles.ts';

type Opening = EgressOptions & { readonly signal: AbortSignal };

const PATIENCE_MS = 30_000;

/**
 * One request on a connection of its own: kept open for the next one, it would belong to no line of the ledger.
 * @throws egress/* before it is opened, or when it fails
 */
export function openConnection(url: URL, wish: EgressWish, options: Opening): Promise<EgressAnswer> {
  requireAllowed(url, wish.hosts);
  const { signal } = options;
  const agent = openAgent(url, options);
  const entry = options.ledger.begin(begin(url, wish, options));
  const line = trackLine(entry, { agent, nowMs: options.clock.nowMs });
  const { promise, resolve, reject } = Promise.withResolvers<EgressAnswer>();
  /** What is known better than by the error that a destroyed connection leaves. */
  let known: MirrorError | undefined;
  const explain = (error: unknown): unknown => {
    const why: unknown = signal.aborted ? signal.reason : (known ?? toTrouble(error, url.host));
    return line.end(why instanceof MirrorError ? why.code : signal.aborted ? 'stopped' : 'failed') ?? why;
  };
  try {
    const asked = send(url, wish, { agent, signal });
    const patienceMs = wish.patienceMs ?? options.patienceMs ?? PATIENCE_MS;
    asked.setTimeout(patienceMs, () => {
      known = new MirrorError('egress/stalled', { data: { host: url.host, seconds: Math.ceil(patienceMs / 1000) } });
      asked.destroy(known);
    });
    asked.on('error', (error) => reject(explain(error)));
    asked.on('response', (response) => resolve(toAnswer(response, { line, explain })));
    asked.end(wish.body?.bytes, () => {
      line.sent(wish.body?.bytes.length ?? 0);
      wish.whenSent?.(wish.body?.bytes.length ?? 0);
    });
  } catch (error) {
    // Headers that cannot be sent: nothing was opened, and the line must say so.
    reject(explain(error));
  }
  return promise;
}

function begin(url: URL, { purpose, asked, body }: EgressWish, { clock }: EgressOptions): EgressStart {
  const start = { startedMs: clock.nowMs(), host: url.host, purpose, isBeyond: !isLoopback(url) };
  return asked ? { ...start, ...asked, payload: readPayload(body?.bytes) } : start;
}

function send(
  url: URL,
  { body, headers }: EgressWish,
  { agent, signal }: { readonly agent: HttpAgent; readonly signal: AbortSignal },
): ClientRequest {
  const sending = body && { 'content-type': body.type, 'content-length': String(body.bytes.length) };
  return (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
    agent,
    signal,
    method: body ? 'POST' : 'GET',
    headers: { 'user-agent': 'Mirror', 'accept-encoding': 'identity', ...sending, ...headers },
  });
}

interface OpenLine {
  sent(bytes: number): void;
  received(bytes: number): void;
  /** Ends the connection and its line, once. Answers what kept the line from being written. */
  end(outcome: string): unknown;
  readonly tell: LedgerEntry['tell'];
}

function trackLine(
  entry: LedgerEntry,
  { agent, nowMs }: { readonly agent: HttpAgent; readonly nowMs: () => number },
): OpenLine {
  let sentBytes = 0;
  let receivedBytes = 0;
  let isEnded = false;
  return {
    sent: (bytes) => (sentBytes += bytes),
    received: (bytes) => (receivedBytes += bytes),
    end: (outcome) => {
      if (isEnded) return undefined;
      isEnded = true;
      agent.destroy();
      try {
        entry.end({ endedMs: nowMs(), sentBytes, receivedBytes, outcome });
        return undefined;
      } catch (error) {
        // For whoever waits for the answer: thrown in an event of the connection it would end the whole core.
        return error;
      }
    },
    tell: entry.tell,
  };
}

function toAnswer(
  response: IncomingMessage,
  { line, explain }: { readonly line: OpenLine; readonly explain: (error: unknown) => unknown },
): EgressAnswer {
  // While nobody reads: its line ends, and the next who reads is told.
  response.on('error', explain);
  const status = response.statusCode ?? 0;
  return {
    status,
    header: (name) => {
      const value = response.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    headers: () =>
      Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value) => [name, value] as const),
      ),
    body: async function* () {
      try {
        for await (const chunk of response as AsyncIterable<Buffer>) {
          line.received(chunk.length);
          yield chunk;
        }
        throwIf(line.end(String(status)));
      } catch (error) {
        throw explain(error);
      } finally {
        response.destroy();
        line.end('left');
      }
    },
    close: () => {
      response.destroy();
      throwIf(line.end(String(status)));
    },
    tell: line.tell,
  };
}

function throwIf(error: unknown): void {
  if (error !== undefined) throw error;
}

function openAgent(url: URL, { env, ca }: EgressOptions): HttpAgent | HttpsAgent {
  const proxyEnv = isLoopback(url) ? undefined : readProxies(env);
  return url.protocol === 'https:' ? new HttpsAgent({ proxyEnv, ca }) : new HttpAgent({ proxyEnv });
}

/**
 * Node's own reading of the variables, from 24.5 on.
 * @throws egress/no-proxy where an older Node would go past the proxy
 */
function readProxies(env: EgressOptions['env']): Record<string, string> | undefined {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy'];
  const set = names.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  if (set.every(([name]) => /no_proxy/i.test(name))) return undefined;
  if (!process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) throw new MirrorError('egress/no-proxy');
  return Object.fromEntries(set);
}
