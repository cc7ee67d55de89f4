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
const KINDS = ['bare-csv', 'csv', 'bare-xes', 'xes'] as const;
type Kind = (typeof KINDS)[number];

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean' },
  },
});
const events = Number(values.events);
const best = measureAll(events, Number(values.rounds));
const ratio = (ours: Kind, bare: Kind): number => Math.round((best[ours].cpuMs / best[bare].cpuMs) * 100) / 100;
const figures = {
  events,
  csvRatio: ratio('csv', 'bare-csv'),
  xesRatio: ratio('xes', 'bare-xes'),
  peakRssMb: Math.max(best.csv.rssMb, best.xes.rssMb),
};
if (values.json) console.log(JSON.stringify(figures));
else console.log(figures, best);

/** The least of several rounds in turn: whatever else the machine does only ever adds to it. Memory is the most. */
function measureAll(count: number, rounds: number): Record<Kind, Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-'));
  try {
    for (const [name, size] of [
      ['log', count],
      ['small', WARM_UP_EVENTS],
    ] as const) {
      writeCsv(join(folder, `${name}.csv`), size);
      writeXes(join(folder, `${name}.xes`), size);
    }
    const all = KINDS.map((kind) => ({ kind, taken: [] as Measured[] }));
    for (let round = 0; round < rounds; round += 1) {
      for (const { kind, taken } of all) taken.push(measure(kind, folder));
    }
    const summary = all.map(({ kind, taken }) => [
      kind,
      { cpuMs: Math.min(...taken.map(({ cpuMs }) => cpuMs)), rssMb: Math.max(...taken.map(({ rssMb }) => rssMb)) },
    ]);
    // Safe: one entry for each kind.
    return Object.fromEntries(summary) as Record<Kind, Measured>;
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
