// A short, stable, non-cryptographic name for a text: the pure rooms have no crypto, and ids need none.

const LANES = [
  { seed: 0x811c9dc5, multiplier: 0x01000193 },
  { seed: 0x2545f491, multiplier: 0x9e3779b1 },
] as const;

/**
 * 64-bit hash of a text as 14 base-36 characters: two 32-bit xor-multiply lanes with different multipliers over the
 * UTF-16 units. Two different texts among n share it with a chance of about n²/2^65.
 */
export function shortHash(text: string): string {
  return LANES.map((lane) => hashLane(text, lane).toString(36).padStart(7, '0')).join('');
}

function hashLane(text: string, { seed, multiplier }: (typeof LANES)[number]): number {
  let hash: number = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), multiplier);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}
