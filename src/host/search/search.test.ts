import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSearchReader } from '../../../db/search-reader.ts';
import type { SearchHit } from '../../domain/search.ts';
import type { Core } from '../core.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../testing.ts';

async function createFilledCore(): Promise<Core> {
  const core = await createTestCore();
  const folder = createTestFolder();
  const rules = join(folder, 'rules.md');
  writeFileSync(
    rules,
    '# Rules\n\nA reimbursement above two hundred euros is signed by finance.\n\nOrders are kept for ten years.\n',
  );
  const events = join(folder, 'refund.events.jsonl');
  writeFileSync(
    events,
    [
      { t: 1, app: 'Atlas', title: 'Return request 4711 - Atlas' },
      { t: 6, app: 'Ledgerly', title: 'New payment' },
    ]
      .map((each) => `${JSON.stringify(each)}\n`)
      .join(''),
  );
  const recording = writeTranscript(folder);
  await finish(
    await core.client.process.takeIn({
      process: 'Refunds',
      sources: [
        { kind: 'recording', file: recording, transcript: recording, events, actor: 'Ida', role: 'clerk' },
        { kind: 'document', file: rules },
      ],
    }),
  );
  return core;
}

const textsOf = (hits: readonly SearchHit[]): string[] =>
  hits.map(({ text, marks }) =>
    marks.reduceRight(
      (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
      text,
    ),
  );

test('what was said, shown and written is found, and opens where it comes from', async () => {
  const core = await createFilledCore();
  const { id: processId } = await core.client.process.find({ name: 'Refunds' });
  const find = (words: string) => core.client.evidence.search({ words });

  const said = await find('enter the amount');
  expect(textsOf(said.hits).slice(0, 1)).toEqual(['I check the receipt and I [enter] the [amount] in Ledgerly.']);
  expect(said.hits[0]).toMatchObject({
    kind: 'speech',
    process: { id: processId, name: 'Refunds' },
    source: 'refund',
    actor: 'Ida',
    role: 'clerk',
    hasAllWords: true,
    ref: { kind: 'speech', segment: 1, startMs: 5000, endMs: 9000, charStart: 0 },
  });
  expect((await find('4711')).hits).toMatchObject([
    { kind: 'window', text: 'Return request 4711 - Atlas', ref: { kind: 'event', event: 0, startMs: 1000 } },
  ]);
  expect((await find('reimbursement')).hits).toMatchObject([
    {
      kind: 'page',
      source: 'rules.md, page 1',
      actor: null,
      ref: { kind: 'artifact', page: 1, quote: expect.stringContaining('A reimbursement above two hundred euros') },
    },
  ]);

  const all = await find('ledgerly');
  const refs = all.hits.map(({ ref }) => ref);
  expect(all.hits.map(({ kind }) => kind).toSorted()).toEqual(['speech', 'window']);
  expect(await core.client.evidence.cite({ refs })).not.toContain(null);
});

test('slips, inflections and begun words are understood, and what was taken for a slip is told', async () => {
  const core = await createFilledCore();
  const find = (words: string) => core.client.evidence.search({ words });
  expect(textsOf((await find('checking receipts')).hits)[0]).toBe(
    'I [check] the [receipt] and I enter the amount in Ledgerly.',
  );
  expect(textsOf((await find('finan')).hits)[0]).toContain('[finance]');
  const slip = await find('the amuont');
  expect(textsOf(slip.hits)[0]).toBe('I check the receipt and I enter the [amount] in Ledgerly.');
  expect(slip.corrected).toEqual([{ typed: 'amuont', taken: ['amount'] }]);
});

test('a document is found by its name, under its new name as soon as it has one', async () => {
  const core = await createFilledCore();
  const find = async (words: string) => (await core.client.evidence.search({ words })).hits;
  const [hit] = await find('rules.md');
  expect(hit).toMatchObject({ kind: 'page', source: 'rules.md', text: 'rules.md: Rules', ref: { kind: 'artifact' } });
  expect(await core.client.evidence.cite({ refs: [hit!.ref] })).toMatchObject([{ source: 'rules.md' }]);
  const [process] = core.host.store.listProcesses();
  const [artifact] = core.host.store.listArtifacts(process!.id);
  await core.client.document.rename({ artifactId: artifact!.id, name: 'Quarterly limits' });
  expect(textsOf(await find('quarterly'))).toEqual(['[Quarterly] limits: Rules']);
  expect(textsOf(await find('reimbursement'))).toHaveLength(1);
});

test('what stands nowhere finds nothing, and neither do words that are none', async () => {
  const core = await createFilledCore();
  for (const words of ['xylophone', '', '   ', '"', 'NEAR("xylophone" *', '-:^(', '!!!'])
    expect({ words, hits: (await core.client.evidence.search({ words })).hits }).toEqual({ words, hits: [] });
  const { searched, corrected } = await core.client.evidence.search({ words: 'xylophone' });
  expect({ searched, corrected }).toEqual({ searched: 8, corrected: [] });
});

test('a search can keep to a process and to kinds of evidence', async () => {
  const core = await createFilledCore();
  const other = writeTranscript(createTestFolder(), 'elsewhere.vtt');
  await finish(
    await core.client.process.takeIn({
      process: 'Elsewhere',
      sources: [{ kind: 'recording', file: other, transcript: other }],
    }),
  );
  const { id: processId } = await core.client.process.find({ name: 'Elsewhere' });
  const find = async (wish: object) => {
    const { hits, searched } = await core.client.evidence.search({ words: 'ledgerly', ...wish });
    return { found: hits.map(({ kind, process }) => `${process.name} ${kind}`).toSorted(), searched };
  };
  expect(await find({})).toEqual({
    found: ['Elsewhere speech', 'Refunds speech', 'Refunds window'],
    searched: 12,
  });
  expect(await find({ processId })).toEqual({ found: ['Elsewhere speech'], searched: 4 });
  expect(await find({ kinds: ['window'] })).toEqual({ found: ['Refunds window'], searched: 2 });
  expect(await find({ limit: 1 })).toMatchObject({ found: { length: 1 } });
});

test('what an older Mirror or a killed run left out is found by the first search', async () => {
  const core = await createFilledCore();
  const { store } = core.host;
  const [process] = store.listProcesses();
  const [recording] = store.listRecordings(process!.id);
  const [artifact] = store.listArtifacts(process!.id);
  for (const source of [{ recordingId: recording!.id }, { artifactId: artifact!.id }])
    store.saveSearchEntries(source, { entries: [], model: 'lexical-1' });
  expect(store.listUnsearchable('lexical-1')).toEqual([{ recordingId: recording!.id }, { artifactId: artifact!.id }]);
  expect((await core.client.evidence.search({ words: 'ledgerly' })).hits.length).toBe(2);
  expect((await core.client.evidence.search({ words: 'reimbursement' })).hits.length).toBe(1);
  expect(store.listUnsearchable('lexical-1')).toEqual([]);
});

test('what is removed is found no more, and its words are gone from the file', async () => {
  const core = await createFilledCore();
  const find = async () => (await core.client.evidence.search({ words: 'ledgerly' })).hits.length;
  expect(await find()).toBe(2);
  const { id: processId } = await core.client.process.find({ name: 'Refunds' });
  const { recordings, documents } = await core.client.process.contents({ processId });
  await core.client.recording.remove({ recordingId: recordings[0]!.recording.id });
  expect(await find()).toBe(0);
  await core.client.document.remove({ artifactId: documents[0]!.artifact.id });
  expect((await core.client.evidence.search({ words: 'reimbursement' })).searched).toBe(0);
  const { database } = core.host.workspace;
  const reader = openSearchReader(database);
  expect([...reader.readWords()]).toEqual([]);
  reader.close();
  await core.close();
  const bytes = readFileSync(database).toString('latin1').toLowerCase();
  expect(['ledgerly', 'reimbursement'].filter((word) => bytes.includes(word))).toEqual([]);
});
