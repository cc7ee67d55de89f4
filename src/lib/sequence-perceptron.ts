// A linear-chain tagger learned by the averaged structured perceptron (Collins 2002), with a cost margin in training.
import { createRandom } from './random.ts';

export interface SequenceExample {
  /** Names of the features of each position. */
  readonly features: readonly (readonly string[])[];
  readonly labels: readonly string[];
}

export interface SequenceModel {
  readonly labels: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  /** features x labels, by row. */
  readonly weights: Float64Array;
  /** (labels + 1) x labels; the last row is the start. */
  readonly transitions: Float64Array;
  /** Which label may follow which: (labels + 1) x labels, 1 or 0. */
  readonly allowed: Uint8Array;
}

/** The weight a feature has for a label at the start. */
export interface Belief {
  readonly feature: string;
  readonly label: string;
  readonly weight: number;
}

export interface SequenceOptions {
  readonly labels: readonly string[];
  /** May `label` follow `before`? `before` is undefined at the start. */
  readonly mayFollow: (before: string | undefined, label: string) => boolean;
  readonly epochs: number;
  /** The weights of as many runs, each with its own order of examples, are averaged. */
  readonly runs: number;
  /** How far the right label must lead while training. */
  readonly margin: number;
  /** What is believed before training, also of features that no example has. */
  readonly beliefs?: readonly Belief[];
  readonly seed?: number;
}

/** Learns weights; the same examples and seed give the same model. Linear in positions x features x labels x epochs. */
export function trainSequences(examples: readonly SequenceExample[], options: SequenceOptions): SequenceModel {
  const index = new Map<string, number>();
  const coded = examples.map((example) => ({
    rows: example.features.map((names) => Int32Array.from(names, (name) => numberOf(index, name))),
    gold: Int32Array.from(example.labels, (label) => options.labels.indexOf(label)),
  }));
  for (const { feature } of options.beliefs ?? []) numberOf(index, feature);
  const model = createModel(index, options);
  for (let run = 0; run < options.runs; run += 1) {
    const trained = trainOnce(coded, model, { ...options, seed: (options.seed ?? 1) + run });
    addTo(model.weights, trained.weights);
    addTo(model.transitions, trained.transitions);
  }
  return model;
}

/** The best label of each position by Viterbi search; unknown features count nothing. */
export function tagSequence(model: SequenceModel, features: readonly (readonly string[])[]): string[] {
  const rows = features.map((names) => Int32Array.from(names.flatMap((name) => model.index.get(name) ?? [])));
  const scores = scoreRows(rows, model.weights, model.labels.length);
  return [...decode(scores, model.transitions, model)].map((label) => model.labels[label] ?? '');
}

function numberOf(index: Map<string, number>, name: string): number {
  const known = index.get(name);
  if (known !== undefined) return known;
  index.set(name, index.size);
  return index.size - 1;
}

function createModel(index: ReadonlyMap<string, number>, { labels, mayFollow }: SequenceOptions): SequenceModel {
  const width = labels.length;
  const allowed = new Uint8Array((width + 1) * width);
  for (let before = 0; before <= width; before += 1)
    labels.forEach((label, at) => {
      allowed[before * width + at] = mayFollow(labels[before], label) ? 1 : 0;
    });
  const transitions = new Float64Array((width + 1) * width);
  return { labels, index, weights: new Float64Array(index.size * width), transitions, allowed };
}

interface Coded {
  readonly rows: readonly Int32Array[];
  readonly gold: Int32Array;
}

interface Weights {
  readonly weights: Float64Array;
  readonly transitions: Float64Array;
}

function trainOnce(coded: readonly Coded[], model: SequenceModel, options: SequenceOptions): Weights {
  const random = createRandom(options.seed ?? 1);
  const width = model.labels.length;
  const now = { weights: startWeights(model, options), transitions: new Float64Array(model.transitions.length) };
  // The second sum of the averaging trick: each change times the moment it was made.
  const timed = {
    weights: new Float64Array(now.weights.length),
    transitions: new Float64Array(now.transitions.length),
  };
  const order = coded.filter(({ gold }) => gold.length > 0);
  let moment = 1;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const { rows, gold } of order) {
      const scores = scoreRows(rows, now.weights, width);
      for (let at = 0; at < gold.length; at += 1) addMargin(scores, { at, width, gold: gold[at] ?? 0 }, options.margin);
      const guess = decode(scores, now.transitions, model);
      update({ rows, gold, guess, width, moment }, now, timed);
      moment += 1;
    }
  }
  return {
    weights: now.weights.map((value, at) => value - (timed.weights[at] ?? 0) / moment),
    transitions: now.transitions.map((value, at) => value - (timed.transitions[at] ?? 0) / moment),
  };
}

