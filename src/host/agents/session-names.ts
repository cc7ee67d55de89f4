// In: names of processes, and of what is in them. Out: stand-ins for them, the same for as long as an agent's session lasts.
import { createStandIns, type StandIns, type StandInNames } from '../../answers/stand-ins/stand-ins.ts';
import type { NameKind } from '../../domain/answer.ts';
import type { ToldNames } from '../off-thread/answer-questions.ts';

/** Of a process, or the name of one. */
export interface LearntName {
  readonly kind: NameKind | 'process';
  readonly name: string;
}

/** Names as an agent is told them, and back. */
export interface SessionNames {
  /** Whether the whole text is a name. */
  isName(text: string): boolean;
  /** Texts that are about to be hidden, each as if alone. */
  prepare?(texts: readonly string[]): void;
  /** The text with stand-ins for the names in it. */
  hide(text: string): string;
  /** The text with the names that the stand-ins in it are for. */
  show(text: string): string;
}

export interface Session {
  learn(names: readonly LearntName[], more?: { standIns: StandInNames; labels: ToldNames['labels'] }): void;
  /** Of an activity, by its id. */
  labelOf(id: string): string | undefined;
  /** For texts that are names as a whole: "Activity 3". */
  readonly numbered: SessionNames;
  /** For names within words: "Person A asks for Amount 2". */
  readonly inWords: SessionNames;
}

export function createSession(): Session {
  const numbers = numberNames();
  const standIns = createStandIns();
  const labels = new Map<string, string>();
  const inWords = hideInWords(standIns);
  return {
    learn: (names, more) => {
      numbers.learn(names);
      inWords.forget();
      const title = names.flatMap(({ kind, name }) => (kind === 'process' ? [name] : []));
      if (title.length > 0) standIns.learn({ person: [], system: [], title, plain: [] });
      if (more === undefined) return;
      standIns.learn(more.standIns);
      for (const [id, label] of Object.entries(more.labels)) labels.set(id, label);
    },
    labelOf: (id) => labels.get(id),
    numbered: numbers,
    inWords: { ...inWords, isName: numbers.isName },
  };
}

/** As many texts as a large process has. */
const MOST_HIDDEN = 50_000;
/** Stands in no text: a stand-in for it would be a name. */
const BETWEEN = '\n\u0000\n';

/** Texts come again and again, and looking for all names in one takes milliseconds: what was hidden is kept. */
function hideInWords(standIns: StandIns): Omit<SessionNames, 'isName'> & { forget(): void } {
  const hidden = new Map<string, string>();
  const hide = (text: string): string => {
    const known = hidden.get(text) ?? standIns.hide(text);
    if (hidden.size < MOST_HIDDEN) hidden.set(text, known);
    return known;
  };
  return {
    hide,
    show: standIns.show,
    prepare: (texts) => {
      const asked = texts.filter((text) => !hidden.has(text) && !text.includes('\u0000'));
      const answers = standIns.hide(asked.join(BETWEEN)).split(BETWEEN);
      // Where a name reached over the border, each is looked at alone later.
      if (answers.length !== asked.length || hidden.size + asked.length > MOST_HIDDEN) return;
      for (const [at, text] of asked.entries()) hidden.set(text, answers[at]!);
    },
    // A name that was learnt since may stand in any of them.
    forget: () => hidden.clear(),
  };
}

const TITLES = {
  process: 'Process',
  activity: 'Activity',
  role: 'Role',
  person: 'Person',
  system: 'System',
  artifact: 'Artifact',
} as const satisfies Record<LearntName['kind'], string>;

/** Numbered in the order in which they are learnt. */
function numberNames(): SessionNames & { learn(names: readonly LearntName[]): void } {
  const standIns = new Map<string, string>();
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    learn: (learnt) => {
      for (const { kind, name } of learnt) {
        if (standIns.has(fold(name))) continue;
        const number = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, number);
        const standIn = `${TITLES[kind]} ${number}`;
        standIns.set(fold(name), standIn);
        names.set(standIn.toLowerCase(), name);
      }
    },
    isName: (text) => standIns.has(fold(text)),
    hide: (text) => standIns.get(fold(text)) ?? text,
    show: (text) => text.replaceAll(STAND_IN, (standIn) => names.get(standIn.toLowerCase()) ?? standIn),
  };
}

const STAND_IN = new RegExp(`\\b(?:${Object.values(TITLES).join('|')}) \\d+\\b`, 'gi');

/** Roles and labels differ in capitals from place to place, and mean the same. */
const fold = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
