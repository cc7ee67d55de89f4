// How well told steps are matched with the activities of a log: what is joined, what is asked, what is missed.
//   node bench/alignment.ts [--gold DIR] [--misses] [--json]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Counts, countMatches, sumCounts, tellShares } from './alignment/score.ts';
import { matchGold } from './alignment/match-gold.ts';

const GOLD = join(import.meta.dirname, 'gold', 'alignment');

/** One process: a log's activities in the order they run, and told steps with the activity that is the same doing. */
const AlignmentGold = z.object({
  log: z.array(z.object({ label: z.string(), role: z.string() })),
  told: z.array(
    z.object({
      label: z.string(),
      actor: z.string(),
      system: z.string().nullable(),
      artifact: z.string().nullable(),
      same: z.string().nullable(),
    }),
  ),
});
export type AlignmentGold = z.infer<typeof AlignmentGold>;

const { values } = parseArgs({
  options: { gold: { type: 'string' }, misses: { type: 'boolean' }, json: { type: 'boolean' } },
});
const folders = values.gold ? { gold: values.gold } : { dev: join(GOLD, 'dev'), heldout: join(GOLD, 'heldout') };
const figures = Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, measure(name, folder)]));
if (values.json) console.log(JSON.stringify(figures));
else console.table(figures);

function measure(name: string, folder: string) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const counts = files.map((file): Counts => {
    const gold = AlignmentGold.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    const found = matchGold(gold);
    // Whoever reads the misses of what is held out has spent it.
    if (values.misses && name !== 'heldout') listMisses(file, found);
    return countMatches(found);
  });
  return tellShares(sumCounts(counts));
}

function listMisses(file: string, found: ReturnType<typeof matchGold>): void {
  for (const { told, same, joined, asked } of found) {
    if (joined === same) continue;
    const what = joined ? `joined "${joined}"` : asked.length > 0 ? `asked ${asked.join(' | ')}` : 'apart';
    process.stderr.write(`${file}: "${told}" is ${same ? `"${same}"` : 'no activity'}: ${what}\n`);
  }
}
