// What is read from beside the code in a checkout must be beside the bundle in a package.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DATA_FILES } from './data-files.ts';

const HOME = resolve(import.meta.dirname, '../..');
const IS_TESTING = /\.(?:test|case|sample)\.ts$|(?:^|\/)testing(?:\.ts|\/)|\/(?:fixtures|fuzz)\/|^db\/generate\.ts$/;
/** The one place that knows where programs and files of the app are. */
const PLACES = 'src/host/programs/programs.ts';

const sources = globSync('{src,db,models}/**/*.ts', { cwd: HOME }).filter(
  (file) => !IS_TESTING.test(file) && file !== PLACES,
);

test('every file that the code finds by its own place is one of the table', () => {
  const table = new Set(Object.values(DATA_FILES).map((file) => basename(file)));
  const found = sources.flatMap((file) =>
    [...readFileSync(join(HOME, file), 'utf8').matchAll(/import\.meta\.(?:url|dirname|filename)/g)].map(
      ({ index }) => ({
        file,
        // The line it stands in says what is looked for.
        line: readLine(file, index),
      }),
    ),
  );
  const others = found.filter(({ line }) => !/createRequire\(import\.meta\.url\)/.test(line) && !names(line, table));
  expect(others).toEqual([]);
  expect(found.length).toBeGreaterThan(3);
});

test('every file of the table is there', () => {
  expect(Object.values(DATA_FILES).filter((file) => !existsSync(join(HOME, file)))).toEqual([]);
});

function readLine(file: string, index: number): string {
  const text = readFileSync(join(HOME, file), 'utf8');
  return text.slice(text.lastIndexOf('\n', index) + 1, text.indexOf('\n', index)).trim();
}

/** `new URL('./migrations', import.meta.url)`, or a function that is given one of the names. */
const names = (line: string, table: ReadonlySet<string>): boolean =>
  [...table].some((name) => line.includes(`'${name}'`) || line.includes(`'./${name}'`)) || /readScript = /.test(line);
