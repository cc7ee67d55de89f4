// mirror compare --process NAME --with SIDE [--period FROM..TO ...]
import type { Change, ComparedSide, Comparison, GraphSide } from '../../domain/comparison.ts';
import { sayDuration } from '../../insights/say.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findProcess } from '../find-process.ts';
import { count, print, printJson } from '../output.ts';
import { badSide } from '../read-period.ts';
import { readSide, readSlice, type SliceOptions } from '../read-slice.ts';
import { withClient } from '../with-client.ts';

interface CompareOptions extends SliceOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly with: string;
  readonly limit: number;
  readonly json?: boolean;
}

export async function runCompare(options: CompareOptions): Promise<void> {
  const slice = readSlice(options);
  requireWorkspace(options.workspace);
  await withClient(options.workspace, async (client, signal) => {
    const { id, name } = await findProcess(client, options.process);
    const before = await readSide(client, id, options.with);
    // What people tell stands against what the logs show, not against both together.
    const isTold = before.from === 'process' && before.part === 'told';
    const part = slice || isTold ? 'observed' : 'all';
    const after: GraphSide = { from: 'process', processId: id, part, ...(slice && { slice }) };
    if (JSON.stringify(before) === JSON.stringify(after))
      throw badSide(`--with "${options.with}"`, 'both sides are the same');
    const comparison = await client.compare.run({ before, after }, { signal });
    if (options.json) printJson({ process: name, ...comparison });
    else printComparison(name, comparison, options.limit);
  });
}

function printComparison(name: string, comparison: Comparison, limit: number): void {
  const { before, after, changes, steady, notes, isInTime } = comparison;
  print(`${name}: ${after.title} against ${before.title}`);
  print();
  for (const [word, side] of [
    [isInTime ? 'before' : '-', before],
    [isInTime ? 'after' : '+', after],
  ] as const)
    print(`${word.padEnd(isInTime ? 8 : 2)}${describeSide(side)}`);
  print();
  if (changes.length === 0) print('No difference was found.');
  for (const change of changes.slice(0, limit))
    print(`${SIGNS[change.kind]} ${change.certainty.padEnd(9)} ${change.sentence}`);
  if (changes.length > limit) print(`  ${count(changes.length - limit, 'more change')}; --limit shows more`);
  print();
  print(`${count(steady, 'activity or transition', 'activities and transitions')} without a clear change.`);
  const only = isInTime ? ['after', 'before'] : [`in ${after.title}`, `in ${before.title}`];
  print(`+ only ${only[0]}   - only ${only[1]}   ~ how often   t how long`);
  for (const note of notes) print(`Note: ${note}`);
}

const SIGNS: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '-', frequency: '~', time: 't' };

function describeSide({ title, cases, unit, activities, transitions, cycle }: ComparedSide): string {
  const size = `${count(cases, unit.slice(0, -1))}, ${count(activities, 'activity', 'activities')}, ${count(transitions, 'transition')}`;
  return `${title}: ${size}${cycle ? `, ${sayDuration(cycle.medianMs)} a case in the median` : ''}`;
}
