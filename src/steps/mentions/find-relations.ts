// Comes in: mentions in the order of the text. Goes out: relations between them, by two learned judges of pairs.
import { type Belief, type SequenceModel, tagSequence, trainSequences } from '../../lib/sequence-perceptron.ts';
import { logicalOrder } from './logical-order.ts';
import { argumentFeatures, flowFeatures, type Scene } from './pair-features.ts';
import { type Mention, RELATION_TYPES, type Relation } from './types.ts';

export interface RelationModel {
  readonly arguments: SequenceModel;
  readonly flow: SequenceModel;
}

const FLOW_TYPES: ReadonlySet<string> = new Set(['Activity', 'XOR Gateway', 'AND Gateway', 'Condition Specification']);
/** How many flow elements ahead the next one may stand. */
const REACH = 9;
const EPOCHS = 8;
const RUNS = 4;
const MARGIN = 6;
/**
 * What "A or B", "is told" and "sends to" mean is the same in every text, so it need not be learned.
 * Weights in units of one correction.
 */
const BELIEFS: readonly Belief[] = [
  { feature: 'choice=branch', label: 'flow', weight: 80 },
  { feature: 'choice=apart', label: 'none', weight: 80 },
  { feature: 'given=recipient', label: 'actor recipient', weight: 30 },
];

interface Pair {
  readonly head: number;
  readonly tail: number;
  readonly features: readonly string[];
}

export interface RelationExample extends Scene {
  /** Relations that are right; several per pair of entities are fine. */
  readonly isRelated: (type: string, head: number, tail: number) => boolean;
}

/** Learns from mentions that are right. A pair is a sequence of one; about half a second for forty descriptions. */
export function trainRelations(examples: readonly RelationExample[]): RelationModel {
  const learn = (pairsOf: (scene: Scene) => readonly Pair[], types: readonly string[]): SequenceModel =>
    trainSequences(
      examples.flatMap((example) =>
        pairsOf(example).map(({ head, tail, features }) => ({
          features: [features],
          labels: [types.find((type) => example.isRelated(type, head, tail)) ?? 'none'],
        })),
      ),
      {
        labels: ['none', ...types],
        mayFollow: () => true,
        epochs: EPOCHS,
        runs: RUNS,
        margin: MARGIN,
        beliefs: BELIEFS,
      },
    );
  return {
    arguments: learn(argumentPairs, ['uses', 'actor performer', 'actor recipient', 'further specification']),
    flow: learn(flowPairs, ['flow', 'same gateway']),
  };
}

/** `mentions` must be sorted by place in the text; relations point at positions in that list. */
export function findRelations(scene: Scene, model: RelationModel): Relation[] {
  return [...judge(argumentPairs(scene), model.arguments), ...judge(flowPairs(scene), model.flow)];
}

function judge(pairs: readonly Pair[], model: SequenceModel): Relation[] {
  return pairs.flatMap(({ head, tail, features }) => {
    const label = tagSequence(model, [features])[0];
    const type = RELATION_TYPES.find((each) => each === label);
    return type ? [{ type, head, tail }] : [];
  });
}

function argumentPairs(scene: Scene): Pair[] {
  const { mentions } = scene;
  return mentions.flatMap((activity, head) =>
    activity.type !== 'Activity'
      ? []
      : mentions.flatMap((argument, tail) =>
          argument.sentence === activity.sentence && !FLOW_TYPES.has(argument.type)
            ? [{ head, tail, features: argumentFeatures(scene, activity, argument) }]
            : [],
        ),
  );
}

function flowPairs(scene: Scene): Pair[] {
  const told = scene.mentions.flatMap((mention, at) => (FLOW_TYPES.has(mention.type) ? [at] : []));
  const places = logicalOrder(scene, told);
  const flow = places.flatMap((at) => scene.mentions[at] ?? []);
  return places.flatMap((head, first) =>
    places.slice(first + 1, first + 1 + REACH).map((tail, step) => ({
      head,
      tail,
      features: flowFeatures(flow, scene, first, first + 1 + step),
    })),
  );
}

/** Sorts mentions by their place in the text. */
export function inTextOrder(one: Mention, other: Mention): number {
  return one.sentence - other.sentence || one.from - other.from;
}
