// The one way out: every connection Mirror opens goes through here, to hosts somebody chose, with a line in the ledger.
import type { EgressEntry } from '../../domain/egress.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Clock } from '../../needs/clock.ts';
import { readAddress } from './hosts.ts';
import type { EgressCost } from './ledger-lines.ts';
import type { Ledger } from './ledger.ts';
import { openConnection } from './open-connection.ts';

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
  /**
   * A request to a model, and who agreed to it: the ledger keeps its body, which must be UTF-8, and no redirection is
   * followed.
   */
  readonly asked?: { readonly model: string; readonly agreedBy: string | null };
  /** Told once the whole body is on its way, with its bytes. */
  readonly whenSent?: (bytes: number) => void;
}

/** Read the body to its end, or close it: until then its connection is open. */
export interface EgressAnswer {
  readonly status: number;
  /** The first of a name, which is in small letters. */
  header(name: string): string | undefined;
  /** All of them, in small letters, with every value that a name has. */
  headers(): (readonly [name: string, value: string])[];
  /** Once. @throws egress/cut, egress/stalled */
  body(): AsyncGenerator<Uint8Array, void>;
  close(): void;
  /** What a model's server said that it cost, for the ledger; once, whenever it is known. */
  tell(cost: EgressCost): void;
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
const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function createEgress(options: EgressOptions): Egress {
  return {
    get: async (wish, { signal }) => {
      let url = readAddress(wish.url);
      for (let hop = 0; hop <= MAX_REDIRECTIONS; hop += 1) {
        signal.throwIfAborted();
        const answer = await openConnection(url, wish, { ...options, signal });
        const place = answer.header('location');
        if (!REDIRECTIONS.has(answer.status) || place === undefined || wish.body || wish.asked) return answer;
        answer.close();
        url = readAddress(place, url);
      }
      throw new MirrorError('egress/too-many-redirections', { data: { host: url.host } });
    },
    list: (limit) => options.ledger.list(limit),
  };
}
