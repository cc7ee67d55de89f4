// Addresses of machines: IPv4, and IPv6 with at least three groups (RFC 4291).
import { allMatches } from './all-matches.ts';
import type { Span } from './span.ts';

const IPV4 = /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\d)/g;
const IPV6 = /(?<![\w:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4})?(?::[0-9a-f]{1,4}){0,6}(?![\w:.])/gi;

export function* findNetworkAddresses(text: string): Generator<Span> {
  for (const { index, 0: found } of allMatches(IPV4, text)) {
    // "Version 1.2.3.4" is none.
    if (/(?:version|release|build|v)\s?$/i.test(text.slice(Math.max(0, index - 10), index))) continue;
    yield { start: index, end: index + found.length, kind: 'ip', rule: 'ipv4', certainty01: 0.8 };
  }
  for (const { index, 0: found } of allMatches(IPV6, text)) {
    const groups = found.split(':').length;
    // "12:30:45" is a time of day: a whole address has eight groups, or a gap.
    if (groups !== 8 && !found.includes('::')) continue;
    yield { start: index, end: index + found.length, kind: 'ip', rule: 'ipv6', certainty01: 0.8 };
  }
}
