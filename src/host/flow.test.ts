// What an interrupted run leaves: nothing half-written, and everything made up for at the next opening.
import { appendFileSync, existsSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Core } from './core.ts';
import { runFlow } from './flow.ts';
import type { FlowRequest } from './flow/work.ts';
import { createOffThread } from './off-thread/pool.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from './testing.ts';

test('a run stopped anywhere leaves what an uninterrupted one leaves once it is opened and run again', async () => {
  const folder = createTestFolder();
  const request = await writeSources(folder);
  // One for all of them: starting a worker takes longer than all that these runs do.
  const offThread = createOffThread();
  onTestFinished(() => offThread.close());
  const whole = await createTestCore(join(folder, 'whole'), { offThread });
  const steps = await countSteps(whole, request);
  const expected = await describe(whole);

  for (let stopAfter = 0; stopAfter < steps; stopAfter += 1) {
    const workspace = join(folder, `stopped-${stopAfter}`);
    const stopped = await createTestCore(workspace, { offThread });
    const stop = new AbortController();
    const run = runFlow(stopped.host, request, stop.signal);
    for (let step = 0; step <= stopAfter; step += 1) await run.next();
    stop.abort();
    await run.return({} as never); // ends the run where it stands, as closing the program does
    await stopped.close();

    const reopened = await createTestCore(workspace, { offThread });
    for (const { process } of await reopened.client.process.list())
      await reopened.client.process.open({ processId: process.id });
    await finish(runFlow(reopened.host, request));
    expect(await describe(reopened)).toEqual(expected);
    expect(existsSync(join(workspace, '.incoming')) ? readdirSync(join(workspace, '.incoming')) : []).toEqual([]);
    await reopened.close();
  }
});

test('a log stored but not mined is mined at the next opening', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const [first, second] = ['first.csv', 'second.csv'].map((name) => writeLog(folder, name));
  const core = await createTestCore(workspace);
  await finish(runFlow(core.host, logRequest(first!)));
  const run = runFlow(core.host, logRequest(second!));
  for (let step = await run.next(); !step.done; step = await run.next()) if (step.value.stage === 'graph') break;
  await core.close();

  const reopened = await createTestCore(workspace);
  const [summary] = await reopened.client.process.list();
  expect(summary).toMatchObject({ logs: 2, headline: { cases: 4 } });
});

test('what another Mirror mined is mined anew at the next opening', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const core = await createTestCore(workspace);
  const { process, mined } = await finish(runFlow(core.host, logRequest(writeLog(folder, 'log.csv'))));
  core.host.store.saveMined(process.id, { ...mined, graph: { ...mined.graph, cases: 7 } });
  core.host.store.writeSetting(`mined by ${process.id}`, '0.0.1');
  await core.close();

  const reopened = await createTestCore(workspace);
  expect((await reopened.client.process.open({ processId: process.id })).graph).toEqual(mined.graph);
});

test('a name with other capitals and spaces is the same process', async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  await finish(runFlow(core.host, logRequest(writeLog(folder, 'a.csv'), 'Customer Onboarding')));
  await finish(runFlow(core.host, logRequest(writeLog(folder, 'b.csv'), ' customer   onboarding')));
  expect((await core.client.process.list()).map(({ process, logs }) => [process.name, logs])).toEqual([
    ['Customer Onboarding', 2],
  ]);
});

test('a name that cannot be stored is refused before anything is', async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  for (const name of ['', '   ', 'x'.repeat(201)]) {
    await expect(finish(runFlow(core.host, logRequest(writeLog(folder, 'a.csv'), name)))).rejects.toMatchObject({
      code: 'usage',
    });
  }
  expect(await core.client.process.list()).toEqual([]);
});

test('taking a recording in again without saying who it was keeps who it was', async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  const file = writeTranscript(folder);
  const take = (about: { actor?: string; role?: string }) =>
    finish(
      runFlow(core.host, {
        process: { name: 'refunds' },
        sources: [findRecordingSource(file, { actor: about.actor, role: about.role, title: undefined })],
      }),
    );
  await take({ actor: 'Ida', role: 'support agent' });
  const { process } = await take({});
  expect(core.host.store.listRecordings(process.id)).toMatchObject([
    { title: 'refund', actor: 'Ida', role: 'support agent' },
  ]);
});

