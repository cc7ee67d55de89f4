// For a run of tests: where its time goes. In: what each file took. Out: the slowest of them, printed below the result.
import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 12;

/** Says nothing of a few files: whoever runs those sees what each took. */
export default class TellSlowFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= SHOWN) return;
    const times = modules.map((module) => {
      const { duration, collectDuration } = module.diagnostic();
      return { file: module.relativeModuleId, testsMs: duration, loadMs: collectDuration };
    });
    console.log(describeTimes(times));
  }
}

export interface FileTime {
  readonly file: string;
  /** Its tests and hooks. */
  readonly testsMs: number;
  /** Loading it with all it imports that was not loaded yet. */
  readonly loadMs: number;
}

/** The slowest files, slowest first, below a line with the sums of all; in seconds. */
export function describeTimes(times: readonly FileTime[]): string {
  const sum = (take: (time: FileTime) => number): string => inSeconds(times.reduce((all, time) => all + take(time), 0));
  const slowest = times
    .toSorted((a, b) => b.testsMs + b.loadMs - (a.testsMs + a.loadMs))
    .slice(0, SHOWN)
    .map(({ file, testsMs, loadMs }) => `${inSeconds(testsMs)} ${inSeconds(loadMs)}  ${file}`);
  const head = [
    'Seconds of tests and of loading:',
    `${sum(({ testsMs }) => testsMs)} ${sum(({ loadMs }) => loadMs)}  ${times.length} files; the slowest:`,
  ];
  return `${[...head, ...slowest].join('\n')}\n`;
}

const inSeconds = (ms: number): string => (ms / 1000).toFixed(1).padStart(8);
