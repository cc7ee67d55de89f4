// In: a text and kinds of numbers by their shapes ("3-2-4"). Out: where such a number stands and checks.
import { hintBefore, isHinted } from '../hints.ts';
import type { Span } from '../span.ts';
import { beginsFreely, endsFreely, type NumberRun } from './number-runs.ts';

/** A number written in groups of digits. */
export interface ShapedNumber {
  readonly rule: string;
  readonly kind: 'card' | 'nationalId';
  /** Lengths of groups with what stands between: "3.4.4.2", "11", "4 4 4 4". */
  readonly shapes: readonly string[];
  /** Digits alone. */
  readonly checks: (digits: string) => boolean;
  /**
   * `alone`: shape and check are proof enough unless words say it is an order number. `hinted`: too many other numbers
   * pass, so one of `hints` must stand before it; shapes in `sure` need none.
   */
  readonly needs: 'alone' | 'hinted';
  readonly hints?: RegExp;
  readonly sure?: readonly string[];
}

export type ShapedNumbers = ReadonlyMap<string, readonly ShapedNumber[]>;

/** Made once: by shape, so that a text is looked through once for all kinds. */
export function indexShapes(kinds: readonly ShapedNumber[]): ShapedNumbers {
  const index = new Map<string, ShapedNumber[]>();
  for (const kind of kinds) for (const shape of kind.shapes) index.set(shape, [...(index.get(shape) ?? []), kind]);
  return index;
}

const MOST_GROUPS = 7;

export function* findShapedNumbers(text: string, runs: readonly NumberRun[], kinds: ShapedNumbers): Generator<Span> {
  for (const run of runs) {
    for (let from = 0; from < run.groups.length; from += 1) yield* findFrom(text, { run, from }, kinds);
  }
}

function* findFrom(
  text: string,
  { run, from }: { readonly run: NumberRun; readonly from: number },
  kinds: ShapedNumbers,
): Generator<Span> {
  // Another number may stand before it after a space, never after a dash or a dot.
  if (from > 0 && run.gaps[from - 1] !== ' ') return;
  const { start } = run.groups[from]!;
  let shape = '';
  for (let to = from; to < Math.min(run.groups.length, from + MOST_GROUPS); to += 1) {
    const { start: groupStart, end } = run.groups[to]!;
    shape += (to > from ? run.gaps[to - 1]! : '') + String(end - groupStart);
    const fitting = kinds.get(shape);
    if (fitting === undefined || (run.gaps[to] !== undefined && run.gaps[to] !== ' ')) continue;
    if (!beginsFreely(text, start) || !endsFreely(text, end)) continue;
    const digits = text.slice(start, end).replaceAll(/\D/g, '');
    for (const kind of fitting) {
      const certainty01 = judge(text, start, { kind, shape, digits });
      if (certainty01 > 0) yield { start, end, kind: kind.kind, rule: kind.rule, certainty01 };
    }
  }
}

/** 0 where it is none. */
function judge(
  text: string,
  at: number,
  { kind, shape, digits }: { readonly kind: ShapedNumber; readonly shape: string; readonly digits: string },
): number {
  if (!kind.checks(digits)) return 0;
  if (kind.hints && isHinted(text, at, kind.hints)) return 0.98;
  if (kind.needs === 'hinted' && !kind.sure?.includes(shape)) return 0;
  const hint = hintBefore(text, at);
  if (hint === 'business') return 0;
  if (hint === 'phone' && kind.kind === 'nationalId') return 0.4;
  return 0.9;
}
