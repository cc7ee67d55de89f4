// In: the rules of a workspace, and somewhere to send to. Out: why they do not let anything go there.
import type { EgressPolicy } from '../../domain/policy.ts';

/** Where something would go. */
export interface Destination {
  /** With its port where that is unusual. */
  readonly host: string;
  readonly isBeyond: boolean;
}

/** In words that end a sentence; null where it may be asked. */
export function explainRefusal(policy: EgressPolicy, { host, isBeyond }: Destination): string | null {
  if (!isBeyond) return null;
  if (policy.release === 'nothing') return 'the rules of this workspace let nothing leave this machine';
  if (!policy.receivers.includes(host)) return `the rules of this workspace do not name ${host} as a receiver`;
  return null;
}
