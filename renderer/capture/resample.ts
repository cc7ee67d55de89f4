// In: sound at the rate of a device. Out: the same at another rate, nothing left out between two parts of it.
// A windowed sinc as in J. O. Smith, "Digital Audio Resampling" (CCRMA): its zeros lie at the slower rate's samples.

export interface Resampler {
  /** Samples from -1 to 1. Gives what is complete; the rest waits for the next part. */
  push(part: Float32Array): Float32Array<ArrayBuffer>;
}

/** Zero crossings to each side: enough for speech to be as clear as it came. */
const CROSSINGS = 16;
/** Of half the slower rate: above it nothing may be left, or it comes back as another tone. */
const PASSED = 0.92;

/** The output is as long as the input, to the sample; it comes half a kernel (about a millisecond) later. */
export function createResampler(fromRate: number, toRate: number): Resampler {
  const divisor = gcd(fromRate, toRate);
  const [up, down] = [toRate / divisor, fromRate / divisor];
  const kernels = Array.from({ length: up }, (_, phase) => makeKernel(phase / up, Math.min(1, up / down) * PASSED));
  const taps = kernels[0]!.length;
  const before = taps / 2 - 1;
  // Silence before the first sample, so that the first output stands on the first input.
  let rest = new Float32Array(before);
  let given = 0;
  /** Input samples that were dropped from the front of `rest`, less the silence. */
  let dropped = -before;
  return {
    push: (part) => {
      const input = new Float32Array(rest.length + part.length);
      input.set(rest);
      input.set(part, rest.length);
      const out: number[] = [];
      for (;;) {
        const first = Math.floor((given * down) / up) - before - dropped;
        if (first + taps > input.length) break;
        out.push(convolve(input, first, kernels[(given * down) % up]!));
        given += 1;
      }
      const keepFrom = Math.max(0, Math.floor((given * down) / up) - before - dropped);
      rest = input.slice(keepFrom);
      dropped += keepFrom;
      return Float32Array.from(out);
    },
  };
}

function convolve(input: Float32Array, first: number, kernel: Float32Array): number {
  let sum = 0;
  for (let tap = 0; tap < kernel.length; tap += 1) sum += input[first + tap]! * kernel[tap]!; // inside: the caller has looked
  return sum;
}

/** For an output that lies `offset` of a sample behind an input; `cutoff` is a share of half the input's rate. */
function makeKernel(offset: number, cutoff: number): Float32Array {
  const half = Math.ceil(CROSSINGS / cutoff);
  const kernel = Float32Array.from({ length: half * 2 }, (_, tap) => {
    const x = tap - half + 1 - offset;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (half + 1));
    return sinc(x * cutoff) * cutoff * window;
  });
  const sum = kernel.reduce((total, each) => total + each, 0);
  return kernel.map((each) => each / sum);
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
