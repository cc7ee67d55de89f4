// Texts tell some things late: "A or B", "sign it after checking", "meanwhile", "he calls if needed". Puts them where they act.
import { type Scene, textOf } from './pair-features.ts';
import type { Mention } from './types.ts';

/** Positions of the given mentions (in text order), sorted as they take effect. */
export function logicalOrder(scene: Scene, places: readonly number[]): number[] {
  const order = [...places];
  for (const place of places) {
    const target = actsBefore(scene, order, place);
    if (target === undefined) continue;
    const from = order.indexOf(place);
    const follows = order[from + 1];
    const condition = follows !== undefined && scene.mentions[follows]?.type === 'Condition Specification';
    const moved = order.splice(from, condition && isLateCondition(scene, order, place) ? 2 : 1);
    order.splice(order.indexOf(target), 0, ...moved);
  }
  return order;
}

/** The mention that this one takes effect before although it is told later; undefined when told in order. */
function actsBefore(scene: Scene, order: readonly number[], place: number): number | undefined {
  const mention = scene.mentions[place];
  if (!mention) return undefined;
  const text = textOf(scene, mention);
  const earlier = order.slice(0, order.indexOf(place));
  const inSentence = activitiesOf(scene, earlier, mention.sentence);
  if (mention.type === 'XOR Gateway' && text === 'or') return sinceGateway(scene, earlier, inSentence)[0];
  if (mention.type === 'AND Gateway' && /mean(while|time)|same time|parallel|simultaneous|concurrent/.test(text))
    return inSentence[0] ?? activitiesOf(scene, earlier, mention.sentence - 1)[0];
  if (mention.type === 'XOR Gateway' && isLateCondition(scene, order, place)) return inSentence.at(-1);
  if (mention.type === 'Activity' && followsAfter(scene, mention)) return inSentence.at(-1);
  return undefined;
}

function activitiesOf(scene: Scene, places: readonly number[], sentence: number): number[] {
  return places.filter((at) => scene.mentions[at]?.type === 'Activity' && scene.mentions[at]?.sentence === sentence);
}

/** Only what comes after the last gateway or condition before it. */
function sinceGateway(scene: Scene, earlier: readonly number[], inSentence: readonly number[]): number[] {
  const last = earlier.findLastIndex((at) => scene.mentions[at]?.type !== 'Activity');
  return inSentence.filter((at) => earlier.indexOf(at) > last);
}

/** "the cashier calls back if required": the condition ends the sentence. */
function isLateCondition(scene: Scene, order: readonly number[], place: number): boolean {
  const gateway = scene.mentions[place];
  const rest = order.slice(order.indexOf(place) + 1).map((at) => scene.mentions[at]);
  const inSentence = rest.filter((mention) => mention?.sentence === gateway?.sentence);
  return inSentence.length === 1 && inSentence[0]?.type === 'Condition Specification';
}

/** "after reading the letter", "after a quick look", in the middle of a sentence. */
function followsAfter(scene: Scene, mention: Mention): boolean {
  const words = scene.sentences[mention.sentence]?.words ?? [];
  const before = words.slice(Math.max(0, mention.from - 5), mention.from);
  const after = before.findLastIndex((word) => word.lower === 'after');
  return after >= 0 && !before.slice(after + 1).some((word) => /^(VERB|AUX|PUNCT|CCONJ|ADP)$/.test(word.pos));
}
