// Finds mentions and relations in the process descriptions of PET (Bellan et al. 2022) and scores them.
//   node bench/pet.ts --data FILE [--json] [--rules]             each source kept back in turn, learned from the others
//   node bench/pet.ts --train FILE --test FILE [--json]          learned from one file, tested on the other
import { parseArgs } from 'node:util';
import { createWinkTagger } from '../models/wink-tagger.ts';
import { type Judgement, judgeDocument, trainModels } from './pet/judge.ts';
import { type GoldDocument, readPet } from './pet/read-pet.ts';
import { addCounts, type Count, type Score, sumCounts, toScore } from './pet/score.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    train: { type: 'string' },
    test: { type: 'string' },
    json: { type: 'boolean' },
    rules: { type: 'boolean' },
  },
});

const PARTS = ['mentions', 'relations', 'endToEnd'] as const;

interface PartReport extends Score {
  /** Mean F1 of the families, each weighing the same. */
  readonly meanOfFamilies: number;
  readonly byFamily: Readonly<Record<string, number>>;
  readonly byType: Readonly<Record<string, Score & { readonly gold: number }>>;
}

const judgements = judgeAll();
if (judgements) report(judgements);
else {
  process.stderr.write('usage: node bench/pet.ts (--data FILE | --train FILE --test FILE) [--json] [--rules]\n');
  process.exitCode = 2;
}

function judgeAll(): Judgement[] | null {
  const tagger = createWinkTagger();
  const options = { byRules: values.rules === true };
  if (values.train && values.test) {
    const models = trainModels(readPet(values.train, tagger), options);
    return readPet(values.test, tagger).map((document) => judgeDocument(document, models));
  }
  if (!values.data) return null;
  const documents = readPet(values.data, tagger);
  return [...Map.groupBy(documents, (document) => document.family)].flatMap(([family, kept]) => {
    const others = documents.filter((document: GoldDocument) => document.family !== family);
    const models = trainModels(others, options);
    return kept.map((document) => judgeDocument(document, models));
  });
}

function report(all: readonly Judgement[]): void {
  const parts = PARTS.map((part) => [part, reportPart(all, part)] as const);
  if (values.json) process.stdout.write(`${JSON.stringify(Object.fromEntries(parts))}\n`);
  else for (const [part, figures] of parts) printPart(part, figures);
}

function reportPart(all: readonly Judgement[], part: (typeof PARTS)[number]): PartReport {
  const types = addCounts(all.map((each) => each[part]));
  const families = Map.groupBy(all, (each) => each.family);
  const byFamily = [...families].map(
    ([family, members]) => [family, toScore(total(members.map((each) => each[part]))).f1] as const,
  );
  return {
    ...toScore(sumCounts([...types.values()])),
    meanOfFamilies: byFamily.reduce((sum, [, f1]) => sum + f1, 0) / Math.max(1, byFamily.length),
    byFamily: Object.fromEntries(byFamily),
    byType: Object.fromEntries([...types].map(([type, count]) => [type, { ...toScore(count), gold: count.gold }])),
  };
}

function total(counts: readonly ReadonlyMap<string, Count>[]): Count {
  return sumCounts(counts.flatMap((each) => [...each.values()]));
}

function printPart(part: string, figures: PartReport): void {
  const row = (name: string, score: Score, gold: string): string =>
    `  ${name.padEnd(26)}${[score.p, score.r, score.f1].map((value) => value.toFixed(3).padStart(8)).join('')}${gold.padStart(8)}`;
  const families = Object.entries(figures.byFamily).map(([family, f1]) => `${family}.x ${f1.toFixed(3)}`);
  const lines = [
    `${part}${' '.repeat(Math.max(1, 28 - part.length))}       P       R      F1    gold`,
    ...Object.entries(figures.byType).map(([type, score]) => row(type, score, String(score.gold))),
    row('all (micro)', figures, ''),
    `  mean of families ${figures.meanOfFamilies.toFixed(3)}: ${families.join(', ')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}
