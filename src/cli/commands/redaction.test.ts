import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder } from '../../host/testing.ts';
import { runMirror } from '../testing.ts';

test('the terminal shows rules, tries a file without showing a value whole, and changes what is on', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const notes = join(folder, 'notes.txt');
  writeFileSync(notes, 'Call +43 660 1234567\nPassword: Sommer2026!\n');

  const tried = await runMirror(['redaction', '--try', notes], workspace);
  expect(tried.stdout.split('\n').map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual([
    '1:6 phone phone-international +4… (15 characters)',
    '2:11 secret password … (11 characters)',
    '1 phone number and 1 key or password would be replaced.',
    '',
  ]);

  const off = await runMirror(
    ['redaction', '--off', 'phone', '--add', 'Falcon, Nest', '--as', 'words', '--json'],
    workspace,
  );
  expect(JSON.parse(off.stdout)).toMatchObject({
    kinds: [
      { kind: 'email', isOn: true },
      { kind: 'phone', isOn: false, placeholder: '[phone]', count: 0 },
      {},
      {},
      {},
      {},
      {},
      {},
      {},
    ],
    own: [{ as: 'words', pattern: 'Falcon, Nest' }],
    subjects: [],
  });
  const shown = await runMirror(['redaction'], workspace);
  expect(shown.stdout).toContain('off  phone');
  expect(shown.stdout).toContain('own (words): Falcon, Nest');
  expect(shown.stdout).toContain('Pictures, sound and files are kept as they came');
});

test('a kind that is none, a pattern that cannot be run and a file that is not there end with one line', async () => {
  const workspace = join(createTestFolder(), 'workspace');
  const kind = await runMirror(['redaction', '--on', 'birthday'], workspace);
  expect({ code: kind.code, says: kind.stderr.includes('email, phone, iban') }).toEqual({ code: 2, says: true });
  const pattern = await runMirror(['redaction', '--add', '(a', '--as', 'regex'], workspace);
  expect(pattern.stderr).toContain('"(a" cannot be used as a pattern ("(" at 1 is not closed)');
  const file = await runMirror(['redaction', '--try', '/no/such/file.txt'], workspace);
  expect(file.stderr).toContain('there is no such file');
});