test('what was taken in before is said to be known, and a recording is called after its file', async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  const request = await writeSources(folder);
  // The words of a recording make its id: the same words twice would be one recording.
  appendFileSync(join(folder, 'two.vtt'), '\n00:00:20.000 --> 00:00:22.000\nThen I close it.\n');
  const known = ['one.vtt', 'two.vtt', 'log.csv'].map(
    (name) => `${name}: already in this process; it was read again in its place, and nothing was added`,
  );
  const [first, second] = [await finish(runFlow(core.host, request)), await finish(runFlow(core.host, request))];
  expect([first.warnings, second.warnings]).toEqual([[], known]);
  const titles = core.host.store.listRecordings(first.process.id).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(['one', 'two']);
});

test('two recordings with files of one name are told apart by who they are of', async () => {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  const sources = ['Ida', 'Omar'].map((actor) => {
    const own = join(folder, actor);
    mkdirSync(own);
    const file = writeTranscript(own);
    // Other words: the same ones twice would be one recording.
    appendFileSync(file, `\n00:00:20.000 --> 00:00:22.000\nThat is how ${actor} does it.\n`);
    return findRecordingSource(file, { actor, role: 'support agent', title: undefined });
  });
  const take = () => finish(runFlow(core.host, { process: { name: 'refunds' }, sources }));
  const titles = async () => {
    const { process } = await take();
    return core.host.store.listRecordings(process.id).map(({ title }) => title);
  };
  // Taken in once more they keep their names.
  for (const found of [await titles(), await titles()])
    expect(found.toSorted()).toEqual(['refund', 'refund: Omar, support agent']);
});

test('a row without an end counts at its start, in its place', async () => {
  const folder = createTestFolder();
  const file = join(folder, 'open.csv');
  writeFileSync(
    file,
    'case,activity,start,end\n1,C,2026-01-01T12:00:00Z,\n1,A,2026-01-01T10:00:00Z,2026-01-01T10:10:00Z\n',
  );
  const core = await createTestCore(join(folder, 'workspace'));
  const columns = { case: 'case', activity: 'activity', start: 'start', timestamp: 'end' };
  const { mined } = await finish(
    runFlow(core.host, { process: { name: 'open' }, sources: [{ kind: 'log', file, columns }] }),
  );
  const label = new Map(mined.graph.activities.map(({ id, label: name }) => [id, name]));
  const waits = mined.graph.transitions.map(({ source, target, wait }) => [
    label.get(source),
    label.get(target),
    wait?.sumMs,
  ]);
  expect(waits).toEqual([['A', 'C', 110 * 60_000]]);
  expect(mined.graph.cycle?.sumMs).toBe(120 * 60_000);
});

async function writeSources(folder: string): Promise<FlowRequest> {
  const about = { actor: 'Ida', role: 'support agent', title: undefined };
  const transcripts = ['one.vtt', 'two.vtt'].map((name) => findRecordingSource(writeTranscript(folder, name), about));
  return {
    process: { name: 'refunds' },
    sources: [...transcripts, ...logRequest(writeLog(folder, 'log.csv')).sources],
  };
}

function writeLog(folder: string, name: string): string {
  const file = join(folder, name);
  const rows = [1, 2].flatMap((number) => [
    `${name}-${number},open return request,2026-01-0${number}T10:00:00Z`,
    `${name}-${number},check receipt,2026-01-0${number}T11:00:00Z`,
  ]);
  writeFileSync(file, ['case,activity,time', ...rows, ''].join('\n'));
  return file;
}

const logRequest = (file: string, name = 'refunds'): FlowRequest => ({
  process: { name },
  sources: [{ kind: 'log', file, columns: {} }],
});

async function countSteps(core: Core, request: FlowRequest): Promise<number> {
  let steps = 0;
  const run = runFlow(core.host, request);
  for (let step = await run.next(); !step.done; step = await run.next()) steps += 1;
  return steps;
}

async function describe(core: Core) {
  const [summary, ...others] = await core.client.process.list();
  expect(others).toEqual([]);
  const { graph, insights, recordings, logs } = await core.client.process.open({ processId: summary!.process.id });
  return { graph, insights, recordings, logs };
}
