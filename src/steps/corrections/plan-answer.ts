// Comes in: a question and what a person answered. Goes out: what that changes.
import type { AnswerEffect } from '../../domain/correction.ts';
import type { ElementId } from '../../domain/ids.ts';
import type { OpenEnd } from '../../domain/insights.ts';
import type { Question } from '../../domain/question.ts';
import { parseIsoDuration } from '../../lib/iso-duration.ts';
import { readDurations } from '../durations.ts';

export interface Answering {
  /** Role or name of who answers. */
  readonly narrator: string | null;
  readonly openEnds: readonly OpenEnd[];
  /** Who the handoff asked about goes to. */
  readonly receiver: string | null;
  /** The activities of the log that are offered for the steps asked about, the likeliest first. */
  readonly candidates: readonly string[];
}

/** Undefined when these words are no answer to this question. */
export function planAnswer(question: Question, words: string, answering: Answering): AnswerEffect | undefined {
  const [element, other] = question.about;
  if (element === undefined) return undefined;
  const said = words.trim();
  const who = /^(me|i|myself|we|us)$/i.test(said) ? (answering.narrator ?? said) : said;
  const isYes = readYesNo(said);
  switch (question.kind) {
    case 'receiver':
      return { do: 'handOver', element, from: answering.narrator, to: who };
    case 'next':
      return planNext(question, who, answering);
    case 'branch':
      return { do: 'branch', element, condition: 'otherwise', note: said };
    case 'who':
      return set(element, 'actor', who);
    case 'system':
      return set(element, 'system', said);
    case 'handling':
      return set(element, 'handling', said);
    case 'duration': {
      const duration = readDuration(said);
      return duration === undefined ? undefined : set(element, 'duration', duration);
    }
    case 'same':
      if (isYes === undefined || other === undefined) return undefined;
      return { do: 'relate', elements: [element, other], as: isYes ? 'same' : 'apart', label: null };
    case 'logged':
      return planLogged(question.about, said, answering);
    case 'sure':
      if (isYes === undefined) return undefined;
      return { do: 'judge', elements: [element], status: isYes ? 'confirmed' : 'dismissed' };
  }
}

/** One of the names offered, or a yes where there is one; a no is said of all of them. */
function planLogged(elements: readonly ElementId[], said: string, { candidates }: Answering): AnswerEffect | undefined {
  const named = candidates.find((name) => name.toLowerCase() === said.toLowerCase());
  const isYes = readYesNo(said);
  if (candidates.length === 0) return undefined;
  const only = candidates.length === 1 && isYes ? candidates[0] : undefined;
  const same = named ?? only;
  if (same !== undefined) return { do: 'relateLog', elements: [...elements], logLabels: [same], as: 'same' };
  const isNone = isYes === false || /^none\b/i.test(said);
  return isNone ? { do: 'relateLog', elements: [...elements], logLabels: [...candidates], as: 'apart' } : undefined;
}

/** Work that nobody takes on ends there: the open end is none. */
function planNext({ about, evidence }: Question, who: string, answering: Answering): AnswerEffect | undefined {
  const [element] = about;
  if (element === undefined) return undefined;
  if (!/^(nobody|no one|none|no)$/i.test(who)) return { do: 'handOver', element, from: answering.receiver, to: who };
  const asked = new Set(evidence.map((ref) => JSON.stringify(ref)));
  const end = answering.openEnds.find((each) => each.evidence.some((ref) => asked.has(JSON.stringify(ref))));
  return end ? { do: 'judgeFinding', finding: end.id, status: 'dismissed' } : { do: 'nothing', elements: [element] };
}

const set = (element: ElementId, field: 'actor' | 'system' | 'handling' | 'duration', value: string): AnswerEffect => {
  return { do: 'set', elements: [element], field, value };
};

function readYesNo(words: string): boolean | undefined {
  if (/^(y|yes|yeah|yep|true|right|exactly|it is|i do|same)\b/i.test(words)) return true;
  return /^(n|no|nope|never|false|not)\b/i.test(words) ? false : undefined;
}

const SHORT_UNITS: Readonly<Record<string, string>> = {
  s: 'seconds',
  sec: 'seconds',
  min: 'minutes',
  h: 'hours',
  hr: 'hours',
  d: 'days',
  w: 'weeks',
};

/** "P2D", "two or three days", "2 h"; of several the longest, as everywhere. */
function readDuration(words: string): string | undefined {
  if (parseIsoDuration(words.toUpperCase()) !== undefined) return words.toUpperCase();
  const texts = words.toLowerCase().match(/\d+(?:[.,]\d+)?|[\p{L}]+/gu) ?? [];
  const plain = texts.map((text, at) => {
    const lower = SHORT_UNITS[text] ?? text;
    return { text: lower, lower, lemma: lower, pos: 'X' as const, start: at, end: at, segment: 0 };
  });
  return readDurations(plain, 0, plain.length).reduce<{ seconds: number; iso: string } | undefined>(
    (longest, each) => (longest && longest.seconds >= each.seconds ? longest : each),
    undefined,
  )?.iso;
}
