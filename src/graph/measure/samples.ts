// Numbers gathered by group, without knowing beforehand how many each group will have.

export interface Samples {
  add(group: number, value: number): void;
  /** The values of a group, in a new array. */
  take(group: number): Float64Array;
}

/** Each group grows by doubling: a million values cost a few megabytes more than they are. */
export function createSamples(groups: number): Samples {
  const values: Float64Array[] = Array.from({ length: groups }, () => NONE);
  const sizes = new Int32Array(groups);
  return {
    add: (group, value) => {
      const size = sizes[group]!;
      if (size === values[group]!.length) values[group] = grow(values[group]!);
      values[group]![size] = value;
      sizes[group] = size + 1;
    },
    take: (group) => values[group]!.slice(0, sizes[group]),
  };
}

const NONE = new Float64Array(0);

function grow(values: Float64Array): Float64Array {
  const grown = new Float64Array(Math.max(8, values.length * 2));
  grown.set(values);
  return grown;
}
