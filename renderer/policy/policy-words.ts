// What may leave this machine, in words that need no handbook.
import type { EgressPolicy, ReleaseLevel } from '../../src/domain/policy.ts';

/** Never asked before, or answered "nothing", or nobody to send it to. */
export const isLocalOnly = ({ release, receivers }: Pick<EgressPolicy, 'release' | 'receivers'>): boolean =>
  release === 'nothing' || receivers.length === 0;

interface LevelWords {
  readonly level: ReleaseLevel;
  readonly title: string;
  readonly means: string;
  /** What would be sent of one and the same stretch of a recording; empty for nothing. */
  readonly example: string;
}

export const LEVELS: readonly LevelWords[] = [
  {
    level: 'nothing',
    title: 'Nothing',
    means: 'Questions are answered by Mirror’s rules, and by models that run on this machine.',
    example: '',
  },
  {
    level: 'figures',
    title: 'Figures only',
    means: 'Counts, durations and what activities and roles are called. People, systems and customers get stand-ins.',
    example: 'check policy → inspect damage in System 2: 46 times, median wait 1.2 d',
  },
  {
    level: 'redacted',
    title: 'Words, with stand-ins',
    means: 'What was said, shown and written as well, with stand-ins for whoever and whatever it names.',
    example: '“Above Amount 1 I send it to Person A in System 2, and that takes two days.”',
  },
  {
    level: 'text',
    title: 'Words as they are stored',
    means: 'The same without stand-ins. What was redacted when it was stored stays redacted.',
    example: '“Above 500 euros I send it to Noor in Ledgerly, and that takes two days.”',
  },
];

/** What the rules come to, in one sentence. */
export function sayPolicy({ release, receivers, agrees, owner }: EgressPolicy): string {
  if (release === 'nothing') return 'No model beyond this machine is ever asked.';
  const what = { figures: 'Figures', redacted: 'Words with stand-ins', text: 'Words as they are stored' }[release];
  if (receivers.length === 0) return `${what} could leave, but nobody is named who may get them. So nothing leaves.`;
  const who = agrees === 'owner' && owner !== '' ? owner : 'whoever asks';
  return `${what} may leave to ${new Intl.ListFormat('en').format(receivers)}, after ${who} has seen the exact message and agreed.`;
}

/** Why the draft cannot be kept yet; undefined when it can. */
export function findComplaint({ release, agrees, owner }: Omit<EgressPolicy, 'changedMs'>): string | undefined {
  return release !== 'nothing' && agrees === 'owner' && owner.trim() === ''
    ? 'Name the owner, who has to agree to each conversation.'
    : undefined;
}

/**
 * The host of what somebody types or pastes: "https://api.example.com/v1" is "api.example.com". Undefined where there is
 * none in it.
 */
export function readHost(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  // An agent on this machine that hands answers on to a model beyond it.
  if (text === 'mcp') return text;
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  return url === null || !/[\p{L}\p{N}]\.[\p{L}\p{N}]/u.test(url.hostname) ? undefined : url.host;
}
