import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readProblem } from '../../api/client.ts';
import { createLedger } from '../egress/ledger.ts';
import { ledgerOf } from '../egress/copy-ledger.ts';
import { createMemorySlots } from '../keys/key-store.ts';
import { restoreWorkspace } from '../restore.ts';
import { writeWhole } from '../files/whole-file.ts';
import { createTestFolder, finish } from '../testing.ts';
import { noWindows } from '../windows/window-source.ts';
import { unwrapWithSecret } from './slots.ts';
import { fakeKeystore, TEST_COST } from './testing/fake-keystore.ts';
import { findWords, readHeld } from './testing/read-all.ts';
import { openVaultedCore, type VaultedCore, type VaultedOptions } from './vaulted-core.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'samples', 'customer-onboarding');
const PASSPHRASE = 'four words or more';

async function open(workspace: string, options: Partial<VaultedOptions> = {}): Promise<VaultedCore> {
  const vaulted = await openVaultedCore({
    workspace,
    door: 'terminal',
    models: join(workspace, '..', 'models'),
    keys: createMemorySlots(),
    recorder: { windows: noWindows('not in tests') },
    passphraseCost: TEST_COST,
    ...options,
  });
  onTestFinished(() => vaulted.close());
  return vaulted;
}

/** The code of the problem that a call ends with. */
const codeOf = (call: Promise<unknown>): Promise<string | undefined> =>
  call.then(
    () => undefined,
    (error: unknown) => readProblem(error)?.code ?? String(error),
  );

/** Words that people of the sample say, of six letters and more, but for those that any program is full of. */
function wordsOf(name: string): string[] {
  const [, ...cues] = readFileSync(join(SAMPLE, `${name}.vtt`), 'utf8').split('\n\n');
  const said = cues.map((cue) => cue.replace(/^.*-->.*$/m, '')).join(' ');
  return [...new Set(said.toLowerCase().match(/[a-z]{6,}/g))].toSorted();
}

test('sealed, no file of a workspace holds a word that was said, and everything is there', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const plain = await open(workspace);
  const file = join(SAMPLE, 'planning.webm');
  const source = {
    kind: 'recording' as const,
    file,
    transcript: join(SAMPLE, 'planning.vtt'),
    events: join(SAMPLE, 'planning.events.jsonl'),
  };
  const taken = await finish(await plain.client.process.takeIn({ process: 'Planning', sources: [source] }));
  const processId = taken.process.id;
  const question = { processId, threadId: null, writer: 'none', question: 'Who does the planning?' };
  await Array.fromAsync(await plain.client.chat.ask(question));
  const { workspace: opened, store } = plain.core().host;
  const { files } = opened;
  const words = wordsOf('planning');
  await writeWhole(files, opened.file('media/frame.webp'), Buffer.from(`RIFF ${words.join(' ')}`));
  const shown = { atMs: 1000, sha256: '0'.repeat(64), widthPx: 8, heightPx: 8, text: words.join(' ') };
  const [recording] = store.listRecordings(processId);
  store.saveFrames(recording!.id, [{ path: 'media/frame.webp', ...shown }]);
  const payload = `{"said":"${words.join(' ')}"}`;
  const sent = { startedMs: 1, host: 'example.org', purpose: 'a question', isBeyond: true };
  createLedger(ledgerOf(workspace), randomUUID, files).begin({ ...sent, payload });
  await plain.close();
  const before = await readHeld(workspace, PASSPHRASE);
  expect(Object.keys(before.files).some((path) => path.startsWith('media/'))).toBe(true);
  expect([before.rows['frames'], before.rows['turns']].map((rows) => (rows ?? []).length > 0)).toEqual([true, true]);
  expect(words.length).toBeGreaterThan(30);
  expect(new Set(findWords(workspace, words).map((found) => found.split(': ')[1])).size).toBe(words.length);

  const sealing = await open(workspace);
  const { recoveryKey } = await finish(await sealing.client.vault.seal({ passphrase: PASSPHRASE }));
  // Open as it is, with its log of changes beside it.
  expect(findWords(workspace, words)).toEqual([]);
  const backup = join(createTestFolder(), 'planning.backup');
  await sealing.client.workspace.backup({ file: backup });
  expect(findWords(join(backup, '..'), words)).toEqual([]);
  const hits = await sealing.client.evidence.search({ words: words[3]! });
  expect(hits.searched).toBeGreaterThan(0);
  await sealing.close();
  expect(findWords(workspace, words)).toEqual([]);
  const after = await readHeld(workspace, recoveryKey ?? '');
  expect(after.form).toBe('sealed');
  expect(after.files).toEqual(before.files);
  expect(after.rows['transcript_segments']).toEqual(before.rows['transcript_segments']);
  expect(after.rows['turns']).toEqual(before.rows['turns']);

  // The backup opens elsewhere, with what opened the workspace then.
  const elsewhere = join(createTestFolder(), 'elsewhere');
  await restoreWorkspace(elsewhere, backup, (vault) => unwrapWithSecret(vault, PASSPHRASE));
  expect((await readHeld(elsewhere, PASSPHRASE)).rows['transcript_segments']).toEqual(
    before.rows['transcript_segments'],
  );
}, 300_000);

