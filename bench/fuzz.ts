// Many more damaged files than the tests read.
//   node bench/fuzz.ts [--mutants N of each kind] [--seed S] [--json]
import { parseArgs } from 'node:util';
import { runFuzz } from '../src/host/fuzz/run-fuzz.ts';

const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '7' },
    json: { type: 'boolean' },
  },
});
const report = await runFuzz({ mutants: Number(values.mutants), seed: Number(values.seed) });
if (values.json) console.log(JSON.stringify(report));
else console.log({ ...report, crashes: report.crashes.length === 0 ? 'none' : report.crashes });
process.exitCode = report.crashes.length > 0 ? 1 : 0;
