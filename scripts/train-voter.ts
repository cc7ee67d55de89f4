// Trains the second voter (which verbs are activities) and writes src/steps/voter/weights.json.
//   node scripts/train-voter.ts --pet FILE          on PET documents (JSON lines) and the narrations beside the voter
//   node scripts/train-voter.ts                     on the narrations alone
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type GoldDocument, readPet } from '../bench/pet/read-pet.ts';
import { createWinkTagger } from '../models/wink-tagger.ts';
import { type MarkedRow, readMarked } from '../src/steps/voter/read-marked.ts';
import { trainVoter } from '../src/steps/voter/train.ts';

const HOME = resolve(import.meta.dirname, '../src/steps/voter');
const PET_NOTE =
  'process descriptions of PET (Bellan et al. 2022; MIT licence), of whose text nothing is kept but these weights';

const { values } = parseArgs({ options: { pet: { type: 'string' } } });
const tagger = createWinkTagger();
const narrations = readMarked(readFileSync(join(HOME, 'fixtures/narrations.txt'), 'utf8'), tagger);
const documents = values.pet ? readPet(values.pet, tagger) : [];
const trainedOn = [
  `${new Set(narrations.map(({ source }) => source)).size} made-up narrations (fixtures/narrations.txt)`,
  ...(values.pet ? [`${documents.length} ${PET_NOTE}`] : []),
];
const weights = trainVoter(
  [...narrations, ...documents.flatMap(toRows)],
  `Averaged perceptron: is this word the main verb of an activity? Trained by scripts/train-voter.ts on ${trainedOn.join(' and ')}.`,
);
writeFileSync(join(HOME, 'weights.json'), `${JSON.stringify(weights, null, 2)}\n`);
process.stderr.write(`${Object.keys(weights.weights).length} weights from ${narrations.length} segments\n`);

/** One row per sentence; the verb of an activity is its first word tagged as one. */
function toRows({ family, sentences, mentions }: GoldDocument): MarkedRow[] {
  return sentences.map((words, sentence) => {
    const verbs = mentions.flatMap(({ type, from, to, ...mention }) => {
      if (type !== 'Activity' || mention.sentence !== sentence) return [];
      const verb = words.slice(from, to).findIndex((word) => word.pos === 'VERB');
      return [from + Math.max(0, verb)];
    });
    return { source: `PET ${family}`, words, verbs: new Set(verbs) };
  });
}
