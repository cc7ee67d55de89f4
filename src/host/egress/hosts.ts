// In: an address, and the hosts somebody chose. Out: whether a connection may be opened to it.
import { MirrorError } from '../../domain/errors.ts';

/**
 * Refuses an address that nobody chose, and one that is not encrypted unless it is on this machine.
 * @param hosts names with their ports where those are unusual; "*.x" is any host below x
 * @throws egress/bad-address, egress/other-host, egress/not-encrypted
 */
export function requireAllowed(url: URL, hosts: readonly string[]): void {
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new MirrorError('egress/bad-address', { data: { address: `${url.protocol}//${url.host}` } });
  if (!hosts.some((host) => fits(url.host, host)))
    throw new MirrorError('egress/other-host', { data: { host: url.host, hosts: hosts.join(', ') } });
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new MirrorError('egress/not-encrypted', { data: { host: url.host } });
}

function fits(host: string, wanted: string): boolean {
  return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;
}

/** By the name alone: whatever a name server may say of another name, that name is beyond this machine. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/**
 * An address, or a place relative to one.
 * @throws egress/bad-address, without what may be a key in it
 */
export function readAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base);
  if (url === null) throw new MirrorError('egress/bad-address', { data: { address: address.replace(/[?#].*$/s, '') } });
  return url;
}

/** The address without what its query may hold of keys: for people, and for errors. */
export function withoutSecrets(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  const secret = [...shown.searchParams.keys()].filter((name) => /key|token|secret|sig|pass/i.test(name));
  for (const name of secret) shown.searchParams.delete(name);
  return shown.href;
}
