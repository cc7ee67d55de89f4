// What the panel says, in plain words: what is looked up, who wrote an answer, what left for it, what was taken out.
import type { AnswerValue, ToolUse, WrittenAnswer } from '../../src/domain/answer.ts';
import type { ReleaseLevel } from '../../src/domain/policy.ts';
import type { WriterChoice, WriterStatus } from '../../src/domain/writer.ts';
import { capitalize, countOf, formatCount, formatDuration, formatShare } from '../format.ts';
import { saySize } from '../intake/say-size.ts';

/** What each tool of the graph is asked for; one that is not listed is called by its name. */
const LOOKED_UP: Readonly<Record<string, string>> = {
  counts: 'the counts of the process',
  activities: 'activities',
  roles_systems_artifacts: 'roles, systems and documents',
  people: 'the people who recorded it',
  neighbours: 'what comes before and after',
  path: 'the way between two activities',
  handoffs: 'handoffs',
  people_handoffs: 'handoffs between people',
  bottlenecks: 'bottlenecks',
  waits: 'waits that people tell of',
  waiting: 'waiting times and their causes',
  variants: 'the ways that cases take',
  rework: 'rework',
  decisions: 'decisions',
  exceptions: 'exceptions',
  judgements: 'judgement moments',
  differences: 'differences between people',
  transfers: 'data that is carried by hand',
  open_ends: 'open ends',
  definition: 'what a number counts',
  search: 'what was said, shown and written',
};

/** "handoffs: from sales, to credit". */
export function sayLookup({ tool, input }: ToolUse): string {
  const what = LOOKED_UP[tool] ?? tool.replaceAll('_', ' ');
  const details = sayInput(input);
  return details === '' ? what : `${what}: ${details}`;
}

function sayInput(input: unknown): string {
  if (typeof input !== 'object' || input === null) return sayOne(input);
  return Object.entries(input)
    .flatMap(([key, value]) => {
      const said = sayOne(value);
      return said === '' ? [] : [`${sayKey(key)} ${said}`];
    })
    .join(', ');
}

function sayOne(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map(sayOne).join(' and ');
  if (typeof value === 'object') return sayInput(value);
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}

/** "fromRole", "statedWaits" as words. */
export const sayKey = (key: string): string =>
  key
    .replace(/(?:Ms|01|Usd)$/, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();

/** A value of an answer for reading; its name says its unit: `Ms`, `01`, `Usd`. */
export function sayValue(key: string, value: AnswerValue): string {
  if (value === null) return 'not known';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'string') return value;
  if (key.endsWith('Ms')) return formatDuration(value);
  if (key.endsWith('01')) return formatShare(value);
  if (key.endsWith('Usd')) return sayMoney(value);
  return Number.isInteger(value) ? formatCount(value) : String(Math.round(value * 100) / 100);
}

/** "$0.0042", "$1.20", "$0"; so that what was spent is never rounded to nothing. */
export function sayMoney(usd: number): string {
  if (usd === 0) return '$0';
  if (usd < 0.0001) return 'less than $0.0001';
  return usd < 0.1 ? `$${usd.toFixed(4).replace(/0{1,2}$/, '')}` : `$${usd.toFixed(2)}`;
}

/** "2 unsupported sentences removed"; undefined where none was. */
export const sayRemoved = (removed: number): string | undefined =>
  removed === 0 ? undefined : `${countOf(removed, 'unsupported sentence')} removed`;

export interface Byline {
  readonly isByRules: boolean;
  readonly who: string;
  /** What was sent, tokens, cost. */
  readonly facts: readonly string[];
}

/** Who wrote an answer, and what that took. */
export function sayByline(answer: WrittenAnswer, writers: readonly WriterStatus[]): Byline {
  const { model, egressBytes, tokens, costUsd } = answer;
  if (model === null)
    return {
      isByRules: true,
      who: 'Worked out by Mirror',
      facts: ['no model', egressBytes === 0 ? 'nothing was sent' : `${saySize(egressBytes)} had left this machine`],
    };
  const writer = findWriter(model, writers);
  return {
    isByRules: false,
    who: `Written by ${writer?.title ?? model}`,
    facts: [
      egressBytes === 0
        ? 'on this machine, nothing left it'
        : `${saySize(egressBytes)} sent${writer ? ` to ${writer.host}` : ''}`,
      ...(tokens ? [`${formatCount(tokens.input)} tokens read`, `${formatCount(tokens.output)} written`] : []),
      ...(costUsd === null ? (egressBytes > 0 ? ['cost not known'] : []) : [sayMoney(costUsd)]),
    ],
  };
}

/** By its id, its title, or as its server calls it. */
export const findWriter = (name: string, writers: readonly WriterStatus[]): WriterStatus | undefined =>
  writers.find(({ id, title, model }) => id === name || title === name || model === name);

export function sayChoice(choice: WriterChoice, writers: readonly WriterStatus[]): string {
  if (choice === 'none') return 'No model';
  if (choice === 'auto') return 'Auto';
  return writers.find(({ id }) => id === choice)?.title ?? 'A model that is gone';
}

/** Where a model runs, as people choose by it. */
export const sayPlace = ({ isBeyond, host, dialect }: WriterStatus): string =>
  isBeyond ? host : dialect === 'in-process' ? 'this machine' : `this machine, ${host}`;

/** What of the workspace goes out at a level. */
export const RELEASED: Readonly<Record<ReleaseLevel, string>> = {
  nothing: 'nothing',
  figures: 'figures and names of the map under stand-ins',
  redacted: 'words with stand-ins for whoever and whatever they name',
  text: 'text as it is stored',
};

/** What is shown while an answer comes and nothing else is known. */
export function sayPending(by: string | null | undefined, writers: readonly WriterStatus[]): string {
  if (by === undefined) return 'Reading the question';
  if (by === null) return 'Working it out by rules';
  return `${capitalize(findWriter(by, writers)?.title ?? by)} is asked`;
}
