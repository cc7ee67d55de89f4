// In: samples at one rate. Out: the same sound at another, without the frequencies that it cannot hold.

/** Half the length of the filter, in samples of the lower of the two rates: longer is steeper. */
const HALF_WIDTH = 16;
/** Of the Kaiser window: attenuates what would be mirrored by about 80 dB (Oppenheim and Schafer, section 7.6). */
const BETA = 8;
/** Where the filter ends, as a share of half the lower rate. */
const CUTOFF = 0.94;

export interface Resampler {
  /** Which samples of the source are needed for `count` samples from `first` on: [from, to). `from` may be below zero. */
  sourceRange(first: number, count: number): { readonly from: number; readonly to: number };
  /** `source` holds exactly the samples of `sourceRange(first, count)`, zeros where there are none. */
  resample(source: Float32Array, first: number, count: number): Float32Array;
}

/** By a windowed sinc, evaluated at each place where a sample of the result can fall between those of the source. */
export function createResampler(fromRate: number, toRate: number): Resampler {
  const divisor = greatestCommonDivisor(fromRate, toRate);
  const [step, phases] = [fromRate / divisor, toRate / divisor];
  const scale = Math.min(1, toRate / fromRate);
  const half = Math.ceil(HALF_WIDTH / scale);
  const taps = makeTaps({ phases, half, scale });
  // Sample n of the result stands at n * step / phases in the source; the taps begin half a filter before it.
  const placeOf = (n: number): number => Math.floor((n * step) / phases);
  const sourceRange = (first: number, count: number) => ({
    from: placeOf(first) - half + 1,
    to: placeOf(first + Math.max(0, count - 1)) + half + 1,
  });
  return {
    sourceRange,
    resample: (source, first, count) => {
      const { from } = sourceRange(first, count);
      const length = 2 * half;
      return Float32Array.from({ length: count }, (_, index) => {
        const n = first + index;
        const begin = placeOf(n) - half + 1 - from;
        const filter = ((n * step) % phases) * length;
        let sum = 0;
        for (let tap = 0; tap < length; tap += 1) sum += taps[filter + tap]! * source[begin + tap]!;
        return sum;
      });
    },
  };
}

/** One filter after the other, each for one place between two samples; each lets a constant through as it is. */
function makeTaps({ phases, half, scale }: { phases: number; half: number; scale: number }): Float32Array {
  const length = 2 * half;
  const taps = new Float32Array(phases * length);
  for (let phase = 0; phase < phases; phase += 1) {
    const filter = Float64Array.from({ length }, (_, tap) => {
      const distance = tap - half + 1 - phase / phases;
      return sinc(distance * scale * CUTOFF) * kaiser(distance / half);
    });
    const sum = filter.reduce((total, each) => total + each, 0);
    for (const [tap, value] of filter.entries()) taps[phase * length + tap] = value / sum;
  }
  return taps;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

const kaiser = (x: number): number => (Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA));

/** The modified Bessel function of the first kind and order zero, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
