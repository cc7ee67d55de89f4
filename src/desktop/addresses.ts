// Where the window is, what it may load, and where it may go. In: addresses. Out: yes or no.
import { SAFE_HEADERS } from '../web/respond.ts';

export const SCHEME = 'mirror';
export const ORIGIN = `${SCHEME}://app`;
export const START_PAGE = `${ORIGIN}/`;

/** What the scheme may do. No `bypassCSP`, no service workers, no other origins. `stream`: films are played from it. */
export const SCHEME_PRIVILEGES = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  codeCache: true,
} as const;

export const CONTENT_POLICY = SAFE_HEADERS['content-security-policy'];

/** The page itself, whatever stands behind its `#`. Nothing else of ours is ever shown as a page. */
export function isOurPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === `${SCHEME}:` && url.host === 'app' && (url.pathname === '/' || url.pathname === '/index.html')
  );
}

/** Anything at all of the window's own place, as a permission is asked for by an origin. */
export const isOurOrigin = (address: string): boolean => {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === 'app' && url.username === '' && url.port === '';
};

/** What a request of the window may be for: Mirror's own files, and what it made itself. Everything else is cancelled. */
export function mayLoad(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.protocol === 'blob:') return isOurOrigin(url.pathname);
  // Pictures: the content policy keeps data: from scripts, styles and frames.
  return url.protocol === 'data:' || isOurOrigin(address);
}
