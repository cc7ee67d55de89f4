// In: requests to models, before they leave. Out: whether they may, by the rules of the workspace and by whoever must agree.
import { MirrorError } from '../../domain/errors.ts';
import { type EgressPolicy, type Payload, ReleaseLevel, type SentStandIn } from '../../domain/policy.ts';
import type { WriterGate } from '../../needs/writer.ts';
import { hashText } from '../egress/hash-text.ts';
import { explainRefusal, mayExcept } from './explain-refusal.ts';

export type AskedPayload = Omit<Payload, 'approvalId'>;

/** Who agreed to what, for as long as the core is open: after a new start people are asked again. */
export interface Agreements {
  find(key: string): string | undefined;
  keep(key: string, agreedBy: string): void;
}

export function createAgreements(): Agreements {
  const all = new Map<string, string>();
  return { find: (key) => all.get(key), keep: (key, agreedBy) => void all.set(key, agreedBy) };
}

export interface WriterGateOptions {
  /** The rules as they are now: they may change while a question is answered. */
  readonly policy: () => EgressPolicy;
  readonly agreements: Agreements;
  readonly threadId: string;
  /**
   * Shows a person what would leave. `by`: who agreed, where the owner must.
   * @throws policy/declined
   */
  readonly ask: (payload: AskedPayload) => Promise<{ readonly by: string | null }>;
  /** What stands for whom in what is sent, to be shown with it. */
  readonly standIns?: () => readonly SentStandIn[];
}

export interface PolicyGate extends WriterGate {
  /** As the rules were when the question came: what is sent must be made for this level. */
  readonly policy: EgressPolicy;
  /** That left this machine so far. */
  sentBytes(): number;
}

type Outbound = Parameters<WriterGate['pass']>[0];

/**
 * The gate of one question. Servers of this machine pass. Beyond it the rules must name the host and let something
 * leave; then the first payload of a thread to a host and a model is shown to a person, and those after it pass for as
 * long as the rules stay the same.
 *
 * An exception: where something may leave, but not to this host, and an owner is named, the payload is shown all the
 * same, with why it would be refused. The owner alone may let it pass, by name, this one payload and no other; the
 * ledger says so. While nothing may leave there are no exceptions. Mirror knows nobody's identity: a name is what
 * whoever sits there typed, and the ledger keeps it as that.
 */
export function createWriterGate(options: WriterGateOptions): PolicyGate {
  const policy = options.policy();
  let sentBytes = 0;
  return {
    policy,
    sentBytes: () => sentBytes,
    sent: (bytes) => void (sentBytes += bytes),
    pass: async (outbound) => {
      if (!outbound.isBeyond) return { agreedBy: null };
      const { now, exception } = judge(outbound, policy, options.policy());
      const key = JSON.stringify([options.threadId, outbound.host, outbound.model, now]);
      const agreed = exception === null ? options.agreements.find(key) : undefined;
      if (agreed !== undefined) return { agreedBy: agreed };
      const needsOwner = exception !== null || now.agrees === 'owner' ? now.owner : null;
      const payload = describePayload(outbound, { release: policy.release, needsOwner, exception });
      const { by } = await options.ask({ ...payload, standIns: [...(options.standIns?.() ?? [])] });
      // Somebody may have changed the rules meanwhile: what was agreed to was agreed to under the ones before.
      if (JSON.stringify(options.policy()) !== JSON.stringify(now)) throw refuse(outbound.host, CHANGED);
      const agreedBy = requireRight(by, { needsOwner, host: outbound.host });
      if (exception !== null) return { agreedBy: `${agreedBy}, as an exception` };
      options.agreements.keep(key, agreedBy);
      return { agreedBy };
    },
  };
}

const CHANGED = 'the rules of this workspace have changed since the question was asked';

function judge(outbound: Outbound, begun: EgressPolicy, now: EgressPolicy) {
  const levels = ReleaseLevel.options;
  const reason = explainRefusal(now, outbound);
  // What was made for a higher level than is allowed now must not leave.
  if (levels.indexOf(now.release) < levels.indexOf(begun.release)) throw refuse(outbound.host, reason ?? CHANGED);
  if (reason !== null && !mayExcept(now)) throw refuse(outbound.host, reason);
  return { now, exception: reason };
}

function describePayload(
  { host, url, model, purpose, body }: Outbound,
  by: Pick<Payload, 'release' | 'needsOwner' | 'exception'>,
): Omit<AskedPayload, 'standIns'> {
  const sha256 = hashText(body);
  return { host, url, model, purpose, body, bytes: Buffer.byteLength(body), sha256, ...by };
}

function requireRight(
  by: string | null,
  { needsOwner: owner, host }: { readonly needsOwner: string | null; readonly host: string },
): string {
  if (owner === null) return by?.trim() || 'whoever asked';
  if (by === null || foldName(by) !== foldName(owner))
    throw new MirrorError('policy/not-owner', { data: { host, owner } });
  return owner;
}

const foldName = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

const refuse = (host: string, reason: string): MirrorError =>
  new MirrorError('policy/refused', { data: { host, reason } });
