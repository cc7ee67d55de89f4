// What one recording leaves open: each a question to its narrator, asked of what is sure and not yet confirmed.
import type { EvidenceRef, Grounds } from '../domain/evidence.ts';
import type { Decision, NarratedRecording, StatedHandoff, Step } from '../domain/extraction.ts';
import type { ElementId } from '../domain/ids.ts';
import type { AnswerKind, QuestionKind } from '../domain/question.ts';
import { classOfVerb, GIVE_VERBS } from '../steps/lexicon.ts';
import { sayDoing, sayRole, sayThing, sayWithIt, turnRound, turnToYou } from './question-words.ts';
import { quote } from './say.ts';

export interface QuestionDraft {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly about: readonly ElementId[];
  readonly evidence: readonly EvidenceRef[];
  readonly answerKind: AnswerKind;
  readonly choices: readonly string[];
  readonly unblocks: number;
}

/** What of the process a recording alone does not show. */
export interface Surroundings {
  /** Roles of whom there is a recording or a log. */
  readonly roles: readonly string[];
  readonly systems: readonly string[];
  /** Whether nobody has recorded what the receiver does. */
  isOpenEnd(handoff: StatedHandoff): boolean;
  resolve(role: string): string;
}

/** Automation is blocked while such a thing is unknown. */
const BLOCKING = 10;

export function draftQuestions(narrated: NarratedRecording, around: Surroundings): QuestionDraft[] {
  const { handoffs, decisions, exceptions, waits, steps } = narrated.extraction;
  return [
    ...steps.flatMap((step) => askReceiver(step, narrated, around)),
    ...decisions.filter(isOpen).flatMap((decision) => askBranch(decision)),
    ...steps.flatMap((step) => askWho(step, narrated, around)),
    ...handoffs.filter(isOpen).flatMap((handoff) => {
      if (
        handoff.kind !== 'actor' ||
        handoff.by === 'answer' ||
        !around.isOpenEnd(handoff) ||
        isOwn(handoff.to, narrated, around)
      )
        return [];
      const text = `Who gets ${handoff.what === null ? 'the work' : sayThing(handoff.what)} next, after ${sayRole(handoff.to)}?`;
      const choices = ['me', 'nobody', ...around.roles.filter((role) => !isOwn(role, narrated, around))];
      return [draft('next', handoff, { text, answerKind: 'role', choices, unblocks: BLOCKING })];
    }),
    ...exceptions
      .filter((each) => isOpen(each) && each.handling === null)
      .map((exception) => {
        const text = `What do you do when this happens: ${quote(exception.label)}?`;
        return draft('handling', exception, { text, answerKind: 'text', unblocks: BLOCKING });
      }),
    ...waits
      .filter((each) => isOpen(each) && each.duration === null && !isNoWait(each.label))
      .map((wait) => {
        const text = `How long does that usually take: ${quote(wait.label)}?`;
        return draft('duration', wait, { text, answerKind: 'duration', unblocks: hanging(wait.after, narrated) });
      }),
    ...steps.flatMap((step) => askSure(step, narrated, around)),
    ...steps.flatMap((step) => askSystem(step, narrated, around)),
  ];
}

