// One measurement in a process of its own: node bench/import/measure.ts KIND FILE SMALL_FILE
// Prints {cpuMs, rssMb}. The small file of the same form is read first, so that starting up and compiling do not count.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../src/host/core.ts';
import { keepEvidence } from '../../src/host/flow/keep-evidence.ts';
import { readSources } from '../../src/host/flow/read-sources.ts';
import { findOrNameProcess, type Work } from '../../src/host/flow/work.ts';
import { parseBareCsv, parseBareXml } from './bare.ts';

type Act = (file: string) => Promise<unknown>;

const [kind, file, smallFile] = process.argv.slice(2);
if (file === undefined || smallFile === undefined) throw new Error('usage: measure.ts KIND FILE SMALL_FILE');
if (kind === 'bare-csv') await measure(parseBareCsv, file, smallFile);
else if (kind === 'bare-xes') await measure(parseBareXml, file, smallFile);
else await measureImport(file, smallFile);

/** What `mirror import` does up to the point at which the log is stored: read, copied by its hash, saved in SQLite. */
async function measureImport(log: string, small: string): Promise<void> {
  const workspace = mkdtempSync(join(tmpdir(), 'mirror-bench-'));
  const core = await createCore({ workspace, door: 'terminal' });
  try {
    const act: Act = async (path) => {
      const request = { process: { name: 'bench' }, sources: [{ kind: 'log' as const, file: path, columns: {} }] };
      const work: Work = {
        process: findOrNameProcess(core.host, request),
        sources: request.sources,
        recordings: [],
        logs: [],
        documents: [],
        scratch: '',
        waitsFor: 'words',
        mined: undefined,
        warnings: [],
      };
      await finish(keepEvidence(core.host, await finish(readSources(core.host, work))));
    };
    await measure(act, log, small);
  } finally {
    await core.close();
    rmSync(workspace, { recursive: true, force: true });
  }
}

async function finish<Result>(stage: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { value, done } = await stage.next();
    if (done) return value;
  }
}

async function measure(act: Act, path: string, small: string): Promise<void> {
  await act(small);
  const before = process.cpuUsage();
  await act(path);
  const { user, system } = process.cpuUsage(before);
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ cpuMs: Math.round((user + system) / 1000), rssMb }));
}
