// Entries of the ledger in words, and which of them somebody looks for.
import type { EgressEntry, EgressVerdict } from '../../src/domain/egress.ts';
import { sayMoney } from '../chat/chat-words.ts';
import { capitalize, countOf, formatCount } from '../format.ts';
import { saySize } from '../intake/say-size.ts';

export interface LedgerFilter {
  readonly text: string;
  /** Leaves out servers of this machine. */
  readonly isBeyondOnly: boolean;
}

/** Entries with every word of the text in what is known of them. */
export function filterEntries(entries: readonly EgressEntry[], { text, isBeyondOnly }: LedgerFilter): EgressEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const told = [entry.host, entry.model, entry.purpose, entry.agreedBy, sayOutcome(entry)].join(' ').toLowerCase();
    return (!isBeyondOnly || entry.isBeyond) && words.every((word) => told.includes(word));
  });
}

/** "Answered", "Refused by the server (401)", "Unreachable", "Not ended". */
export function sayOutcome({ outcome, endedMs }: EgressEntry): string {
  if (endedMs === null) return 'Not ended';
  if (outcome === null) return 'Not known';
  if (/^2\d\d$/.test(outcome)) return 'Answered';
  if (/^[45]\d\d$/.test(outcome)) return `Refused by the server (${outcome})`;
  if (outcome === 'stopped' || outcome === 'left') return 'Stopped';
  return capitalize(outcome.replace(/^[a-z]+\//, '').replaceAll('-', ' '));
}

export const isFine = ({ outcome, endedMs }: EgressEntry): boolean =>
  endedMs !== null && outcome !== null && /^2\d\d$|^stopped$|^left$/.test(outcome);

export const sayTokens = ({ tokens }: EgressEntry): string =>
  tokens === null ? '–' : `${formatCount(tokens.input)} → ${formatCount(tokens.output)}`;

export const sayCost = ({ costUsd }: EgressEntry): string => (costUsd === null ? '–' : sayMoney(costUsd));

/** What all of them come to, in one line. */
export function sumUp(entries: readonly EgressEntry[]): string {
  const beyond = entries.filter(({ isBeyond }) => isBeyond);
  const sent = beyond.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
  const cost = beyond.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  const connections = beyond.length === 1 ? '1 connection' : `${formatCount(beyond.length)} connections`;
  return `${connections} beyond this machine, ${saySize(sent)} sent, ${sayMoney(cost)}.`;
}

export interface VerdictWords {
  readonly isWhole: boolean;
  readonly told: string;
  /** One for each fault, and for each line that a crash has cut. */
  readonly details: readonly string[];
}

/** What checking the chain of the whole ledger has found. */
export function sayVerdict({ isWhole, lines, chained, chainedFrom, cut, faults }: EgressVerdict): VerdictWords {
  const faultWords = faults.map(({ line, what }) => (line === null ? what : `Line ${formatCount(line)}: ${what}`));
  const cutWords = cut.map((line) => `Line ${formatCount(line)} was cut by a crash; nothing else was lost.`);
  const unchained = lines - chained;
  const before =
    unchained > 0 && chainedFrom !== null && isWhole
      ? ` The first ${countOf(unchained, 'line')} come from before the chain.`
      : '';
  return {
    isWhole,
    told: isWhole
      ? `Whole: ${countOf(chained, 'line')}, each as it was written.${before}`
      : 'Not as it was written: somebody or something has changed this record.',
    details: [...faultWords, ...cutWords],
  };
}
