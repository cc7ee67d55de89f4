// In: what a person types to name cases, or a side of a comparison. Out: the same as the API takes it.
import type { Command } from 'commander';
import type { MirrorClient } from '../api/client.ts';
import type { GraphSide, LogSlice } from '../domain/comparison.ts';
import { MirrorError } from '../domain/errors.ts';
import type { ProcessId } from '../domain/ids.ts';
import { badSide, readPeriod } from './read-period.ts';

export interface SliceOptions {
  readonly period?: string;
  readonly role?: string;
  readonly resource?: string;
  readonly activity?: string;
  readonly variants?: string;
}

/** The options that narrow the cases of a log, the same at every command. */
export const withSliceOptions = (command: Command): Command =>
  command
    .option('--period <from..to>', 'cases that start in it: 2026-03, 2026-01..2026-03-15, 2026.. (UTC, both included)')
    .option('--role <role>', 'cases in which this role does something')
    .option('--resource <name>', 'cases in which this resource does something')
    .option('--activity <label>', 'cases with this activity')
    .option('--variants <ranks>', 'cases of these variants, the most frequent first: 1, or 1-5');

/**
 * Undefined where nothing narrows.
 * @param typed what all of it was written as, where that is not an option of its own
 * @throws compare/bad-side
 */
export function readSlice(options: SliceOptions, typed?: string): LogSlice | undefined {
  const { period, role, resource, activity, variants } = options;
  const empty = SLICE_WORDS.find((word) => options[word]?.trim() === '');
  if (empty !== undefined) throw badSide(typed ?? `--${empty} ""`, `the ${empty} is empty`);
  const slice: LogSlice = {
    ...(period !== undefined && readPeriod(period, typed ?? `--period "${period}"`)),
    ...(role !== undefined && { role }),
    ...(resource !== undefined && { resource }),
    ...(activity !== undefined && { activity }),
    ...(variants !== undefined && { variants: readRanks(variants, typed ?? `--variants "${variants}"`) }),
  };
  return Object.keys(slice).length === 0 ? undefined : slice;
}

function readRanks(text: string, typed: string): { first: number; last: number } {
  const [, first, last = first] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text) ?? [];
  const ranks = { first: Number(first), last: Number(last) };
  if (ranks.first >= 1 && ranks.last >= ranks.first) return ranks;
  throw badSide(typed, 'variants are ranks from 1 on, as 1 or 1-5');
}

const SLICE_WORDS = ['period', 'role', 'resource', 'activity', 'variants'] as const;

/**
 * Reads a side: `told`, `observed`, `all`, `approved`, `approved=NAME`, `process=NAME`, or conditions on the cases as
 * `period=2026-01..2026-03,role=clerk`; a process can be narrowed too.
 * @throws compare/bad-side, approval/missing, approval/none, process/missing
 */
export async function readSide(client: MirrorClient, processId: ProcessId, text: string): Promise<GraphSide> {
  const typed = `--with "${text}"`;
  const words = new Map(text.split(',').map((part) => splitAt(part.trim(), '=')));
  const unknown = [...words.keys()].find((word) => !WORDS.has(word));
  if (unknown !== undefined) throw badSide(typed, `"${unknown}" is none of ${[...WORDS].join(', ')}`);
  if (words.has('approved')) {
    if (words.size > 1) throw badSide(typed, 'an approved graph is taken as it is');
    return { from: 'approved', approvalId: await findApprovalId(client, processId, words.get('approved')) };
  }
  const name = words.get('process');
  if (words.has('process') && !name) throw badSide(typed, 'name the process, as process=NAME');
  const slice = readSlice(
    Object.fromEntries(SLICE_WORDS.map((word) => [word, words.has(word) ? (words.get(word) ?? '') : undefined])),
    typed,
  );
  const part = words.has('told') ? 'told' : words.has('observed') || slice ? 'observed' : 'all';
  if (part === 'told' && slice) throw badSide(typed, 'recordings have no cases to choose among');
  const id = name ? (await client.process.find({ name })).id : processId;
  return { from: 'process', processId: id, part, ...(slice && { slice }) };
}

const WORDS: ReadonlySet<string> = new Set(['all', 'told', 'observed', 'approved', 'process', ...SLICE_WORDS]);

const splitAt = (text: string, sign: string): readonly [string, string | undefined] => {
  const at = text.indexOf(sign);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
};

/** The one in force with this name; the newest where none is named. @throws approval/missing, approval/none */
export async function findApprovalId(client: MirrorClient, processId: ProcessId, name: string | undefined) {
  const standing = (await client.compare.approvals({ processId })).filter((one) => one.withdrawnAtMs === null);
  const found = name === undefined ? standing[0] : standing.find((one) => one.name === name);
  if (found) return found.id;
  if (name === undefined) {
    const { process } = await client.process.open({ processId });
    throw new MirrorError('approval/none', { data: { process: process.name } });
  }
  const names = standing.map((one) => `"${one.name}"`).join(', ') || 'none yet';
  throw new MirrorError('approval/missing', { data: { name, names } });
}
