// Comes in: sentences. Goes out: mentions, by a tagger that starts from the rules and learns where they are wrong.
import { type SequenceModel, tagSequence, trainSequences } from '../../lib/sequence-perceptron.ts';
import { countRoles, featuresOf, toLabels } from './mention-features.ts';
import { proposeMentions } from './propose-mentions.ts';
import { readSentence, type Sentence } from './read-sentence.ts';
import { type Description, MENTION_TYPES, type Mention } from './types.ts';

/** A description read once: everything later stages look at. */
export interface ReadDescription {
  readonly sentences: readonly Sentence[];
  /** Features of every word, by sentence. */
  readonly features: readonly (readonly (readonly string[])[])[];
}

export interface MentionModel {
  readonly tagger: SequenceModel;
}

const LABELS: readonly string[] = ['O', ...MENTION_TYPES.flatMap((type) => [`B-${type}`, `I-${type}`])];
/** How much the rules are believed before training, in units of one correction. Gateways are few and formulaic. */
const RULE_WEIGHT = 45;
const GATEWAY_RULE_WEIGHT = 100;
const EPOCHS = 3;
const RUNS = 6;
const MARGIN = 10;

/** Reads the sentences and what the rules and the whole text say about each word. */
export function readDescription(description: Description): ReadDescription {
  const sentences = description.sentences.map((words) => readSentence(words));
  const counts = countRoles(sentences);
  const features = sentences.map((sentence, at) =>
    featuresOf(sentence, { counts, proposals: proposeMentions(sentence), isFirst: at === 0 }),
  );
  return { sentences, features };
}

/** Learns from descriptions with their mentions. About a second for forty descriptions. */
export function trainMentions(
  examples: readonly { readonly read: ReadDescription; readonly mentions: readonly Mention[] }[],
): MentionModel {
  const sequences = examples.flatMap(({ read, mentions }) =>
    read.features.map((features, sentence) => ({
      features,
      labels: toLabels(
        features.length,
        mentions.filter((mention) => mention.sentence === sentence),
      ),
    })),
  );
  const tagger = trainSequences(sequences, {
    labels: LABELS,
    mayFollow: (before, label) => !label.startsWith('I-') || before?.slice(2) === label.slice(2),
    epochs: EPOCHS,
    runs: RUNS,
    margin: MARGIN,
    beliefs: LABELS.map((label) => ({ feature: `rule=${label}`, label, weight: weightOfRule(label) })),
  });
  return { tagger };
}

function weightOfRule(label: string): number {
  return /Gateway|Condition/.test(label) ? GATEWAY_RULE_WEIGHT : RULE_WEIGHT;
}

/** Mentions in the order of the text. Without a model, what the rules alone find. */
export function findMentions(read: ReadDescription, model: MentionModel | null): Mention[] {
  return read.sentences.flatMap((sentence, at) => {
    const labels = model
      ? tagSequence(model.tagger, read.features[at] ?? [])
      : toLabels(sentence.words.length, proposeMentions(sentence));
    return toMentions(labels, at);
  });
}

function toMentions(labels: readonly string[], sentence: number): Mention[] {
  const mentions: Mention[] = [];
  for (let from = 0; from < labels.length; from += 1) {
    const type = MENTION_TYPES.find((each) => labels[from] === `B-${each}`);
    if (!type) continue;
    let to = from + 1;
    while (labels[to] === `I-${type}`) to += 1;
    mentions.push({ type, sentence, from, to });
  }
  return mentions;
}
