// In: the imports as they are. Out: the map of rooms in ARCHITECTURE.md; with --write redrawn, otherwise compared.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruiseSources } from './check-arrows.ts';

const HOME = resolve(import.meta.dirname, '..');
const FILE = join(HOME, 'ARCHITECTURE.md');
const MAP = /<!-- map -->[\s\S]*?<!-- \/map -->/;

const FLOW = [
  'lib',
  'domain',
  'needs',
  'capture',
  'ingest',
  'evidence',
  'steps',
  'graph',
  'insights',
  'answers',
  'exports',
  'api',
  'host',
  'web',
  'cli',
  'mcp',
  'desktop',
  'db',
  'models',
  'electron',
  'renderer',
];
/** Nearly every room knows the words and the helpers; drawing that would hide the rest. */
const GROUND = ['lib', 'domain', 'needs'];

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** A mermaid drawing of which room imports which, in the order of the flow; an arrow shows where data goes. */
export function drawMap(imports: readonly Import[]): string {
  const arrows = new Set<string>();
  const rooms = new Set<string>();
  for (const { from, to } of imports) {
    const [reader, source] = [roomOf(from), roomOf(to)];
    if (reader === undefined || source === undefined || reader === source) continue;
    if (GROUND.includes(source) || GROUND.includes(reader)) continue;
    rooms.add(reader).add(source);
    arrows.add(`${source} --> ${reader}`);
  }
  const place = (arrow: string): number =>
    FLOW.indexOf(arrow.split(' ')[0] ?? '') * 100 + FLOW.indexOf(arrow.split(' ')[2] ?? '');
  const drawn = [...arrows].toSorted((a, b) => place(a) - place(b));
  const boxes = FLOW.filter((room) => rooms.has(room)).map((room) => `  ${room}`);
  return ['```mermaid', 'flowchart LR', ...boxes, ...drawn.map((arrow) => `  ${arrow}`), '```'].join('\n');
}

function roomOf(path: string): string | undefined {
  const room = /^src\/([a-z]+)\//.exec(path)?.[1] ?? /^(db|models|electron|renderer)\//.exec(path)?.[1];
  return room !== undefined && FLOW.includes(room) ? room : undefined;
}

function readImports(): Import[] {
  const isTest = (path: string): boolean => /\.(test|case)\.tsx?$|\/(fixtures|testing|gallery)[/.]/.test(path);
  return cruiseSources().modules.flatMap(({ source, dependencies }) =>
    isTest(source) ? [] : dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
}

if (process.argv[1] === import.meta.filename) {
  const text = readFileSync(FILE, 'utf8');
  const drawn = text.replace(MAP, () => `<!-- map -->\n${drawMap(readImports())}\n<!-- /map -->`);
  if (process.argv.includes('--write')) writeFileSync(FILE, drawn);
  const isCurrent = process.argv.includes('--write') || drawn === text;
  console.log(
    isCurrent ? 'the map in ARCHITECTURE.md is current' : 'the map in ARCHITECTURE.md is old; run npm run map',
  );
  process.exitCode = isCurrent ? 0 : 1;
}
