// Whether the reading leans on names: swaps names, roles, systems and objects of a gold set for invented ones, compares.
//   node bench/generalisation.ts --gold DIR [--json]        (DIR holds annotated narrations and score.mjs)
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Annotated, buildSwap, KINDS, swapValue } from './generalisation/swap.ts';

const KEEP: ReadonlySet<string> = new Set([
  'id',
  'process',
  'variant',
  'split',
  'schema',
  'style',
  'when',
  'then',
  'kind',
  'language',
  'key',
  'transcripts',
  'members',
  'after',
  'duration',
  'durationMin',
  'durationMax',
]);

interface Score {
  readonly overall: number;
  readonly elements: Readonly<Record<string, { readonly f1: number }>>;
}

const { values } = parseArgs({
  options: { gold: { type: 'string' }, json: { type: 'boolean' }, keep: { type: 'string' }, kinds: { type: 'string' } },
});
if (!values.gold) {
  process.stderr.write(
    'usage: node bench/generalisation.ts --gold DIR [--json] [--keep OUT] [--kinds names,systems]\n',
  );
  process.exit(2);
}
compare(values.gold);

function compare(gold: string): void {
  const work = mkdtempSync(join(tmpdir(), 'generalisation-'));
  try {
    const files = readdirSync(gold)
      .filter((file) => file.endsWith('.json'))
      .sort();
    const texts = files.map((file) => readFileSync(join(gold, file), 'utf8'));
    // Our own annotated files: read as data for this comparison only, never by the extractor.
    const swap = buildSwap(
      texts.map((text) => JSON.parse(text) as Annotated),
      new Set(values.kinds?.split(',') ?? KINDS),
    );
    const swapped = values.keep ?? join(work, 'gold');
    mkdirSync(swapped, { recursive: true });
    files.forEach((file, at) =>
      writeFileSync(join(swapped, file), JSON.stringify(swapValue(JSON.parse(texts[at] ?? ''), swap, KEEP), null, 1)),
    );
    const before = scoreSet(gold, gold, join(work, 'before'));
    const after = scoreSet(gold, swapped, join(work, 'after'));
    const rows = [
      ['overall', before.overall, after.overall] as const,
      ...Object.keys(before.elements).map(
        (name) => [name, before.elements[name]?.f1 ?? 0, after.elements[name]?.f1 ?? 0] as const,
      ),
    ];
    const figures = rows.map(([element, given, invented]) => ({
      element,
      given: round(given),
      invented: round(invented),
      change: round(invented - given),
    }));
    process.stdout.write(
      values.json
        ? `${JSON.stringify(figures)}\n`
        : `${figures.map((row) => `${row.element.padEnd(14)}${String(row.given).padStart(7)}${String(row.invented).padStart(7)}${String(row.change).padStart(7)}`).join('\n')}\n`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function scoreSet(scorer: string, gold: string, out: string): Score {
  const here = import.meta.dirname;
  execFileSync(process.execPath, [join(here, 'extraction.ts'), '--gold', gold, '--out', out, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const report = join(out, 'score.json');
  execFileSync(process.execPath, [join(scorer, 'score.mjs'), gold, out, '--json', report], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // The scorer's own report.
  return JSON.parse(readFileSync(report, 'utf8')) as Score;
}

function round(share: number): number {
  return Math.round(share * 1000) / 10;
}