/** "I don't wait for the line." */
const isNoWait = (label: string): boolean => /\b(?:no|not|never|\p{L}+n['’]t) wait/iu.test(label);

interface Asking {
  readonly text: string;
  readonly answerKind: AnswerKind;
  readonly choices?: readonly string[];
  readonly unblocks: number;
}

type Element = Grounds & { readonly id: ElementId };

const draft = (kind: QuestionKind, { id, evidence }: Element, { choices = [], ...asking }: Asking): QuestionDraft => {
  return { kind, about: [id], evidence, choices, ...asking };
};

/** Nothing is asked of what a person has confirmed, nor (but whether it is so) of what is unsure itself. */
const isOpen = ({ provenance, unsure }: Grounds): boolean => provenance !== 'confirmed' && !unsure;

/** "I send the quote", and nobody hears to whom. */
function askReceiver(step: Step, narrated: NarratedRecording, around: Surroundings): QuestionDraft[] {
  const { verb, object, id, startMs, endMs } = step;
  const isGiving = GIVE_VERBS.has(verb.split(' ')[0] ?? '') && classOfVerb(verb) === 'give';
  if (!isOpen(step) || !isGiving || object === '' || !isOwn(step.actor, narrated, around)) return [];
  const isTold = narrated.extraction.handoffs.some(
    (handoff) =>
      handoff.stepId === id ||
      (handoff.startMs <= endMs && handoff.endMs >= startMs) ||
      // The same thing is sent again.
      (handoff.what !== null && handoff.what === step.artifact),
  );
  if (isTold || / (?:to|into|back|for) /.test(` ${object} `) || /\b(?:to|back)$/.test(verb)) return [];
  const text = `Who receives ${sayThing(object)} after you ${sayWithIt(verb, object)}?`;
  const unblocks = BLOCKING + 1 + hanging(id, narrated);
  return [draft('receiver', step, { text, answerKind: 'role', choices: others(narrated, around), unblocks })];
}

function askBranch(decision: Decision): QuestionDraft[] {
  const [only, another] = decision.branches;
  // Words that break off cannot be asked about.
  if (!only || another || /\b(?:says?|than|the|an?|to|of|more|less|with|for)$/i.test(only.condition)) return [];
  const turned = turnRound(only.condition);
  const text = turned
    ? `What happens if ${turned}?`
    : `You say ${quote(turnToYou(only.condition))}: what happens if that is not so?`;
  return [draft('branch', decision, { text, answerKind: 'text', unblocks: BLOCKING + only.then.length })];
}

function askWho(step: Step, narrated: NarratedRecording, around: Surroundings): QuestionDraft[] {
  if (!isOpen(step) || step.actor !== null) return [];
  const text = `Who has to ${sayDoing(step)}?`;
  const choices = ['me', ...others(narrated, around)];
  return [draft('who', step, { text, answerKind: 'role', choices, unblocks: BLOCKING + hanging(step.id, narrated) })];
}

function askSure(step: Step, narrated: NarratedRecording, around: Surroundings): QuestionDraft[] {
  // A person who dismissed it has said so.
  if (!step.unsure || step.provenance === 'confirmed' || step.confidence01 === 0) return [];
  const isMine = step.actor === null || isOwn(step.actor, narrated, around);
  const text = isMine ? `Do you really ${sayDoing(step)}?` : `Does ${sayRole(step.actor!)} really ${sayDoing(step)}?`;
  return [
    draft('sure', step, {
      text,
      answerKind: 'yes-no',
      choices: ['yes', 'no'],
      unblocks: 1 + hanging(step.id, narrated),
    }),
  ];
}

/** What is done at a screen, if anything is. */
const AT_SCREEN = new Set(['record', 'create', 'change', 'open', 'end', 'check']);

function askSystem(step: Step, narrated: NarratedRecording, around: Surroundings): QuestionDraft[] {
  const isAtScreen = AT_SCREEN.has(classOfVerb(step.verb) ?? '') && step.object !== '';
  if (!isOpen(step) || step.system !== null || !isAtScreen || !isOwn(step.actor, narrated, around)) return [];
  const text = `In which system do you ${sayDoing(step)}?`;
  const unblocks = 1 + hanging(step.id, narrated);
  return [draft('system', step, { text, answerKind: 'system', choices: around.systems, unblocks })];
}

function isOwn(actor: string | null, { recording }: NarratedRecording, { resolve }: Surroundings): boolean {
  const narrator = recording.role ?? recording.actor;
  return actor !== null && narrator !== null && resolve(actor) === resolve(narrator);
}

const others = (narrated: NarratedRecording, around: Surroundings): string[] =>
  around.roles.filter((role) => !isOwn(role, narrated, around));

/** How many elements of the recording name this step. */
function hanging(id: ElementId | null, { extraction }: NarratedRecording): number {
  if (id === null) return 0;
  const named = [
    ...extraction.handoffs.map(({ stepId }) => stepId),
    ...extraction.waits.map(({ after }) => after),
    ...extraction.decisions.flatMap(({ branches }) => branches.flatMap(({ then }) => then)),
    ...extraction.rework.flatMap(({ from, to }) => [from, to]),
  ];
  return named.filter((each) => each === id).length;
}
