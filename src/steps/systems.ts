// Which systems are used: named in the talk, shown by the windows, or explained ("our roster, which is a Notion page").
import type { Segment, UiEvent } from '../domain/evidence.ts';
import lists from './data/systems.json' with { type: 'json' };
import type { Deed, Parse } from './deeds.ts';
import {
  ASK_VERBS,
  BROWSERS,
  DEPARTMENTS,
  GENERIC_SYSTEMS,
  OBJECT_SYSTEM_HEADS,
  ROLE_HEADS,
  STRONG_SYSTEM_HEADS,
  SYSTEM_HEADS,
} from './lexicon.ts';
import { isName, type Phrase } from './phrases.ts';
import type { Word } from './words.ts';

export interface Systems {
  /** Lower-case words as said, to the system's name. */
  readonly names: ReadonlyMap<string, string>;
  /** What is in front at a time, oldest first. */
  readonly windows: readonly {
    readonly atMs: number;
    readonly name: string;
    readonly event: number;
    /** It shows a message that is answered or forwarded. */
    readonly isMail: boolean;
  }[];
}

const IDIOMS: ReadonlySet<string> = new Set(lists.idioms);
const NOT_NAMES: ReadonlySet<string> = new Set(lists.notNames);
const STRONG_PREPS: ReadonlySet<string> = new Set(lists.strongPreps);
/** Subjects of answered and forwarded mail, as mail programs write them in English and German. */
const REPLY_TITLE = /^(re|fw|fwd|aw|wg|antw):\s/i;
const WRITTEN_ON: ReadonlySet<string> = new Set(lists.writtenOn);
const WORK_VERBS =
  /^(open|log|copy|paste|enter|put|type|key|check|look|find|create|make|update|save|get|pull|export|import|download|run|go|send|do|fill|write|search|book|post|track|record|add|book|raise|mark|move|take|drag|fill|message|slack|ping|email|chase|ask|print|change|see|upload|fix|approve|release|assign|reassign|click|switch|jump|sign|order|register|file|read|scan|convert|drop|close|set|start|submit|process|generate|push|chase|message|log|reply|hold|review|edit|draft)$/;

/** Learns the systems of one recording from its talk and its window events. */
export function learnSystems(parse: Parse, events: readonly UiEvent[]): Systems {
  const names = new Map<string, string>();
  for (const deed of parse.deeds) {
    for (const phrase of [...deed.preps, ...deed.fronted, ...deed.objects]) learnPhrase(parse, deed, { phrase, names });
  }
  learnOnes(parse, names);
  const windows = nameWindows(parse, events, names);
  // The window's spelling wins: a recogniser may write names in lower case.
  for (const { name } of windows) names.set(name.toLowerCase(), name);
  for (const deed of parse.deeds) learnExplanation(parse, deed, names);
  return { names, windows };
}

/** "in the price book, the Numbers one", "the airline's site the cargolink one". */
function learnOnes({ words }: Parse, names: Map<string, string>): void {
  words.forEach((word, at) => {
    const name = words[at - 1];
    if (word.lower !== 'one' || words[at - 2]?.lower !== 'the' || !name || !/^(NOUN|PROPN)$/.test(name.pos)) return;
    const follows = words
      .slice(Math.max(0, at - 6), at - 2)
      .some((other) => SYSTEM_HEADS.has(other.lower) || other.lower === 'list');
    if (follows && !IDIOMS.has(name.lower) && !ROLE_HEADS.has(name.lower)) addName(names, name.text, name.text);
  });
}

/** What each window is called: by the name that is said, where one is part of the window's name. */
function nameWindows(parse: Parse, events: readonly UiEvent[], names: ReadonlyMap<string, string>): Systems['windows'] {
  const spoken = new Set(
    parse.words
      .filter((word) => isName(word) || word.pos === 'PROPN' || names.has(word.lower))
      .map((word) => word.lower),
  );
  return events
    .filter((event) => /^(window|copy|paste|save)$/.test(event.kind))
    .map((event) => {
      const shown = nameWindow(event, events, spoken);
      const said = shown
        .split(/\s+/)
        .map((word) => names.get(word.toLowerCase()))
        .find((name) => name !== undefined && shown.toLowerCase() !== name.toLowerCase());
      return { atMs: event.atMs, name: said ?? shown, event: event.index, isMail: REPLY_TITLE.test(event.title) };
    })
    .sort((a, b) => a.atMs - b.atMs || a.event - b.event);
}

