// Redaction through the API, as a person meets it: take a recording in, look at what was kept, change the rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestCore, createTestFolder, finish } from '../testing.ts';

const SPOKEN = [
  'First I open the return request in Atlas and mail anna.smith@example.com.',
  'I check the receipt and I enter IBAN AT61 1904 3002 3457 3201 in Ledgerly.',
  'Then I write to anna dot smith at example dot com and I call 0660 1234567.',
  'For order 4111111111111111 I send it to Noor in finance on 03.02.2026.',
];

function writeSpoken(folder: string): string {
  const file = join(folder, 'refund.vtt');
  const cues = SPOKEN.map((text, at) => `00:00:${10 + at * 5}.000 --> 00:00:${14 + at * 5}.000\n${text}\n`);
  writeFileSync(file, ['WEBVTT', '', ...cues].join('\n'));
  return file;
}

test('a recording is kept without what the rules take out; its steps are found in what is left, and somebody is told', async () => {
  const { client, host } = await createTestCore();
  const file = writeSpoken(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const taken = await finish(await client.process.takeIn({ process: 'Refunds', sources }));
  expect(taken.warnings).toContain(
    'refund.vtt: 2 e-mail addresses, 1 phone number and 1 IBAN were replaced before storing',
  );

  const { recordings } = await client.process.contents({ processId: taken.process.id });
  const view = await client.recording.open({ recordingId: recordings[0]!.recording.id });
  expect(view.segments.map(({ text }) => text)).toEqual([
    'First I open the return request in Atlas and mail [e-mail].',
    'I check the receipt and I enter IBAN [IBAN] in Ledgerly.',
    'Then I write to [e-mail] and I call [phone].',
    'For order 4111111111111111 I send it to Noor in finance on 03.02.2026.',
  ]);
  expect(await client.evidence.count({ processId: taken.process.id })).toMatchObject({ missing: 0 });
  expect(taken.headline.activities).toBeGreaterThan(2);

  const { subjects } = await client.redaction.read();
  expect(subjects).toEqual([
    {
      id: recordings[0]!.recording.id,
      kind: 'recording',
      name: 'refund',
      process: 'Refunds',
      counts: { email: 2, phone: 1, iban: 1 },
    },
  ]);
  // Not in the file either, nor in the journal beside it.
  const stored = ['mirror.db', 'mirror.db-wal']
    .map((name) => readFileSync(host.workspace.file(name), 'latin1'))
    .join('');
  expect([stored.includes('anna.smith@'), stored.includes('3002 3457'), stored.includes('[e-mail]')]).toEqual([
    false,
    false,
    true,
  ]);
});

test('what a person corrects is cleaned as well, on the map as in the log of corrections', async () => {
  const { client } = await createTestCore();
  const file = writeSpoken(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const { process } = await finish(await client.process.takeIn({ process: 'Refunds', sources }));
  const { recordings } = await client.process.contents({ processId: process.id });
  const { steps } = (await client.recording.open({ recordingId: recordings[0]!.recording.id })).extraction;
  const elements = [steps[0]!.id];
  await client.corrections.apply({
    processId: process.id,
    command: { do: 'rename', elements, logLabel: null, label: 'write to noor@example.org' },
  });
  const labels = (await client.process.open({ processId: process.id })).graph.activities.map(({ label }) => label);
  expect(labels.filter((label) => label.startsWith('write to'))).toContain('write to [e-mail]');
  expect(JSON.stringify(labels)).not.toContain('noor@');
  expect(JSON.stringify(await client.corrections.list({ processId: process.id }))).not.toContain('noor@');
});

test('rules are changed, added and dropped; a pattern that cannot be run is refused and not kept', async () => {
  const { client } = await createTestCore();
  const isOn = async (): Promise<string[]> =>
    (await client.redaction.read()).kinds.flatMap(({ kind, isOn }) => (isOn ? [kind] : []));
  expect(await isOn()).toEqual(['email', 'phone', 'iban', 'card', 'nationalId', 'secret', 'own']);
  await client.redaction.change({ kind: 'phone', isOn: false });
  await client.redaction.change({ kind: 'ip', isOn: true });
  expect(await isOn()).toEqual(['email', 'iban', 'card', 'nationalId', 'secret', 'ip', 'own']);

  await client.redaction.add({ own: { as: 'regex', pattern: 'PRJ-\\d+' } });
  await expect(client.redaction.add({ own: { as: 'regex', pattern: '(a' } })).rejects.toMatchObject({
    data: { code: 'redaction/bad-pattern' },
  });
  await expect(client.redaction.drop({ pattern: 'PRJ' })).rejects.toMatchObject({ data: { code: 'usage' } });
  expect(await client.redaction.change({ isNumbered: true })).toMatchObject({
    own: [{ as: 'regex', pattern: 'PRJ-\\d+' }],
    isNumbered: true,
  });
  expect(await client.redaction.try({ text: 'PRJ-12 by ida@example.org, prj-12, call 0660 1234567' })).toEqual({
    text: '[redacted 1] by [e-mail 1], [redacted 1], call 0660 1234567',
    findings: [
      { kind: 'own', rule: 'own', line: 1, column: 1, shown: 'PR… (6 characters)' },
      { kind: 'email', rule: 'email', line: 1, column: 11, shown: 'id… (15 characters)' },
      { kind: 'own', rule: 'own', line: 1, column: 28, shown: 'pr… (6 characters)' },
    ],
    counts: { own: 2, email: 1 },
  });
  expect((await client.redaction.drop({ pattern: 'PRJ-\\d+' })).own).toEqual([]);
});
