// In: what is to be stored, and how text is cleaned. Out: the same with every text that can hold words of people cleaned.
// db/redaction-classes.ts says of every column whether that is so; a test holds the two together.
import type { Artifact, ArtifactPage } from '../../domain/artifact.ts';
import type { Receipt } from '../../domain/capture.ts';
import type { ChatTurn } from '../../domain/chat.ts';
import type { AnswerEffect, Correction } from '../../domain/correction.ts';
import type { Frame } from '../../domain/evidence.ts';
import type { EventLog, Process, Recording } from '../../domain/process.ts';
import type { RecordingDraft } from '../../needs/store.ts';

type Clean = (text: string) => string;

const maybe = <T extends string | null | undefined>(text: T, clean: Clean): T =>
  // A cleaned text is a text, and nothing stays nothing.
  (typeof text === 'string' ? clean(text) : text) as T;

/** Its name is what people find it by, and stays. */
export const redactProcess = (process: Process, clean: Clean): Process => ({
  ...process,
  description: maybe(process.description, clean),
});

export const redactRecording = (recording: Recording, clean: Clean): Recording => ({
  ...recording,
  title: clean(recording.title),
  problem: maybe(recording.problem, clean),
});

export const redactDraft = ({ recording, tracks, segments, events }: RecordingDraft, clean: Clean): RecordingDraft => ({
  recording: redactRecording(recording, clean),
  tracks,
  segments: segments.map((segment) => ({
    ...segment,
    text: clean(segment.text),
    ...(segment.speaker !== undefined && { speaker: clean(segment.speaker) }),
  })),
  events: events.map((event) => ({ ...event, title: clean(event.title) })),
});

export const redactFrames = (frames: readonly Frame[], clean: Clean): Frame[] =>
  frames.map(({ words, ...frame }) => ({
    ...frame,
    text: maybe(frame.text, clean),
    ...(words && { words: words.map((word) => ({ ...word, text: clean(word.text) })) }),
  }));

/**
 * What was asked, and whatever of it an answer says again. What a citation quotes, and the names and values of the graph,
 * were cleaned when they were taken in.
 */
export const redactTurn = ({ answer, ...turn }: ChatTurn, clean: Clean): ChatTurn => ({
  ...turn,
  question: clean(turn.question),
  answer: {
    ...answer,
    answer: clean(answer.answer),
    understood: answer.understood && { ...answer.understood, topic: answer.understood.topic.map(clean) },
    sentences: answer.sentences.map(({ text, citations }) => ({ text: clean(text), citations })),
    followUps: answer.followUps.map(clean),
    tools: answer.tools.map(({ tool, input }) => ({ tool, input: cleanDeep(input, clean) })),
  },
});

/** Every text in what a model gave to a tool, whatever its shape. */
function cleanDeep(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((each) => cleanDeep(each, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleanDeep(each, clean)]));
}

/** The consent stays word for word: it is what somebody agreed to. */
export function redactReceipt(receipt: Receipt, clean: Clean): Receipt {
  const { title, trigger, done, caseReference, ...rest } = receipt.intent;
  const intent = {
    ...rest,
    ...(title !== undefined && { title: clean(title) }),
    ...(trigger !== undefined && { trigger: clean(trigger) }),
    ...(done !== undefined && { done: clean(done) }),
    ...(caseReference !== undefined && { caseReference: clean(caseReference) }),
  };
  const marks = receipt.marks.map(({ note, ...mark }) => ({
    ...mark,
    ...(note !== undefined && { note: clean(note) }),
  }));
  return { ...receipt, intent, marks };
}

export const redactLog = (log: EventLog, clean: Clean): EventLog => ({
  ...log,
  name: clean(log.name),
  warnings: log.warnings.map(clean),
});

export const redactArtifact = (artifact: Artifact, clean: Clean): Artifact => ({
  ...artifact,
  name: clean(artifact.name),
  title: maybe(artifact.title, clean),
  warnings: artifact.warnings.map(clean),
});

export const redactPages = (pages: readonly ArtifactPage[], clean: Clean): ArtifactPage[] =>
  pages.map((page) => ({ ...page, name: maybe(page.name, clean), text: clean(page.text) }));

/** What a person wrote; names that event logs give are kept as the logs give them, or they would be of nothing. */
export function redactCommand<Command extends Correction['command']>(written: Command, clean: Clean): Command {
  const cleaned = ((command: Correction['command']): Correction['command'] => {
    if (command.do === 'rename') return { ...command, label: clean(command.label) };
    if (command.do === 'split') return { ...command, labels: [clean(command.labels[0]), clean(command.labels[1])] };
    if (command.do === 'merge') return { ...command, label: clean(command.label) };
    if (command.do === 'answer') {
      return { ...command, words: maybe(command.words, clean), effect: redactEffect(command.effect, clean) };
    }
    return command.do === 'set' || command.do === 'relate' ? redactEffect(command, clean) : command;
  })(written);
  return cleaned as Command; // each branch keeps what it does
}

function redactEffect<Effect extends AnswerEffect>(effect: Effect, clean: Clean): Effect {
  const cleaned = ((): AnswerEffect => {
    if (effect.do === 'set') return { ...effect, value: maybe(effect.value, clean) };
    if (effect.do === 'relate') return { ...effect, label: maybe(effect.label, clean) };
    if (effect.do === 'handOver') return { ...effect, from: maybe(effect.from, clean), to: clean(effect.to) };
    if (effect.do === 'branch') return { ...effect, condition: clean(effect.condition), note: clean(effect.note) };
    return effect;
  })();
  return cleaned as Effect; // each branch keeps what it does
}
