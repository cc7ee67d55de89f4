// What importing a log costs, beside what merely parsing the same bytes costs in the same run.
//   node bench/import.ts [--events N] [--rounds N] [--json]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCsv, writeXes } from './import/write-log.ts';

interface Measured {
  readonly cpuMs: number;
  readonly rssMb: number;
}

const WARM_UP_EVENTS = 20_000;
type Kind = 'bare-csv' | 'csv' | 'bare-xes' | 'xes';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean' },
  },
});
const events = Number(values.events);
const rounds = measureAll(events, Number(values.rounds));
const figures = {
  events,
  csvRatio: medianRatio('csv', 'bare-csv'),
  xesRatio: medianRatio('xes', 'bare-xes'),
  peakRssMb: Math.max(...rounds.flatMap(({ csv, xes }) => [csv.rssMb, xes.rssMb])),
};
if (values.json) console.log(JSON.stringify(figures));
else console.log(figures, rounds);

/** Of the rounds: what else the machine does slows both of a pair alike, and a single round by chance. */
function medianRatio(ours: Kind, bare: Kind): number {
  const ratios = rounds.map((round) => round[ours].cpuMs / round[bare].cpuMs).toSorted((a, b) => a - b);
  const middle = (ratios[Math.floor((ratios.length - 1) / 2)]! + ratios[Math.ceil((ratios.length - 1) / 2)]!) / 2;
  return Math.round(middle * 100) / 100;
}

/** Rounds of all kinds, one after the other, so that the two of a pair meet the same machine. */
function measureAll(count: number, times: number): readonly Record<Kind, Measured>[] {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-'));
  try {
    for (const [name, size] of [
      ['log', count],
      ['small', WARM_UP_EVENTS],
    ] as const) {
      writeCsv(join(folder, `${name}.csv`), size);
      writeXes(join(folder, `${name}.xes`), size);
    }
    return Array.from({ length: times }, () => ({
      'bare-csv': measure('bare-csv', folder),
      csv: measure('csv', folder),
      'bare-xes': measure('bare-xes', folder),
      xes: measure('xes', folder),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(kind: Kind, folder: string): Measured {
  const ending = kind.endsWith('csv') ? 'csv' : 'xes';
  const script = join(import.meta.dirname, 'import', 'measure.ts');
  const files = ['log', 'small'].map((name) => join(folder, `${name}.${ending}`));
  const output = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, kind, ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output) as Measured; // as measure.ts prints it
}
