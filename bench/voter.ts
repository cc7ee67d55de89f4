// How well verbs of activities are found in narrations: by the voter, by the rules, by both. And how fast the voter is.
//   node bench/voter.ts --gold DIR [--json]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createWinkTagger } from '../models/wink-tagger.ts';
import type { TaggedWord } from '../src/needs/tagger.ts';
import { extractSteps } from '../src/steps/extract.ts';
import { createVoter } from '../src/steps/voter/voter.ts';
import weights from '../src/steps/voter/weights.json' with { type: 'json' };
import { readNarration } from './extraction/narration.ts';
import { type GoldTalk, readGold } from './voter/read-gold.ts';

const { values } = parseArgs({ options: { gold: { type: 'string' }, json: { type: 'boolean' } } });
const tagger = createWinkTagger();
const voter = createVoter(weights);
if (values.gold) run(values.gold);
else {
  process.stderr.write('usage: node bench/voter.ts --gold DIR [--json]\n');
  process.exitCode = 2;
}

/** A verb said at a character of the whole talk, and whom it was found by. */
interface Verb {
  readonly at: number;
  readonly vote: number;
  readonly isTagged: boolean;
  readonly byRules: boolean;
}

interface Talk {
  readonly gold: GoldTalk;
  readonly verbs: readonly Verb[];
}

function run(folder: string): void {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const talks = files.sort().map((file) => readTalk(readFileSync(join(folder, file), 'utf8'), file));
  const measure = (isFound: (verb: Verb) => boolean) => measureFound(talks, isFound);
  const figures = {
    voter: measure(({ vote }) => vote >= 0.5),
    voterStrict: measure(({ vote }) => vote >= 0.8),
    rules: measure(({ byRules }) => byRules),
    both: measure(({ vote, byRules }) => byRules && vote >= 0.5),
    either: measure(({ vote, byRules }) => byRules || vote >= 0.5),
    rulesOrStrict: measure(({ vote, byRules }) => byRules || vote >= 0.8),
    rulesOnly: measure(({ vote, byRules }) => byRules && vote < 0.5),
    voterOnly: measure(({ vote, byRules }) => !byRules && vote >= 0.5),
    bins: [0, 0.2, 0.4, 0.6, 0.8].map((from) => ({
      from,
      ...measure(({ vote, isTagged }) => isTagged && vote >= from && vote < from + 0.2),
    })),
    wordsPerSecond: measureSpeed(talks),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [name, figure] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(16)}${JSON.stringify(figure)}\n`);
}

function readTalk(text: string, file: string): Talk {
  const gold = readGold(text, tagger);
  const narration = readNarration(text, file);
  const steps = narration ? extractSteps(narration.evidence, { tagger }).steps.filter((step) => !step.unsure) : [];
  const quotes = steps.map((step) => ({
    verb: step.verb.split(' ')[0] ?? '',
    ranges: step.evidence.flatMap((ref) => {
      if (ref.kind !== 'speech') return [];
      const start = gold.rows[ref.segment]?.start ?? 0;
      return [{ start: start + ref.charStart, end: start + ref.charEnd }];
    }),
  }));
  const verbs = gold.rows.flatMap(({ start, words }) => {
    const votes = voter.vote(words);
    return words.map((word, at) => ({ word, at: start + word.start, vote: votes[at] ?? 0 }));
  });
  const told = new Set(quotes.flatMap((quote) => verbOf(quote, verbs) ?? []));
  return {
    gold,
    verbs: verbs.map(({ word, at, vote }) => ({ at, vote, isTagged: word.pos === 'VERB', byRules: told.has(at) })),
  };
}

interface Quote {
  readonly verb: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** A step does not say which of its words is its verb: the one of that name, else the first verb in its words. */
function verbOf({ verb, ranges }: Quote, all: readonly { word: TaggedWord; at: number }[]): number | undefined {
  const inside = all.filter(
    ({ word, at }) => word.pos === 'VERB' && ranges.some(({ start, end }) => at >= start && at < end),
  );
  return (inside.find(({ word }) => word.lemma === verb) ?? inside[0])?.at;
}

/** Precision over verbs, recall over activities; what is said in optional spans only counts nothing. */
function measureFound(talks: readonly Talk[], isFound: (verb: Verb) => boolean) {
  let right = 0;
  let judged = 0;
  let found = 0;
  let wanted = 0;
  for (const { gold, verbs } of talks) {
    const hits = verbs.filter(isFound).map(({ at }) => at);
    const within = (activity: GoldTalk['activities'][number], at: number): boolean =>
      activity.ranges.some(({ start, end }) => at >= start && at < end);
    for (const at of hits) {
      const saying = gold.activities.filter((activity) => within(activity, at));
      const isRight = saying.some((activity) => !activity.isOptional);
      if (isRight) right += 1;
      if (isRight || saying.length === 0) judged += 1;
    }
    const needed = gold.activities.filter((activity) => !activity.isOptional);
    wanted += needed.length;
    found += needed.filter((activity) => hits.some((at) => within(activity, at))).length;
  }
  const [p, r] = [right / Math.max(1, judged), found / Math.max(1, wanted)];
  return { p: round(p), r: round(r), f1: round((2 * p * r) / Math.max(1e-9, p + r)), verbs: judged };
}

/** Words a second on one core, tagged beforehand, after a warm-up. */
function measureSpeed(talks: readonly Talk[]): number {
  const rows = talks.flatMap(({ gold }) => gold.rows.map(({ words }) => words));
  const words = rows.reduce((sum, row) => sum + row.length, 0);
  let startedAt = 0;
  const rounds = 20;
  for (let round = -5; round < rounds; round += 1) {
    if (round === 0) startedAt = performance.now();
    for (const row of rows) voter.vote(row);
  }
  return Math.round((words * rounds * 1000) / (performance.now() - startedAt));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
