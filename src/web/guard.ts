// Who may come in: a browser or a terminal of this machine that holds what the workspace's key gave it, asking for this host.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createCodeCheck, deriveToken, type Holder, isSame } from './keys.ts';
import { refuse } from './respond.ts';

export interface Guard {
  /** Answers the request itself when it may not pass or only brings the token; true when it has answered. */
  settle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Who knocks: a page of ours, which browsers prove by its Origin, or a terminal, which has none. */
  admitSocket(request: IncomingMessage): Holder | undefined;
}

export interface GuardOptions {
  /** The workspace's. */
  readonly key: string;
  readonly port: number;
  readonly nowMs?: () => number;
}

/** Host and Origin are compared whole: a name that some DNS server points at this machine is not ours. */
export function createGuard({ key, port, nowMs = Date.now }: GuardOptions): Guard {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const cookieName = `mirror-${port}`;
  const tokens = { page: deriveToken(key, 'page'), terminal: deriveToken(key, 'terminal') };
  const takesCode = createCodeCheck(key, nowMs);
  const isOurHost = (request: IncomingMessage): boolean => hosts.includes(request.headers.host ?? '');
  const isOurOrigin = (origin: string | undefined): boolean => hosts.some((host) => origin === `http://${host}`);
  const hasCookie = (request: IncomingMessage): boolean => isSame(readCookie(request, cookieName), tokens.page);
  /** The address without what let it in: token and code leave the address bar and the history at once. */
  const findEntrance = (address: string | undefined): string | undefined => {
    const url = new URL(address ?? '/', 'http://mirror');
    const [token, code] = ['token', 'code'].map((name) => url.searchParams.get(name));
    const letsIn = (token && isSame(token, tokens.page)) || (code && takesCode(code));
    for (const name of ['token', 'code']) url.searchParams.delete(name);
    // Two slashes at the start would be another host to a browser.
    return letsIn ? `${url.pathname.replace(/^\/+/, '/')}${url.search}` : undefined;
  };

  return {
    settle: (request, response) => {
      if (!isOurHost(request)) return refused(response, 421, 'This address is not served here.');
      const { origin } = request.headers;
      if (origin !== undefined && !isOurOrigin(origin)) return refused(response, 403, 'Only Mirror itself may ask.');
      const location = findEntrance(request.url);
      if (location !== undefined) {
        response.writeHead(303, {
          location,
          'set-cookie': `${cookieName}=${tokens.page}; HttpOnly; SameSite=Strict; Path=/`,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        });
        response.end();
        return true;
      }
      if (hasCookie(request)) return false;
      return refused(response, 403, 'This link is not valid. Open the address that `mirror start` has printed.');
    },
    admitSocket: (request) => {
      if (!isOurHost(request)) return undefined;
      const { origin, authorization = '' } = request.headers;
      // A page cannot set this header on a socket, and cannot leave its Origin out.
      if (origin === undefined) return isSame(authorization, `Bearer ${tokens.terminal}`) ? 'terminal' : undefined;
      return isOurOrigin(origin) && hasCookie(request) ? 'page' : undefined;
    },
  };
}

function refused(response: ServerResponse, status: number, words: string): true {
  refuse(response, status, words);
  return true;
}

function readCookie(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? '';
}
