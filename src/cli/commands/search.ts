// mirror search WORDS [--process NAME] [--kind KIND] [--limit N]
import { MirrorError } from '../../domain/errors.ts';
import type { SearchAnswer, SearchHit, SearchKind } from '../../domain/search.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { count, print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface SearchOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly kind?: SearchKind;
  readonly limit: number;
  readonly json?: boolean;
}

export async function runSearch(typed: readonly string[], options: SearchOptions): Promise<void> {
  const words = typed.join(' ');
  if (!/[\p{L}\p{N}]/u.test(words)) throw unusable('There is no word to look for');
  if (words.length > 500) throw unusable('What is looked for has at most 500 characters');
  requireWorkspace(options.workspace);
  const answer = await withClient(options.workspace, async (client, signal) => {
    const process = options.process === undefined ? undefined : await client.process.find({ name: options.process });
    const kinds = options.kind && [options.kind];
    return client.evidence.search(
      { words, limit: options.limit, ...(process && { processId: process.id }), ...(kinds && { kinds }) },
      { signal },
    );
  });
  if (options.json) printJson(answer);
  else printAnswer(answer, words);
}

function printAnswer({ hits, corrected, searched }: SearchAnswer, words: string): void {
  for (const { typed, taken } of corrected) print(`"${typed}" stands nowhere; searched for ${taken.join(', ')}.`);
  if (hits.length === 0) print(`Nothing found for "${words}" in ${count(searched, 'text')}.`);
  for (const hit of hits) {
    print(`${hit.process.name} | ${sayPlace(hit)}`);
    print(`    ${mark(hit)}`);
  }
}

const KIND_WORDS = { speech: 'said', window: 'window', screen: 'on the screen', page: 'written' } as const;

function sayPlace({ kind, ref, source, actor, role }: SearchHit): string {
  const who = [actor, role].filter(Boolean).join(', ');
  const atMs = 'startMs' in ref ? ref.startMs : 'atMs' in ref ? ref.atMs : undefined;
  return [source, who, atMs === undefined ? '' : sayClock(atMs), KIND_WORDS[kind]].filter(Boolean).join(' | ');
}

/** The words that were found stand out, where the terminal can show it. */
function mark({ text, marks }: SearchHit): string {
  const [from, to] = process.stdout.isTTY ? ['\x1b[1m', '\x1b[22m'] : ['', ''];
  const marked = marks.reduceRight(
    (all, { start, end }) => `${all.slice(0, start)}${from}${all.slice(start, end)}${to}${all.slice(end)}`,
    text,
  );
  return marked.replaceAll(/\s+/g, ' ');
}

/** "1:02:03", as players write it. */
function sayClock(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  const tail = `${String(minutes).padStart(hours ? 2 : 1, '0')}:${String(seconds).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}

const unusable = (detail: string): MirrorError => new MirrorError('usage', { data: { detail } });
