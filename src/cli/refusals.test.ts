// Bad input at the terminal: one clear line each, exit 2, and the workspace as it was.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createTestFolder, writeTranscript } from '../host/testing.ts';
import { runMirror } from './testing.ts';

const HOME = resolve(import.meta.dirname, '..', '..');
const SAMPLE = join(HOME, 'samples', 'customer-onboarding');

test('what cannot be taken in is refused in one line and leaves the workspace as it was', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  await expectDone(['ingest', writeTranscript(folder), '--process', 'refunds', '--workspace', workspace]);
  const before = fingerprint(workspace);
  for (const { files, args, says } of refusals(folder)) {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    const { code, stdout, stderr } = await runMirror([...args, '--process', 'refunds', '--workspace', workspace]);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n').length, words: stderr.trimEnd() }).toEqual({
      code: 2,
      stdout: '',
      lines: 1,
      words: expect.stringMatching(says),
    });
    expect(fingerprint(workspace)).toEqual(before);
  }
});

test('a first file that is refused makes no process', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  writeFileSync(join(folder, 'words.webm'), 'just words');
  const args = ['ingest', join(folder, 'words.webm'), '--process', 'new', '--workspace', workspace];
  expect((await runMirror(args)).code).toBe(2);
  const { stderr } = await runMirror(['graph', '--process', 'new', '--workspace', workspace]);
  expect(stderr).toBe('mirror: There is no process named "new". The processes are: none yet.\n');
});

test('reading a workspace that is not there makes none', async () => {
  const workspace = join(createTestFolder(), 'typo');
  const { code, stderr } = await runMirror(['insights', '--process', 'new', '--workspace', workspace]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/typo: there is no workspace\. /) });
  expect(existsSync(workspace)).toBe(false);
});

test('a workspace that cannot be made is said in one line', async () => {
  const file = join(createTestFolder(), 'file');
  writeFileSync(file, '');
  const { code, stdout, stderr } = await runMirror(['demo'], join(file, 'workspace'));
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(
      /^mirror: .*workspace: this cannot be opened or written \(the folder cannot be made\)\. .*\n$/,
    ),
  });
});

interface Refusal {
  readonly files: Readonly<Record<string, string | Buffer>>;
  readonly args: readonly string[];
  readonly says: RegExp;
}

function refusals(folder: string): Refusal[] {
  const video = readdirSync(SAMPLE).find((name) => name.endsWith('.webm'))!; // the samples are part of the project
  const whole = readFileSync(join(SAMPLE, video));
  const transcript = readFileSync(join(SAMPLE, video.replace('.webm', '.vtt')));
  const file = (name: string): string => join(folder, name);
  return [
    {
      files: { 'half.webm': whole.subarray(0, whole.length / 2), 'half.vtt': transcript },
      args: ['ingest', file('half.webm')],
      says: /^mirror: half\.webm: the recording breaks off \(it says \d+ s and ends after \d+ s\)\. /,
    },
    {
      files: { 'empty.webm': '' },
      args: ['ingest', file('empty.webm')],
      says: /^mirror: empty\.webm: the file is empty\. /,
    },
    {
      files: { 'words.webm': 'just words', 'words.vtt': transcript },
      args: ['ingest', file('words.webm')],
      says: /^mirror: words\.webm: this is not a playable recording \(/,
    },
    {
      files: {},
      args: ['ingest', file('nowhere.webm')],
      says: /nowhere\.webm: there is no such file\. /,
    },
    {
      files: { 'silent.vtt': 'WEBVTT\n\n' },
      args: ['ingest', file('silent.vtt')],
      says: /^mirror: silent\.vtt: the transcript has no words\. /,
    },
    {
      files: { 'rows.csv': 'case,activity,time\n1,open,2026-01-01T10:00:00Z\n' },
      args: ['import', file('rows.csv'), '--case', 'order_no'],
      says: /^mirror: rows\.csv: there is no column "order_no"\. The columns are: case, activity, time\.$/m,
    },
    {
      files: { 'broken.xes': '<log><trace><event><string key="concept:name" value="open"></event></trace></log>' },
      args: ['import', file('broken.xes')],
      says: /^mirror: broken\.xes: line 1/,
    },
    {
      files: { 'entity.xes': '<!DOCTYPE log [<!ENTITY a "aaaa">]><log><trace/></log>' },
      args: ['import', file('entity.xes')],
      says: /^mirror: entity\.xes: /,
    },
    {
      files: {},
      args: ['import', folder],
      says: /^mirror: .*: this is a folder or a device, not a file\. Give the path of a file\.$/,
    },
    {
      files: { 'picture.bmp': 'BM' },
      args: ['ingest', file('picture.bmp')],
      says: /^mirror: picture\.bmp: Mirror does not read this kind of file\. Give one of \.webm /,
    },
  ];
}

async function expectDone(args: readonly string[]): Promise<void> {
  const { code, stderr } = await runMirror(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
}

/** Every file of the workspace with the hash of its content; SQLite's own side files come and go. */
function fingerprint(workspace: string): Record<string, string> {
  const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => !/-(wal|shm)$|\.lock$/.test(name));
  return Object.fromEntries(
    names.toSorted().map((name) => [name, createHash('sha256').update(readFileSync(name)).digest('hex')]),
  );
}

test('a program that asked for JSON gets the failure as JSON, with the same exit code', async () => {
  const workspace = join(createTestFolder(), 'typo');
  const missing = await runMirror(['graph', '--process', 'x', '--json'], workspace);
  const message = `${workspace}: there is no workspace. Check --workspace, or take something in first with \`mirror ingest\` or \`mirror import\`.`;
  expect({ code: missing.code, document: JSON.parse(missing.stdout) }).toEqual({
    code: 2,
    document: { error: { code: 'workspace/missing', message } },
  });
  expect(missing.stderr).toBe(`mirror: ${message}\n`);
  const wrong = await runMirror(['graph', '--process', 'x', '--json', '--nonsense'], workspace);
  expect({ code: wrong.code, document: JSON.parse(wrong.stdout) }).toEqual({
    code: 2,
    document: { error: { code: 'usage', message: expect.stringMatching(/^unknown option '--nonsense'/) } },
  });
});

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8')) as { version: string };
  expect(await runMirror(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});
