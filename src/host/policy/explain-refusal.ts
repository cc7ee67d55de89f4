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

/** Whether the owner may let a single payload pass that there is a reason against: never while nothing may leave. */
export const mayExcept = ({ release, owner }: EgressPolicy): boolean => release !== 'nothing' && owner !== '';

interface Offer {
  readonly writer: { readonly id: string };
  readonly refusal: string | null;
}

/**
 * The writers of a question. The one that somebody chose by name comes through to the gate where the owner may make an
 * exception, which then asks the owner; routing by itself never asks for one.
 */
export function letExcept<Each extends Offer>(offers: readonly Each[], choice: string, policy: EgressPolicy): Each[] {
  return offers.map((offer) => (offer.writer.id === choice && mayExcept(policy) ? { ...offer, refusal: null } : offer));
}
