// Docs that fail when they lie: lists in README and ARCHITECTURE against the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../src/cli/program.ts';
import { ERRORS } from '../src/domain/errors.ts';
import { FLOW } from '../src/host/flow.ts';

const HOME = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(HOME, name), 'utf8');
const README = read('README.md');
const ARCHITECTURE = read('ARCHITECTURE.md');

test('every command is in the README with the words of its own help', () => {
  const listed = [...README.matchAll(/^\| `mirror (\w+)` \| (.+) \|$/gm)].map(([, name, words]) => [name, words]);
  expect(listed).toEqual(createProgram().commands.map((command) => [command.name(), command.description()]));
});

test('every npm script is in the README', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const missing = Object.keys(scripts).filter(
    (name) =>
      !README.includes(name === 'start' ? 'npm start' : name === 'test' ? 'npm test' : `npm run ${name}`) &&
      !README.includes(`npm run -s ${name}`),
  );
  expect(missing).toEqual([]);
});

test('every word of the glossary is a type of the domain', () => {
  const domain = readdirSync(join(HOME, 'src', 'domain'))
    .map((name) => read(join('src', 'domain', name)))
    .join('\n');
  const words = [...ARCHITECTURE.matchAll(/^\| [\w ]+ \| `(\w+)` \|/gm)].map(([, type]) => type);
  expect(words.length).toBeGreaterThan(15);
  expect(words.filter((type) => !new RegExp(`export (type|interface) ${type}\\b`).test(domain))).toEqual([]);
});

test('the stages of the flow are the ones ARCHITECTURE names', () => {
  const table = ARCHITECTURE.slice(
    ARCHITECTURE.indexOf('| stage |'),
    ARCHITECTURE.indexOf('Evidence is stored before'),
  );
  const stages = [...table.matchAll(/^\| (\w+) \|/gm)].map(([, stage]) => stage).filter((stage) => stage !== 'stage');
  expect(stages).toEqual(FLOW.map(({ stage }) => stage));
});

test('every dependency has its line in DECISIONS', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const [, list = ''] = read('DECISIONS.md').split('\n## Dependencies\n');
  // Whole names before the colon of a line: "vite" must not pass because "@vitejs/plugin-react" is there.
  const named = new Set([...list.matchAll(/^- (.+?): /gm)].flatMap(([, names = '']) => names.split(/[\s,()]+/)));
  const used = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
  expect(used.filter((name) => !named.has(name))).toEqual([]);
});

test('every environment variable that the code reads is documented', () => {
  const sources = ['src', 'db', 'models', 'scripts', 'renderer'].flatMap((folder) =>
    readdirSync(join(HOME, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => read(join(folder, name))),
  );
  const used = new Set(sources.flatMap((text) => [...text.matchAll(/\bMIRROR_[A-Z_]+\b/g)].map(([name]) => name)));
  expect([...used].filter((name) => !README.includes(name))).toEqual([]);
});

test('every expected failure says what happened and what to do, in one line each', () => {
  for (const { title, hint } of Object.values(ERRORS)) {
    expect(`${title}|${hint}`).not.toMatch(/\n/);
    expect(hint).toMatch(/\.$/);
    expect(title).not.toMatch(/\.$/);
  }
});
