import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeVault, summarise, withKeptRecovery, withoutSlot, withSlot } from './keyring.ts';
import { unwrapWithKeystore, unwrapWithSecret, wrapWithPassphrase } from './slots.ts';
import { fakeKeystore, TEST_COST } from './testing/fake-keystore.ts';
import { findVault, writeVault } from './vault-file.ts';

const NOW_MS = 1_700_000_000_000;
const PASSPHRASE = 'four words or more';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-vault-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('passphrase, recovery key and keystore each give the one key', async () => {
  const keystore = fakeKeystore();
  const { vault, key, recoveryKey } = await makeVault({
    passphrase: PASSPHRASE,
    keystore,
    nowMs: NOW_MS,
    cost: TEST_COST,
  });
  const given = [
    await unwrapWithSecret(vault, PASSPHRASE),
    await unwrapWithSecret(vault, ` ${PASSPHRASE}\n`),
    await unwrapWithSecret(vault, recoveryKey.toLowerCase().replaceAll('-', ' ')),
    await unwrapWithKeystore(vault, keystore),
  ];
  for (const each of given) expect([...each!]).toEqual([...key]);
});

test('what is wrong is one line that says what to do', async () => {
  const { vault, recoveryKey } = await makeVault({
    passphrase: PASSPHRASE,
    keystore: undefined,
    nowMs: NOW_MS,
    cost: TEST_COST,
  });
  const other = await makeVault({ passphrase: null, keystore: undefined, nowMs: NOW_MS, cost: TEST_COST });
  const slip = `${recoveryKey.slice(0, 6)}${recoveryKey[6] === 'A' ? 'B' : 'A'}${recoveryKey.slice(7)}`;
  const says = async (secret: string) => unwrapWithSecret(vault, secret).catch((error: Error) => error.message);
  expect([await says('Four words or more'), await says(other.recoveryKey), await says(slip)]).toEqual([
    'This passphrase or recovery key does not open the workspace. Check capitals and the keyboard, or use the other of the two.',
    'This passphrase or recovery key does not open the workspace. Check capitals and the keyboard, or use the other of the two.',
    'Group 2 of the recovery key has a slip. Compare its five characters with what was written down.',
  ]);
});

test('a passphrase is the same from every keyboard, and never short', async () => {
  const { vault, key } = await makeVault({
    passphrase: 'Bu\u0308ro im Erdgeschoss',
    keystore: undefined,
    nowMs: NOW_MS,
    cost: TEST_COST,
  });
  expect([...(await unwrapWithSecret(vault, 'B\u00fcro im Erdgeschoss'))]).toEqual([...key]);
  await expect(wrapWithPassphrase(key, ' too short ', { nowMs: NOW_MS })).rejects.toMatchObject({
    code: 'vault/short-passphrase',
  });
});

test('a keystore of another machine, or one that is locked, says so and gives nothing', async () => {
  const { vault } = await makeVault({ passphrase: null, keystore: fakeKeystore(), nowMs: NOW_MS, cost: TEST_COST });
  await expect(unwrapWithKeystore(vault, fakeKeystore())).rejects.toMatchObject({ code: 'vault/keystore' });
});

test('a slot that was put into another vault opens nothing', async () => {
  const one = await makeVault({ passphrase: PASSPHRASE, keystore: undefined, nowMs: NOW_MS, cost: TEST_COST });
  const two = await makeVault({
    passphrase: 'another of four words',
    keystore: undefined,
    nowMs: NOW_MS,
    cost: TEST_COST,
  });
  const forged = withSlot(two.vault, one.vault.slots.find(({ kind }) => kind === 'passphrase')!);
  await expect(unwrapWithSecret(forged, PASSPHRASE)).rejects.toMatchObject({ code: 'vault/wrong-key' });
});

test('slots come and go, and one that a person can open always stays', async () => {
  const keystore = fakeKeystore();
  const { vault, key } = await makeVault({ passphrase: PASSPHRASE, keystore, nowMs: NOW_MS, cost: TEST_COST });
  const changed = withSlot(
    vault,
    await wrapWithPassphrase(key, 'quite another passphrase', { nowMs: NOW_MS + 1, cost: TEST_COST }),
  );
  await expect(unwrapWithSecret(changed, PASSPHRASE)).rejects.toMatchObject({ code: 'vault/wrong-key' });
  expect([...(await unwrapWithSecret(changed, 'quite another passphrase'))]).toEqual([...key]);
  const alone = withoutSlot(withoutSlot(changed, 'keystore'), 'recovery');
  expect(summarise(alone)).toEqual([{ kind: 'passphrase', madeMs: NOW_MS + 1, isKept: true }]);
  expect(() => withoutSlot(alone, 'passphrase')).toThrow('Nobody could open the workspace any more');
  expect(summarise(withKeptRecovery(vault, NOW_MS))).toEqual([
    { kind: 'keystore', madeMs: NOW_MS, isKept: true },
    { kind: 'passphrase', madeMs: NOW_MS, isKept: true },
    { kind: 'recovery', madeMs: NOW_MS, isKept: true },
  ]);
});

test('vault.json holds what is wrapped and nothing that opens it', async () => {
  const folder = temporaryFolder();
  const { vault, key, recoveryKey } = await makeVault({
    passphrase: PASSPHRASE,
    keystore: undefined,
    nowMs: NOW_MS,
    cost: TEST_COST,
  });
  writeVault(folder, vault);
  expect(findVault(folder)).toEqual(vault);
  const path = join(folder, 'vault.json');
  const text = readFileSync(path, 'utf8');
  const secrets = [PASSPHRASE, recoveryKey, recoveryKey.replaceAll('-', '')];
  for (const form of ['base64', 'hex'] as const) secrets.push(Buffer.from(key).toString(form));
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  // Windows has no such modes.
  expect(process.platform === 'win32' ? 0o600 : statSync(path).mode & 0o777).toBe(0o600);
});

test('a vault.json that is none, or of a later Mirror, is told without quoting it', () => {
  const folder = temporaryFolder();
  const codeOf = (text: string): unknown => {
    writeFileSync(join(folder, 'vault.json'), text);
    try {
      return findVault(folder);
    } catch (error) {
      return String(error).includes('geheim') ? 'quoted' : error instanceof Error && 'code' in error && error.code;
    }
  };
  expect([
    codeOf('{"geheim'),
    codeOf('{"format":"mirror-vault/1","id":"geheim"}'),
    codeOf('{"format":"mirror-vault/2"}'),
  ]).toEqual(['vault/damaged', 'vault/damaged', 'vault/newer']);
});
