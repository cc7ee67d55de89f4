// Who may come in: a browser on this machine that was given the token of this start, asking for this very host.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './respond.ts';

export interface Guard {
  /** Answers the request itself when it may not pass or only brings the token; true when it has answered. */
  settle(request: IncomingMessage, response: ServerResponse): boolean;
  /** For WebSockets, which browsers open across origins: the Origin must be ours as well. */
  allowsSocket(request: IncomingMessage): boolean;
}

/** Host and Origin are compared whole: a name that some DNS server points at this machine is not ours. */
export function createGuard({ token, port }: { readonly token: string; readonly port: number }): Guard {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const cookieName = `mirror-${port}`;
  const isOurHost = (request: IncomingMessage): boolean => hosts.includes(request.headers.host ?? '');
  const isOurOrigin = (origin: string | undefined): boolean => hosts.some((host) => origin === `http://${host}`);
  const hasCookie = (request: IncomingMessage): boolean => isSame(readCookie(request, cookieName), token);

  return {
    settle: (request, response) => {
      if (!isOurHost(request)) return refused(response, 421, 'This address is not served here.');
      const { origin } = request.headers;
      if (origin !== undefined && !isOurOrigin(origin)) return refused(response, 403, 'Only Mirror itself may ask.');
      const url = new URL(request.url ?? '/', 'http://mirror');
      const brought = url.searchParams.get('token');
      if (brought !== null && isSame(brought, token)) {
        // The token leaves the address bar and the history at once.
        url.searchParams.delete('token');
        response.writeHead(303, {
          location: `${url.pathname}${url.search}`,
          'set-cookie': `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        });
        response.end();
        return true;
      }
      if (hasCookie(request)) return false;
      return refused(response, 403, 'This link is not valid. Open the address that `mirror start` has printed.');
    },
    allowsSocket: (request) => isOurHost(request) && isOurOrigin(request.headers.origin) && hasCookie(request),
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

/** In a time that tells nothing about the token. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
