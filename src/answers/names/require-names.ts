// In: what a tool was asked, by names as somebody outside writes them. Out: the same with the names of the graph.
import type { NameKind } from '../../domain/answer.ts';
import { MirrorError } from '../../domain/errors.ts';
import { editDistance } from '../../lib/edit-distance.ts';
import type { AnswerInput } from '../answer-input.ts';
import { listNames } from './list-names.ts';

/** What the arguments of tools name; all others are no names. */
const KINDS: Readonly<Record<string, readonly NameKind[]>> = {
  label: ['activity'],
  activity: ['activity'],
  source: ['activity'],
  target: ['activity'],
  role: ['role'],
  system: ['system'],
  artifact: ['artifact'],
  person: ['person'],
  name: ['role', 'system', 'artifact', 'person'],
  from: ['role', 'system', 'person'],
  to: ['role', 'system', 'person'],
  between: ['role', 'system', 'person'],
};

/**
 * Capitals and blanks do not matter. A name that is not there would find nothing, which reads like "there is none".
 * @throws tools/unknown-name with the nearest ones
 */
export function requireNames(input: Readonly<Record<string, unknown>>, from: AnswerInput): Record<string, unknown> {
  const all = listKnown(from);
  const require = (kinds: readonly NameKind[], typed: unknown): unknown => {
    if (typeof typed !== 'string') return typed;
    const known = all.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
    const found = known.find((name) => name === typed) ?? known.find((name) => fold(name) === fold(typed));
    if (found !== undefined) return found;
    throw new MirrorError('tools/unknown-name', {
      data: { name: typed, what: kinds.join(' or '), nearest: sayNearest(typed, known) },
    });
  };
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const kinds = KINDS[key];
      if (kinds === undefined) return [key, value];
      return [key, Array.isArray(value) ? value.map((each) => require(kinds, each)) : require(kinds, value)];
    }),
  );
}

export interface KnownName {
  readonly kind: NameKind;
  readonly name: string;
}

/**
 * Every name that is told of a process, some of them twice. What data is carried between is named as its window is, which
 * is longer than the name of a system.
 */
export function listKnown(from: AnswerInput): KnownName[] {
  const { handoffs, transfers } = from.insights;
  const carried = [...handoffs.filter(({ kind }) => kind === 'system'), ...transfers];
  const titles = carried.flatMap(({ from: source, to }) => [source, to]).filter((name) => name !== null);
  const named = listNames(from).map(({ kind, name }) => ({ kind, name }));
  return [...named, ...titles.map((name) => ({ kind: 'system' as const, name }))];
}

const fold = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();

function sayNearest(typed: string, known: readonly string[]): string {
  if (known.length === 0) return 'there are none';
  const near = [...new Set(known)]
    .map((name) => ({ name, far: rate(fold(typed), fold(name)) }))
    .toSorted((a, b) => a.far - b.far);
  return near
    .slice(0, 5)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}

/** Slips for each letter. */
function rate(one: string, other: string): number {
  const most = Math.max(one.length, other.length, 1);
  return editDistance(one, other, most) / most;
}
