// In: the sources that git tracks. Out: files longer than a file may be. Tables say so on their first lines.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const MAX_LINES = 300;
const MAX_ELECTRON_LINES = 600;
const TABLE_MARK = 'long on purpose:';

const HOME = resolve(import.meta.dirname, '..');

export function findLongFiles(files: ReadonlyMap<string, string>): string[] {
  const lengths = [...files].map(([file, text]) => ({ file, text, lines: text.split('\n').length - 1 }));
  const long = lengths
    .filter(({ text, lines }) => lines > MAX_LINES && !text.slice(0, 400).includes(TABLE_MARK))
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${MAX_LINES}`);
  const electron = lengths.filter(({ file }) => file.startsWith('electron/') && !/\.test\.|\/testing\//.test(file));
  const total = electron.reduce((sum, { lines }) => sum + lines, 0);
  return total > MAX_ELECTRON_LINES ? [...long, `electron/: ${total} lines, at most ${MAX_ELECTRON_LINES}`] : long;
}

if (process.argv[1] === import.meta.filename) {
  const names = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], { cwd: HOME, encoding: 'utf8' });
  const files = names.split('\n').filter((name) => name !== '' && existsSync(resolve(HOME, name)));
  const complaints = findLongFiles(new Map(files.map((file) => [file, readFileSync(resolve(HOME, file), 'utf8')])));
  for (const complaint of complaints) console.error(complaint);
  console.log(`${files.length} files measured, ${complaints.length} too long`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