/** Name of the system a phrase stands for, or null: "the spreadsheet", "Medra", "the returns screen in SAP". */
export function nameSystem(parse: Parse, systems: Systems, phrase: Phrase): string | null {
  if (phrase.isPronoun) return null;
  const text = phrase.text.toLowerCase();
  const whole = systems.names.get(text);
  if (whole) return whole;
  const words = parse.words.slice(phrase.from, phrase.to);
  for (const word of words) {
    const named = systems.names.get(word.lower);
    if (named && (isName(word) || word.lower === phrase.headWord || phrase.headWord === 'one')) return named;
  }
  // "write it in the book": what is written on serves as a system.
  const isWrittenOn = WRITTEN_ON.has(phrase.headWord) && /^(in|into|on|onto)$/.test(phrase.prep ?? '');
  if (isWrittenOn && words.length <= 3) return phrase.text;
  const named = fullName(systems, phrase);
  if (named !== null) return named;
  const heads = phrase.prep === null ? OBJECT_SYSTEM_HEADS : STRONG_SYSTEM_HEADS;
  if (heads.has(phrase.headWord) && words.length <= 4) return phrase.text;
  return null;
}

/** "the tracker", where one window is the "Onboarding tracker". */
function fullName({ names }: Systems, { headWord, prep }: Phrase): string | null {
  if (prep === null ? !OBJECT_SYSTEM_HEADS.has(headWord) : !SYSTEM_HEADS.has(headWord)) return null;
  const longer = new Set([...names.values()].filter((name) => name.toLowerCase().endsWith(` ${headWord}`)));
  return longer.size === 1 ? [...longer][0]! : null;
}

interface Learning {
  readonly phrase: Phrase;
  readonly names: Map<string, string>;
}

/** "in Medra", "into the tracker", "from medra": what follows a verb of work and a preposition of place. */
function learnPhrase(parse: Parse, deed: Deed, { phrase, names }: Learning): void {
  if (phrase.isPronoun) return;
  const head = parse.words[phrase.head];
  const first = parse.words[phrase.from];
  if (!head || !first || parse.words.slice(phrase.from, phrase.to).some((word) => word.lower === "'s")) return;
  const isEntry =
    deed.verb === 'log in' ||
    deed.lemma === 'log' ||
    (deed.lemma === 'open' && phrase.prep === null && phrase === deed.objects[0]);
  const isMeans = phrase.prep === 'with' && /^(send|sign|book|share|schedule|track|do|pay|message)$/.test(deed.lemma);
  // "here is one from Ines", "I get it from Ines": whoever gives is no system.
  if (phrase.prep === 'from' && /^(be|come|hear|receive)$/.test(deed.lemma)) return;
  const isPlace = isMeans || (phrase.prep !== null && STRONG_PREPS.has(phrase.prep));
  if (
    !(isPlace && (WORK_VERBS.test(deed.lemma) || deed.lemma === 'be')) &&
    !(isEntry && isName(head)) &&
    !(isEntry && phrase.prep !== null) &&
    !(isEntry && phrase.to - phrase.from === 1)
  )
    return;
  const nameWords = parse.words.slice(phrase.from, phrase.to).filter(isSystemName);
  if (nameWords.length > 0) {
    const name = nameWords.map((word) => word.text).join(' ');
    const first = nameWords[0];
    if (isWho(parse, phrase) || (first && isAfterWho(parse, first))) return;
    addName(names, name, name);
    return;
  }
  const isBare = first.pos !== 'DET' && first.pos !== 'PRON' && first.pos !== 'NUM' && phrase.to - phrase.from === 1;
  const isChannel = /^(on|via|over|through)$/.test(phrase.prep ?? '') && ASK_VERBS.has(deed.lemma);
  const isCommon = IDIOMS.has(head.lower) || DEPARTMENTS.has(head.lower) || (ROLE_HEADS.has(head.lower) && !isChannel);
  if (isBare && !isCommon && head.pos === 'NOUN' && (isChannel || head.lemma === head.lower))
    addName(names, head.text, head.text);
}

function isWho(parse: Parse, phrase: Phrase): boolean {
  return (
    DEPARTMENTS.has(phrase.headWord) ||
    ROLE_HEADS.has(phrase.headWord) ||
    /^(mr|mrs|ms|dr)\.?$/.test(parse.words[phrase.from]?.lower ?? '')
  );
}

function isAfterWho(parse: Parse, word: Word): boolean {
  return /^(mr|mrs|ms|dr)\.?$/.test(word.lower) || NOT_NAMES.has(word.lower) || parse.words.length === 0;
}

