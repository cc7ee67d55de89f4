// In: the instances of one or more logs. Out: for each case the variant it follows, over all logs together.
import { toInstances } from '../mine-instances.ts';
import type { Instances, LogColumns } from '../../domain/log.ts';

export interface GroupedVariant {
  /** Activity labels in the order in which the instances follow each other. */
  readonly labels: readonly string[];
  readonly cases: number;
}

export interface VariantsOfLogs {
  /** The most frequent first; equal ones in order of first appearance. */
  readonly variants: readonly GroupedVariant[];
  /** Per log: by index into `LogColumns.cases` the place in `variants`; -1 for a case without a row. */
  readonly variantOf: readonly Int32Array[];
}

/**
 * Groups the cases of several logs by their exact sequence of labels, ordered as `mineVariants` orders them. A sequence
 * is keyed by one UTF-16 unit for each activity, which is ten times as fast as joining labels.
 * @throws RangeError when the logs name more than 65,535 activities together
 */
export function groupVariants(logs: readonly LogColumns[], mode: Instances): VariantsOfLogs {
  const labels = [...new Set(logs.flatMap(({ activities }) => activities))];
  if (labels.length > 0xffff) throw new RangeError(`${labels.length} activities are too many to group cases by`);
  const numberOf = new Map(labels.map((label, at) => [label, at]));
  const found = new Map<string, { key: string; cases: number; number: number }>();
  const numberOfCase = logs.map((columns) => {
    const unitOf = Uint16Array.from(columns.activities, (label) => numberOf.get(label)!);
    const { length, caseOf, activityOf } = toInstances(columns, mode);
    const variantOf = new Int32Array(columns.cases.length).fill(-1);
    for (let from = 0; from < length; ) {
      let to = from + 1;
      while (to < length && caseOf[to] === caseOf[from]) to += 1;
      const key = spell(activityOf, unitOf, { from, to });
      const variant = found.get(key) ?? { key, cases: 0, number: found.size };
      if (variant.cases === 0) found.set(key, variant);
      variant.cases += 1;
      variantOf[caseOf[from]!] = variant.number;
      from = to;
    }
    return variantOf;
  });
  const ranked = [...found.values()].sort((a, b) => b.cases - a.cases || a.number - b.number);
  const placeOf = new Int32Array(ranked.length);
  ranked.forEach(({ number }, place) => {
    placeOf[number] = place;
  });
  return {
    variants: ranked.map(({ key, cases }) => ({
      labels: Array.from({ length: key.length }, (_, at) => labels[key.charCodeAt(at)]!),
      cases,
    })),
    variantOf: numberOfCase.map((numbers) => numbers.map((number) => (number < 0 ? -1 : placeOf[number]!))),
  };
}

// `apply` takes its arguments on the stack, which a case of a hundred thousand events would overrun.
const AT_ONCE = 4096;

function spell(activityOf: Int32Array, unitOf: Uint16Array, { from, to }: { from: number; to: number }): string {
  let key = '';
  for (let at = from; at < to; at += AT_ONCE) {
    const part = activityOf.subarray(at, Math.min(to, at + AT_ONCE));
    key += String.fromCharCode(...part.map((activity) => unitOf[activity]!));
  }
  return key;
}
