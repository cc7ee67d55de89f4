// The middle band of alignment: steps of two people that are too unlike to be joined and too alike to be kept apart.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { ElementId, RecordingId } from '../domain/ids.ts';
import { compareSteps, type StepView, viewStep, weighWords } from '../steps/similarity.ts';
import type { QuestionDraft, Surroundings } from './question-drafts.ts';
import { quote } from './say.ts';

/** Below it two steps have little more in common than their place. Those above the other mark are joined already. */
const MAYBE = 0.42;

interface Viewed {
  readonly narrated: NarratedRecording;
  readonly view: StepView;
}

export interface Known {
  /** Whether they are one activity already, or a person has said what they are to each other. */
  isSettled(a: ElementId, b: ElementId): boolean;
  readonly around: Surroundings;
}

/** Each pair once, put to the person whose recording came later. Both must be each other's nearest. */
export function askSame(recordings: readonly NarratedRecording[], known: Known): Map<RecordingId, QuestionDraft[]> {
  const all = recordings.flatMap(viewSure);
  const rarity = weighWords(all.map(({ view }) => view));
  const byWord = indexWords(all);
  const nearest = new Map(all.map((one) => [one, findNearest(one, { byWord, rarity, known })]));
  const drafts = all.flatMap((mine): { id: RecordingId; draft: QuestionDraft }[] => {
    const theirs = nearest.get(mine);
    const isLater = theirs && recordings.indexOf(mine.narrated) > recordings.indexOf(theirs.narrated);
    if (!theirs || !isLater || nearest.get(theirs) !== mine) return [];
    return [{ id: mine.narrated.recording.id, draft: ask(mine, theirs) }];
  });
  return new Map([...Map.groupBy(drafts, ({ id }) => id)].map(([id, own]) => [id, own.map(({ draft }) => draft)]));
}

function ask({ view: mine }: Viewed, { view: theirs, narrated }: Viewed): QuestionDraft {
  const { actor, role } = narrated.recording;
  const whose = actor?.split(/\s+/)[0] ?? (role === null ? 'another person' : `the other ${role}`);
  return {
    kind: 'same',
    text: `Is ${quote(mine.step.label)} the same as ${whose}’s ${quote(theirs.step.label)}?`,
    about: [mine.step.id, theirs.step.id],
    evidence: [...mine.step.evidence, ...theirs.step.evidence],
    answerKind: 'yes-no',
    choices: ['yes', 'no'],
    unblocks: 6,
  };
}

function viewSure(narrated: NarratedRecording): Viewed[] {
  const { recording, extraction } = narrated;
  const last = Math.max(1, extraction.steps.length - 1);
  const narrator = recording.role ?? recording.actor;
  return extraction.steps.flatMap((step, at) =>
    step.unsure || step.actor === null ? [] : [{ narrated, view: viewStep(step, { position: at / last, narrator }) }],
  );
}

interface Nearby {
  readonly byWord: ReadonlyMap<string, readonly Viewed[]>;
  readonly rarity: ReturnType<typeof weighWords>;
  readonly known: Known;
}

/** Among the steps with a word of the object in common: all others are too unlike. */
function findNearest(one: Viewed, { byWord, rarity, known }: Nearby): Viewed | undefined {
  const near = new Set([...one.view.objectWords].flatMap((word) => byWord.get(word) ?? []));
  const scored = [...near]
    .filter((other) => other.narrated !== one.narrated && isLikeDoing(one.view, other.view, known))
    .filter((other) => !known.isSettled(one.view.step.id, other.view.step.id))
    .map((other) => ({ other, score: compareSteps(one.view, other.view, rarity) }))
    .filter(({ score }) => score >= MAYBE)
    .sort((a, b) => b.score - a.score);
  return scored[0]?.other;
}

/** What two roles do in like words are two activities, and so are checking and correcting the same form. */
function isLikeDoing(a: StepView, b: StepView, { around }: Known): boolean {
  const isOther = a.verbClass !== undefined && b.verbClass !== undefined && a.verbClass !== b.verbClass;
  return !isOther && around.resolve(a.step.actor ?? '') === around.resolve(b.step.actor ?? '');
}

function indexWords(all: readonly Viewed[]): Map<string, Viewed[]> {
  const byWord = new Map<string, Viewed[]>();
  for (const one of all) {
    for (const word of one.view.objectWords) byWord.set(word, [...(byWord.get(word) ?? []), one]);
  }
  return byWord;
}
