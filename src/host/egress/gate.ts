// The one way out: every connection Mirror opens goes through here, to hosts somebody chose, with a line in the ledger.
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { EgressEntry } from '../../domain/egress.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Clock } from '../../needs/clock.ts';
import { isLoopback, requireAllowed } from './hosts.ts';
import type { Ledger } from './ledger.ts';
import { toTrouble } from './troubles.ts';

export interface EgressWish {
  readonly url: string;
  /** Why, in words for the ledger. */
  readonly purpose: string;
  /** The hosts a person chose with what they asked for; a redirection leads to no other. */
  readonly hosts: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** What is sent, with POST; then no redirection is followed, for it was meant for one place. */
  readonly body?: { readonly bytes: Uint8Array; readonly type: string };
  /** How long this server may be silent, where it has work to do before it answers. */
  readonly patienceMs?: number;
}

/** Read the body to its end, or close it: until then its connection is open. */
export interface EgressAnswer {
  readonly status: number;
  /** The first of a name, which is in small letters. */
  header(name: string): string | undefined;
  /** Once. @throws egress/cut, egress/stalled */
  body(): AsyncGenerator<Uint8Array, void>;
  close(): void;
}

export interface Egress {
  /**
   * Asks with GET, following up to five redirections, or with POST.
   * @throws egress/* before a connection is opened, or when it fails
   */
  get(wish: EgressWish, options: { readonly signal: AbortSignal }): Promise<EgressAnswer>;
  /** The newest first. */
  list(limit: number): EgressEntry[];
}

export interface EgressOptions {
  readonly ledger: Ledger;
  readonly clock: Clock;
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How long a server may be silent, in milliseconds. */
  readonly patienceMs?: number;
  /** Certificates to trust instead of those of the system; for tests. */
  readonly ca?: string;
}

const MAX_REDIRECTIONS = 5;
const PATIENCE_MS = 30_000;
const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function createEgress(options: EgressOptions): Egress {
  return {
    get: async (wish, { signal }) => {
      let url = readAddress(wish.url);
      for (let hop = 0; hop <= MAX_REDIRECTIONS; hop += 1) {
        signal.throwIfAborted();
        const answer = await ask(url, wish, { ...options, signal });
        const place = answer.header('location');
        if (!REDIRECTIONS.has(answer.status) || place === undefined || wish.body) return answer;
        answer.close();
        url = readAddress(place, url);
      }
      throw new MirrorError('egress/too-many-redirections', { data: { host: url.host } });
    },
    list: (limit) => options.ledger.list(limit),
  };
}

function readAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (url === null) throw new MirrorError('egress/bad-address', { data: { address } });
  return url;
}

type Asking = EgressOptions & { readonly signal: AbortSignal };

/** One request on a connection of its own: kept open for the next one, it would belong to no line of the ledger. */
function ask(url: URL, wish: EgressWish, options: Asking): Promise<EgressAnswer> {
  requireAllowed(url, wish.hosts);
  const { signal, clock } = options;
  const patienceMs = wish.patienceMs ?? options.patienceMs ?? PATIENCE_MS;
  const agent = openAgent(url, options);
  const begun = { startedMs: clock.nowMs(), host: url.host, purpose: wish.purpose, isBeyond: !isLoopback(url) };
  const end = options.ledger.begin(begun);
  const { promise, resolve, reject } = Promise.withResolvers<EgressAnswer>();
  let receivedBytes = 0;
  let sentBytes = 0;
  let ended = false;
  /** What is known better than by the error that a destroyed connection leaves. */
  let known: MirrorError | undefined;
  const finish = (outcome: string): void => {
    if (ended) return;
    ended = true;
    agent.destroy();
    end({ endedMs: clock.nowMs(), sentBytes, receivedBytes, outcome });
  };
  const explain = (error: unknown): unknown => {
    const why = signal.aborted ? signal.reason : (known ?? toTrouble(error, url.host));
    finish(why instanceof MirrorError ? why.code : signal.aborted ? 'stopped' : 'failed');
    return why;
  };
  const { body } = wish;
  const sending = body && { 'content-type': body.type, 'content-length': String(body.bytes.length) };
  const headers = { 'user-agent': 'Mirror', 'accept-encoding': 'identity', ...sending, ...wish.headers };
  const request = { agent, headers, signal, method: body ? 'POST' : 'GET' };
  const asked = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, request);
  asked.setTimeout(patienceMs, () => {
    known = new MirrorError('egress/stalled', { data: { host: url.host, seconds: Math.ceil(patienceMs / 1000) } });
    asked.destroy(known);
  });
  asked.on('error', (error) => reject(explain(error)));
  asked.on('response', (response) => {
    // A failure while nobody reads is told to the next who does.
    response.on('error', () => {});
    resolve({
      status: response.statusCode ?? 0,
      header: (name) => readHeader(response, name),
      body: async function* () {
        try {
          for await (const chunk of response as AsyncIterable<Buffer>) {
            receivedBytes += chunk.length;
            yield chunk;
          }
          finish(String(response.statusCode));
        } catch (error) {
          throw explain(error);
        } finally {
          response.destroy();
          finish('left');
        }
      },
      close: () => {
        response.destroy();
        finish(String(response.statusCode));
      },
    });
  });
  asked.end(body?.bytes, () => (sentBytes = body?.bytes.length ?? 0));
  return promise;
}

function readHeader({ headers }: IncomingMessage, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
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
