// What the door needs of the rules for what may leave: implemented once, by the host.
import type { EgressPolicy } from '../domain/policy.ts';

export interface PolicyService {
  read(): EgressPolicy;
  /** @throws policy/no-owner, policy/bad-receiver */
  set(policy: Omit<EgressPolicy, 'changedMs'>): EgressPolicy;
}
