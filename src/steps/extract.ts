// Comes in: one recording's segments and window events. Goes out: its steps and all that is said about them, with quotes.
import type { Dictionary } from '../domain/dictionary.ts';
import { EMPTY_EXTRACTION, type Extraction } from '../domain/extraction.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import type { Tagger } from '../needs/tagger.ts';
import { assemble } from './assemble.ts';
import { splitClauses } from './clauses.ts';
import { readDeeds } from './deeds.ts';
import { findDecisions } from './find-decisions.ts';
import { findHandoffs } from './find-handoffs.ts';
import { findExceptions, findJudgements, findRework } from './find-remarks.ts';
import { findSteps, type Scene } from './find-steps.ts';
import { findWaits } from './find-waits.ts';
import { trackFocus } from './focus.ts';
import { stepsFromWindows } from './from-windows.ts';
import { knowLabels, knowPeople, knowSystems, NOTHING_KNOWN } from './known-words.ts';
import { checkLanguage } from './language.ts';
import { addMarks, setMarksApart } from './marks.ts';
import { mergeSteps } from './merge-steps.ts';
import { COMMS_APPS } from './lexicon.ts';
import { learnCast } from './parties.ts';
import { placeSteps } from './place-steps.ts';
import { learnSystems } from './systems.ts';
import { findTransfers } from './transfers.ts';
import { createVoter } from './voter/voter.ts';
import weights from './voter/weights.json' with { type: 'json' };
import { readWords, type Speech } from './words.ts';

/** Its weights are prepared once for all recordings. */
const VOTER = createVoter(weights);

export interface ExtractNeeds {
  readonly tagger: Tagger;
  /** What people taught about the words of this process. */
  readonly dictionary?: Dictionary;
}

/**
 * Reads one recording. Deterministic: the same evidence gives the same extraction, ids included.
 * Time and memory are linear in the number of words and events.
 */
export function extractSteps(recorded: RecordingEvidence, needs: ExtractNeeds): Extraction {
  const { input, marks } = setMarksApart(recorded);
  return addMarks(readRecording(input, needs), marks, input);
}

function readRecording(input: RecordingEvidence, needs: ExtractNeeds): Extraction {
  const speech = readWords(input.segments, needs.tagger);
  const language = checkLanguage(speech, input.recording.language);
  const transfers = findTransfers(input);
  if (!language.isReadable) {
    const seen = stepsFromWindows(input);
    return { ...EMPTY_EXTRACTION, steps: seen.steps, transfers, warnings: [...language.warnings, ...seen.warnings] };
  }
  return { ...readTalk(input, speech, needs.dictionary), transfers, warnings: [...language.warnings] };
}

/** The whole of understanding, in the order of the pipeline. */
function readTalk(input: RecordingEvidence, speech: Speech, dictionary = NOTHING_KNOWN): Extraction {
  const parse = readDeeds(speech.words, splitClauses(speech));
  const systems = knowSystems(learnSystems(parse, input.events), dictionary);
  const narrator = input.recording.role ?? input.recording.actor;
  const cast = knowPeople(learnCast(parse, new Set(systems.names.keys()), narrator), dictionary);
  const scene: Scene = {
    parse,
    systems,
    cast,
    focus: trackFocus(parse, cast, systems),
    votes: VOTER.vote(parse.words),
    mailSystem: findMailSystem(parse, systems, input.events),
    isPastStory: isPastStory(parse),
  };
  const candidates = findSteps(scene);
  const places = placeSteps(scene, candidates, input.segments);
  return assemble(input, {
    scene,
    steps: mergeSteps(knowLabels(candidates, dictionary), places),
    handoffs: findHandoffs(scene, candidates, places),
    decisions: findDecisions(parse),
    waits: findWaits(parse),
    exceptions: findExceptions(parse),
    judgements: findJudgements(parse),
    rework: findRework(parse),
  });
}

/** The mail program: known by name, or the window that shows an inbox. */
function findMailSystem(
  parse: Scene['parse'],
  { windows }: Scene['systems'],
  events: RecordingEvidence['events'],
): string | null {
  const named = parse.words.find((word) => COMMS_APPS.has(word.lower) && word.lower !== 'mail')?.text;
  const shown = events.find(
    (event) =>
      /\b(inbox|mailbox)\b/i.test(event.title) &&
      /mail|@/i.test(`${event.app} ${event.title.replace(/mailbox/gi, '')}`),
  );
  return named ?? windows.find((window) => window.event === shown?.index)?.name ?? null;
}

/** More of the narrator's own doings are told in the past, or as what they would do, than in the present. */
function isPastStory(parse: Scene['parse']): boolean {
  const own = parse.deeds.filter((deed) => /^(i|we)$/.test(deed.subject?.text ?? '') && deed.form !== 'copula');
  const past = own.filter((deed) => deed.form === 'past').length;
  const wont = own.filter((deed) => deed.modal === 'would' || deed.modal === 'use').length;
  return own.length >= 4 && past >= 3 && (past + wont) * 2 > own.length;
}