test('a locked workspace answers of its vault alone, and opens with either secret', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const first = await open(workspace);
  await finish(await first.client.vault.seal({ passphrase: PASSPHRASE }));
  await first.close();
  const { client } = await open(workspace);
  expect(await client.vault.state()).toMatchObject({ door: 'locked', form: 'sealed', canMove: true });
  expect(await codeOf(client.process.list())).toBe('vault/locked');
  expect(await codeOf(client.vault.unlock({ secret: 'four words or less' }))).toBe('vault/wrong-key');
  expect(await codeOf(client.vault.renewRecovery())).toBe('vault/locked');
  await client.vault.unlock({ secret: PASSPHRASE });
  expect(await client.process.list()).toEqual([]);
  const { recoveryKey } = await client.vault.renewRecovery();
  await client.vault.lock();
  expect(await codeOf(client.process.list())).toBe('vault/locked');
  await client.vault.unlock({ secret: recoveryKey ?? '' });
  await client.vault.keepRecovery();
  await client.vault.setPassphrase({ current: PASSPHRASE, passphrase: 'quite another passphrase' });
  await client.vault.lock();
  expect(await codeOf(client.vault.unlock({ secret: PASSPHRASE }))).toBe('vault/wrong-key');
  await client.vault.unlock({ secret: 'quite another passphrase' });
  expect((await client.vault.state()).slots.map(({ kind, isKept }) => [kind, isKept])).toEqual([
    ['recovery', true],
    ['passphrase', true],
  ]);
  await finish(await client.vault.unseal());
  expect(await client.vault.state()).toMatchObject({ door: 'open', form: 'plain', slots: [] });
  expect(readdirSync(workspace)).not.toContain('vault.json');
}, 300_000);

test('a new workspace of a door that seals is sealed by the keystore, and asks where there is none', async () => {
  const keystore = fakeKeystore();
  const workspace = join(createTestFolder(), 'workspace');
  const made = await open(workspace, { keystore, sealNew: true });
  expect(await made.client.vault.state()).toMatchObject({ door: 'open', form: 'sealed', keystore: keystore.name });
  await made.close();
  const again = await open(workspace, { keystore, sealNew: true });
  expect((await again.client.vault.state()).door).toBe('open');
  await again.close();
  const elsewhere = await open(workspace, { keystore: fakeKeystore(), sealNew: true });
  expect((await elsewhere.client.vault.state()).door).toBe('locked');
  await elsewhere.close();
  const { client } = await open(join(createTestFolder(), 'workspace'), { sealNew: true });
  expect((await client.vault.state()).door).toBe('unmade');
  expect(await codeOf(client.process.list())).toBe('vault/locked');
  const { recoveryKey } = await client.vault.make({ isSealed: true, passphrase: PASSPHRASE });
  expect(recoveryKey).toMatch(/^[0-9A-Z-]{41}$/);
  expect(await client.vault.state()).toMatchObject({ door: 'open', form: 'sealed' });
}, 300_000);
