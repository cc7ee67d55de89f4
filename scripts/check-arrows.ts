// In: the sources. Out: every import that goes against the flow of the rooms; and a refusal to pass when little was read.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '..');
const TREES = ['src', 'db', 'models', 'renderer', 'electron'];

export interface ArrowsReport {
  readonly modules: number;
  readonly files: number;
  /** "src/lib/a.ts -> src/domain/b.ts (lib-imports-upstream-only)" */
  readonly violations: readonly string[];
}

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** Reads every module below `root` against the rules of .dependency-cruiser.cjs. */
export function readArrows(root = HOME): ArrowsReport {
  const trees = treesOf(root);
  const cruise = cruiseSources(root);
  return {
    modules: cruise.modules.filter(({ source }) => trees.some((tree) => source.startsWith(`${tree}/`))).length,
    files: trees.reduce((sum, tree) => sum + countSources(join(root, tree)), 0),
    violations: cruise.summary.violations.map(({ from, to, rule }) => `${from} -> ${to} (${rule.name})`),
  };
}

const treesOf = (root: string): string[] => TREES.filter((tree) => existsSync(join(root, tree)));

/** Every module with what it imports, by dependency-cruiser. */
export function cruiseSources(root = HOME): Cruise {
  const bin = join(HOME, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [bin, '--config', join(HOME, '.dependency-cruiser.cjs'), '--output-type', 'json', ...treesOf(root)];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!stdout.startsWith('{')) throw new Error(`the arrows checker did not run: ${stderr || stdout}`);
  return JSON.parse(stdout) as Cruise; // dependency-cruiser's documented json output
}

function countSources(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'),
  ).length;
}

/** Why the arrows do not hold; empty when they do. A checker that skips files passes for the wrong reason. */
export function judgeArrows({ modules, files, violations }: ArrowsReport): string[] {
  if (modules < files) return [`the arrows checker read ${modules} of ${files} source files`, ...violations];
  return [...violations];
}

if (process.argv[1] === import.meta.filename) {
  const report = readArrows();
  const complaints = judgeArrows(report);
  for (const complaint of complaints) console.error(complaint);
  console.log(`${report.modules} modules read, ${report.violations.length} against the flow`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
