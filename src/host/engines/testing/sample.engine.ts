// A small engine for the tests: it answers, fails, dies and hangs as told.
import { getPriority } from 'node:os';
import { MirrorError } from '../../../domain/errors.ts';
import { serveEngine } from '../serve-engine.ts';

const METHODS = {
  pid: (): number => process.pid,
  priority: (): number => getPriority(),
  double: (numbers: Float32Array): Float32Array => numbers.map((number) => number * 2),
  setting: (name: string): string | undefined => process.env[name],
  refuse: (): never => {
    throw new MirrorError('models/unknown', { data: { id: 'made-up' } });
  },
  fault: (): never => {
    throw new TypeError('numbers.map is not a function');
  },
  die: (): void => process.kill(process.pid, 'SIGSEGV') as unknown as void,
  // As a native library does: out of reach of every catch.
  throwLater: (): Promise<never> => {
    setImmediate(() => {
      throw new RangeError('the language data is not there');
    });
    return new Promise(() => {});
  },
  // Blocks its event loop, as a native call does; the parent hears of it by the file.
  hang: async (file: string): Promise<never> => {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(file, '');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    throw new Error('nobody wakes it');
  },
  count: (to: number, tell: (part: number) => void): string => {
    for (let n = 1; n <= to; n += 1) tell(n);
    return 'done';
  },
  print: (words: string): void => console.log(words),
};

export type SampleMethods = typeof METHODS;

serveEngine(METHODS);
