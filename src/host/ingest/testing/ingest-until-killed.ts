// In: a workspace, a folder of models and a film. Takes the film in, or goes on with what an earlier one left, to the end,
// and says each sign of progress, unless somebody kills it before. The clock stands still: results can be compared.
import { writeSync } from 'node:fs';
import type { Progress } from '../../../domain/progress.ts';
import { createCore } from '../../core.ts';
import { finishAll } from '../../resume.ts';
import { noWindows } from '../../windows/window-source.ts';
import { PROCESS, STOPPED_AT_MS } from './killed-runs.ts';

const [workspace, models, file] = process.argv.slice(2);
if (!workspace || !models || !file) throw new Error('usage: ingest-until-killed.ts WORKSPACE MODELS FILM');
const core = await createCore({
  workspace,
  models,
  door: 'terminal',
  nowMs: () => STOPPED_AT_MS,
  recorder: { windows: noWindows('not in tests') },
});
// The number of this process stands with its children's for whoever kills them all.
say('open', process.pid);
const never = new AbortController().signal;
const fail = (error: unknown): never => {
  throw error;
};
const known = core.host.store.findProcessByName(PROCESS);
const isKept = known !== undefined && core.host.store.listRecordings(known.id).length > 0;
const wish = { process: PROCESS, sources: [{ kind: 'recording' as const, file }], waitsFor: 'everything' as const };
await tellAll(isKept ? finishAll(core.host, never, fail) : await core.client.process.takeIn(wish));
await core.close();
say('end', 0);

async function tellAll(work: AsyncIterable<Progress>): Promise<void> {
  for await (const { stage, done } of work) say(stage, done);
}

function say(what: string, amount: number): void {
  writeSync(1, `${what} ${amount}\n`);
}
