// A correction in words, as it reads in the note after it and in the list of all.
import type { Correction, CorrectableField } from '../../src/domain/correction.ts';
import type { FindingStatus } from '../../src/domain/insights.ts';
import { countOf, formatIsoDuration } from '../format.ts';

/** What a field is called on screen. */
export const FIELD_WORDS: Readonly<Record<CorrectableField, string>> = {
  actor: 'role',
  system: 'system',
  artifact: 'artifact',
  duration: 'duration',
  cause: 'cause',
  handling: 'handling',
  from: 'giver',
  to: 'receiver',
  what: 'thing passed on',
};

const JUDGED: Readonly<Record<FindingStatus, string>> = {
  confirmed: 'Confirmed',
  dismissed: 'Dismissed',
  open: 'Reopened',
};

/** One sentence without a full stop: what was done, to what. */
export function describeCorrection({ command, anchors }: Pick<Correction, 'command' | 'anchors'>): string {
  const names = anchors.map(({ kind, values }) => nameOf(values, kind));
  const all = [...new Set(names)];
  const first = quote(all[0] ?? 'something');
  switch (command.do) {
    case 'rename':
      return `Renamed ${quote(command.logLabel ?? all[0] ?? 'something')} to ${quote(command.label)}`;
    case 'set': {
      const field = FIELD_WORDS[command.field];
      if (command.value === null) return `Cleared the ${field} of ${first}`;
      const value = command.field === 'duration' ? formatIsoDuration(command.value) : command.value;
      return `Set the ${field} of ${first} to ${quote(value)}`;
    }
    case 'judge':
    case 'judgeFinding':
      return `${JUDGED[command.status]} ${first}`;
    case 'delete':
      return `Left out ${first}${several(command.elements)}`;
    case 'restore':
      return `Took ${first} back in${several(command.elements)}`;
    case 'split':
      return `Split ${first} into ${quote(command.labels[0])} and ${quote(command.labels[1])}`;
    case 'merge':
      return `Merged ${list(all)} into ${quote(command.label)}`;
    case 'reorder':
      return `Moved ${first} ${command.place} ${quote(names[1] ?? 'another step')}`;
    case 'relate':
      return relate(command, all, names.length);
    case 'relateLog':
      return relateLog(command, all);
    case 'answer':
      if (command.words === null) return `Skipped ${quote(command.question.text)}`;
      return `Answered ${quote(command.question.text)}: ${quote(command.words)}`;
    default:
      return `Corrected ${first}`;
  }
}

/** Said of several corrections that were one gesture. */
export function describeGesture(corrections: readonly Correction[]): string {
  const [first] = corrections;
  if (!first) return 'Nothing was changed';
  if (corrections.length === 1) return describeCorrection(first);
  return describeCorrection({ ...first, anchors: uniqueAnchors(corrections) });
}

function uniqueAnchors(corrections: readonly Correction[]): Correction['anchors'] {
  const anchors = corrections.flatMap((correction) => correction.anchors);
  return [...new Map(anchors.map((anchor) => [JSON.stringify(anchor.ref), anchor])).values()];
}

function relate(
  { as, label }: Extract<Correction['command'], { do: 'relate' }>,
  names: readonly string[],
  count: number,
): string {
  const [only = 'something'] = names;
  const what = names.length > 1 ? list(names) : `${countOf(count, 'step')} named ${quote(only)}`;
  if (as === 'apart') return `Kept ${what} apart`;
  if (as === 'open') return `Left it to Mirror whether ${what} are the same`;
  return `Put ${what} together${label === null ? '' : ` as ${quote(label)}`}`;
}

function relateLog(
  { as, logLabels }: Extract<Correction['command'], { do: 'relateLog' }>,
  names: readonly string[],
): string {
  const logged = `${list(logLabels)} of the event log`;
  if (names.length === 0) return `Put ${logged} together`;
  if (as === 'same') return `Took ${list(names)} for ${logged}`;
  if (as === 'apart') return `Kept ${list(names)} apart from ${logged}`;
  return `Left it to Mirror whether ${list(names)} is ${logged}`;
}

function nameOf({ label, from, to, what }: Correction['anchors'][number]['values'], kind: string): string {
  if (label) return label;
  if (to) return from ? `${from} → ${to}` : `→ ${to}`;
  return what ?? kind;
}

const several = (elements: readonly string[]): string =>
  elements.length > 1 ? ` (${countOf(elements.length, 'step')})` : '';

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(quote);
  const rest = names.length - shown.length;
  const words = rest > 0 ? [...shown, `${rest} more`] : shown;
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? 'something');
}

const quote = (text: string): string => `“${text}”`;
