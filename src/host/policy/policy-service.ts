// In: what a person says may leave this machine. Out: the rules of the workspace, kept in it as one row.
import { MirrorError } from '../../domain/errors.ts';
import { EgressPolicy, FIRST_POLICY } from '../../domain/policy.ts';
import type { Clock } from '../../needs/clock.ts';
import type { Store } from '../../needs/store.ts';
import type { PolicyService } from '../../api/policy-service.ts';

const SETTING = 'policy';

/** Local only where nobody has said otherwise, and where what is stored cannot be read. */
export function readPolicy(store: Pick<Store, 'readSetting'>): EgressPolicy {
  return EgressPolicy.safeParse(store.readSetting(SETTING)).data ?? FIRST_POLICY;
}

export function createPolicyService(
  store: Pick<Store, 'readSetting' | 'writeSetting'>,
  { nowMs }: Clock,
): PolicyService {
  return {
    read: () => readPolicy(store),
    set: (wish) => {
      const owner = wish.owner.trim();
      if (wish.agrees === 'owner' && owner === '') throw new MirrorError('policy/no-owner');
      const receivers = [...new Set(wish.receivers.map(readReceiver))];
      const policy = EgressPolicy.parse({ ...wish, owner, receivers, changedMs: nowMs() });
      store.writeSetting(SETTING, policy);
      return policy;
    },
  };
}

/** Agents that are connected by `mirror mcp`: no host, and a receiver all the same. */
const AGENTS = 'mcp';

/**
 * A host as addresses name it: "API.Example.com:443" and "https://api.example.com/v1" are api.example.com.
 * @throws policy/bad-receiver
 */
export function readReceiver(text: string): string {
  const receiver = text.trim();
  if (receiver.toLowerCase() === AGENTS) return AGENTS;
  const url = URL.parse(/^https?:\/\//i.test(receiver) ? receiver : `https://${receiver}`);
  const isHost = url !== null && url.username === '' && url.password === '' && /^[^*\s]+$/.test(url.host);
  const isBare = /^https?:\/\//i.test(receiver) || !/[/?#@\\]/.test(receiver);
  if (!isHost || !isBare || !/[.:]/.test(url.host))
    throw new MirrorError('policy/bad-receiver', { data: { receiver } });
  return url.host;
}