function startWeights(model: SequenceModel, { beliefs = [] }: SequenceOptions): Float64Array {
  const weights = new Float64Array(model.weights.length);
  for (const { feature, label, weight } of beliefs) {
    const row = model.index.get(feature);
    const column = model.labels.indexOf(label);
    if (row !== undefined && column >= 0) weights[row * model.labels.length + column] = weight;
  }
  return weights;
}

function shuffle(items: Coded[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = items[at];
    const moved = items[other];
    if (kept === undefined || moved === undefined) continue;
    items[at] = moved;
    items[other] = kept;
  }
}

/** positions x labels, by row. */
function scoreRows(rows: readonly Int32Array[], weights: Float64Array, width: number): Float64Array {
  const scores = new Float64Array(rows.length * width);
  rows.forEach((row, at) => {
    for (const feature of row)
      for (let label = 0; label < width; label += 1)
        scores[at * width + label] = (scores[at * width + label] ?? 0) + (weights[feature * width + label] ?? 0);
  });
  return scores;
}

function addMargin(scores: Float64Array, place: { at: number; width: number; gold: number }, margin: number): void {
  for (let label = 0; label < place.width; label += 1) {
    const cell = place.at * place.width + label;
    if (label !== place.gold) scores[cell] = (scores[cell] ?? 0) + margin;
  }
}

function decode(scores: Float64Array, transitions: Float64Array, model: SequenceModel): Int32Array {
  const width = model.labels.length;
  const length = scores.length / width;
  const best = new Float64Array(scores.length).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(scores.length);
  for (let at = 0; at < length; at += 1) {
    for (let label = 0; label < width; label += 1) {
      const cell = at * width + label;
      for (let before = at === 0 ? width : 0; before < (at === 0 ? width + 1 : width); before += 1) {
        const step = before * width + label;
        if (model.allowed[step] !== 1) continue;
        const reached = (at === 0 ? 0 : (best[cell - label - width + before] ?? 0)) + (transitions[step] ?? 0);
        if (reached <= (best[cell] ?? 0)) continue;
        best[cell] = reached;
        from[cell] = before;
      }
      best[cell] = (best[cell] ?? 0) + (scores[cell] ?? 0);
    }
  }
  const path = new Int32Array(length);
  for (let at = length - 1; at >= 0; at -= 1)
    path[at] =
      at === length - 1 ? argmax(best.subarray(at * width)) : (from[(at + 1) * width + (path[at + 1] ?? 0)] ?? 0);
  return path;
}

function argmax(values: Float64Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at += 1) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  return best;
}

interface Mistake extends Coded {
  readonly guess: Int32Array;
  readonly width: number;
  readonly moment: number;
}

/** Moves weight from the guessed path to the right one, where they differ. */
function update({ rows, gold, guess, width, moment }: Mistake, now: Weights, timed: Weights): void {
  rows.forEach((row, at) => {
    const right = gold[at] ?? 0;
    const wrong = guess[at] ?? 0;
    const beforeRight = at === 0 ? width : (gold[at - 1] ?? 0);
    const beforeWrong = at === 0 ? width : (guess[at - 1] ?? 0);
    if (right !== wrong)
      for (const feature of row) {
        shift(now.weights, timed.weights, { cell: feature * width + right, by: 1, moment });
        shift(now.weights, timed.weights, { cell: feature * width + wrong, by: -1, moment });
      }
    if (right === wrong && beforeRight === beforeWrong) return;
    shift(now.transitions, timed.transitions, { cell: beforeRight * width + right, by: 1, moment });
    shift(now.transitions, timed.transitions, { cell: beforeWrong * width + wrong, by: -1, moment });
  });
}

function shift(
  now: Float64Array,
  timed: Float64Array,
  { cell, by, moment }: { cell: number; by: number; moment: number },
) {
  now[cell] = (now[cell] ?? 0) + by;
  timed[cell] = (timed[cell] ?? 0) + by * moment;
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0);
}