function isSystemName(word: Word): boolean {
  if (NOT_NAMES.has(word.lower) || IDIOMS.has(word.lower) || DEPARTMENTS.has(word.lower)) return false;
  return (
    isName(word) &&
    (word.pos === 'PROPN' || word.pos === 'NOUN' || word.pos === 'X' || word.pos === 'ADJ' || word.pos === 'VERB') &&
    word.text.length > 1
  );
}

/** "our roster, which is a Notion page", "medra, that's our dispensing system", "it's an Excel file". */
function learnExplanation(parse: Parse, deed: Deed, names: Map<string, string>): void {
  if (deed.lemma !== 'be' || deed.negated) return;
  const object = deed.objects[0];
  if (!object || object.isPronoun) return;
  const named = parse.words.slice(object.from, object.to).filter(isSystemName);
  const isSystemNoun = SYSTEM_HEADS.has(object.headWord) || named.length > 0;
  if (!isSystemNoun || (deed.subject && !deed.subject.isPronoun)) return;
  const before = previousPhrase(parse, deed);
  if (!before || before.isPronoun) return;
  const key = before.text.toLowerCase();
  if (named.length > 0 && SYSTEM_HEADS.has(object.headWord)) {
    const name = explainedName(named, object);
    addName(names, before.headWord, name);
    names.set(key, name);
    return;
  }
  // "medra, that's our dispensing system": the noun before is the name itself.
  const isBare = before.to - before.from === 1 && parse.words[before.from]?.pos !== 'DET';
  if (isBare && STRONG_SYSTEM_HEADS.has(object.headWord)) addName(names, before.text, before.text);
}

function explainedName(named: readonly Word[], object: Phrase): string {
  const name = named.map((word) => word.text).join(' ');
  return name === '' ? object.text : name;
}

/** The last phrase before an explanation: an object or place of the clause before. */
function previousPhrase(parse: Parse, deed: Deed): Phrase | undefined {
  const before = parse.deeds[deed.index - 1];
  if (!before || before.clause < deed.clause - 2) return undefined;
  const phrases = [...before.objects, ...before.preps].sort((a, b) => a.from - b.from);
  return phrases.findLast((phrase) => !phrase.isPronoun && phrase.to <= deed.from);
}

function addName(names: Map<string, string>, said: string, name: string): void {
  const key = said.toLowerCase();
  if (GENERIC_SYSTEMS.has(key) || key.length < 2) return;
  if (!names.has(key)) names.set(key, names.get(name.toLowerCase()) ?? name);
}

/** A browser's window is named by its page: the part of the title that is said, recurs, or has no numbers. */
function nameWindow(event: UiEvent, events: readonly UiEvent[], spoken: ReadonlySet<string>): string {
  const app = event.app.trim();
  if (!BROWSERS.has(app.toLowerCase())) return app;
  const parts = splitTitle(event.title);
  let best = app;
  let bestScore = -1;
  parts.forEach((part, place) => {
    const score = scorePart(part, { place, parts: parts.length, events, spoken });
    if (score > bestScore) {
      best = part.trim();
      bestScore = score;
    }
  });
  return best;
}

function splitTitle(title: string): string[] {
  return title.split(/\s+[-–—|·:]\s+|\s*\|\s*/u).filter((part) => part.trim() !== '');
}

interface PartContext {
  readonly place: number;
  readonly parts: number;
  readonly events: readonly UiEvent[];
  readonly spoken: ReadonlySet<string>;
}

function scorePart(part: string, { place, parts, events, spoken }: PartContext): number {
  const words = part.toLowerCase().split(/\s+/);
  if (BROWSERS.has(part.toLowerCase())) return -1;
  const said = words.filter((word) => spoken.has(word)).length / words.length;
  const repeats = events.filter((other) => splitTitle(other.title).includes(part)).length;
  const digits = /\d/.test(part) ? 2 : 0;
  const common = words.length > 2 ? 0.5 : 0;
  const edge = place === 0 || place === parts - 1 ? 0.3 : 0;
  return 1 + said + Math.min(2, repeats - 1) * 0.7 + edge - digits - common;
}

/** The system in front at a time, if the window was there by then. */
export function windowAt(systems: Systems, atMs: number): Systems['windows'][number] | undefined {
  return systems.windows.findLast((window) => window.atMs <= atMs);
}

/** Start of a word in the recording, interpolated by characters inside its segment. */
export function timeAt(segment: Segment, char: number): number {
  const share = segment.text.length === 0 ? 0 : char / segment.text.length;
  return Math.round(segment.startMs + (segment.endMs - segment.startMs) * share);
}
