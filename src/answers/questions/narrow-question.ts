// In: a question and its reading. Out: the same question without the words that say of which cases it is asked
// ("when handled by Dana", "in variant 2", "cases that were reworked"), and those cases.
import type { NameKind } from '../../domain/answer.ts';
import type { LogSlice } from '../../domain/comparison.ts';
import type { NamedSpan, Reading } from './read-question.ts';

export interface NarrowedQuestion {
  readonly rest: string;
  readonly slice: LogSlice;
  /** Says itself that it is about some of the cases: it is read so before it is read in any other way. */
  readonly isPlain: boolean;
}

/** By label, of a system; to find the cases in which it is used. */
export type ActivitiesOf = (system: string) => readonly string[];

/** In the order in which they are tried; several conditions at once come out as one. */
export function narrowQuestion(reading: Reading, activitiesOf: ActivitiesOf): NarrowedQuestion[] {
  const tokens = toTokens(reading);
  const line = tokens.map(({ text }) => text).join(' ');
  const plain = takeAll(line, PLAIN, { reading, activitiesOf });
  const weak = plain === undefined ? takeAll(line, WEAK, { reading, activitiesOf }) : undefined;
  return [plain && { ...plain, isPlain: true }, weak && { ...weak, isPlain: false }]
    .filter((each) => each !== undefined)
    .map(({ line: left, slice, isPlain }) => ({ rest: toText(left, reading), slice, isPlain }));
}

const CASES = '(?:cases?|ones|those|instances?|«case»)';
const FILL =
  '(?: (?:are|were|is|was|there|do|does|did|we|have|had|has|take|takes|took|only|a|an|any|all|the|then|last|need|wait|on|average))*';
const LINK =
  '(?: (?:with|that|which|who|where|when|if|having|had|have|has|contain|contains|containing|involve|involves|involving|include|includes|including|needing|needed|need|of|by|for|handled|done|worked|processed))' +
  '(?: (?:in|the|a|an|were|was|are|is|get|gets|got|been|being|at|least|one|some|through|went|go|goes|pass|passes|passed|also|order|visit|by|from|with))*';
const TAIL =
  '(?: (?:was|were|is|are|been|had|has|got|gets|did|does|took|takes|part|involved|works?|worked|working|on|them|it|in|happened|happens|occurred|occurs|done|at|handles?|handled|needed|necessary|required|contributed|present|performed|made|took place|place|to be)(?= |$))*';
const NAME = '§(\\d+)';

interface Form {
  readonly form: RegExp;
  /** What stays of it: the noun that is counted. */
  readonly keeps?: RegExp;
  readonly of: 'name' | 'variant' | 'rework' | 'no rework';
}

const form = (text: string): RegExp => new RegExp(`(?<=^| )${text}(?= |$)`);

/** Each says of which cases, whatever else is asked. */
const PLAIN: readonly Form[] = [
  {
    form: form(
      `${CASES}${FILL}(?: (?:that|which|who) (?:were|are|was|have been|had been|had to be|got|get)| with(?: any| some)?| having| needing)+ (?:reworked|redone|repeated|rework|repetitions?|loops?|repeats)`,
    ),
    keeps: form(CASES),
    of: 'rework',
  },
  { form: form(`(?:that|which) (?:were|are|was|have been|had to be|got) (?:reworked|redone|repeated)`), of: 'rework' },
  { form: form(`(?:reworked|repeated) (?=${CASES})`), of: 'rework' },
  { form: form(`(?:without|with no|with zero) (?:any )?(?:rework|repetitions?|loops?|repeats)`), of: 'no rework' },
  {
    form: form(
      `(?:only )?(?:in|of|for|within|on|along|by|under|with|taking|that take|following|that follow)(?: cases of| the)? (?:variants?|paths?|routes?) (?:number |no )?(\\d+|one|two|three|four|five)`,
    ),
    of: 'variant',
  },
  {
    form: form(
      `(?:only )?(?:in|of|for|within|on|along|under|with|taking|that take|following|that follow)(?: cases of)? the (first|second|third|fourth|fifth|main|most common|most frequent|commonest|top|happy|standard) (?:variant|path|route)`,
    ),
    of: 'variant',
  },
  {
    form: form(
      `(?:when|if|where|while|whenever|once)(?: (?:it|they|this|these|that|a case|the case|cases|work|everything|one|case))?(?: (?:is|are|was|were|gets?|got|has been|being))?(?: (?:handled|done|processed|worked on|treated|run|performed|managed|dealt with|executed|carried out|worked|made|started|taken))* (?:by|with|through|in|via)(?: the| a| an)? ${NAME}${TAIL}`,
    ),
    of: 'name',
  },
  {
    form: form(
      `(?:when|if|where|while|whenever)(?: the| a| an)? ${NAME}(?: (?:is|was|are|were|has|does|did))?(?: (?:involved|at work|working|works?|worked|handles?|handled|takes part|took part|on duty|part of it|used|in use|in play))(?: (?:on|in|it|them|this|the case|a case))*`,
    ),
    of: 'name',
  },
  { form: form(`${CASES}${FILL}${LINK} ${NAME}${TAIL}`), keeps: form(CASES), of: 'name' },
  { form: form(`handled by(?: the| a)? ${NAME}`), of: 'name' },
];

/** May say so, where the question cannot be read otherwise. */
const WEAK: readonly Form[] = [
  {
    form: form(
      `(?:only |just )?(?:with|for|involving|only|just|in|via|through|within|at|using|among)(?: the| a| an| our)? ${NAME}(?: only| alone| involved| at work)?`,
    ),
    of: 'name',
  },
  { form: form(`${NAME} ${CASES}`), keeps: form(CASES), of: 'name' },
];

interface Context {
  readonly reading: Reading;
  readonly activitiesOf: ActivitiesOf;
}

interface Taken {
  readonly line: string;
  readonly slice: LogSlice;
}

/** Takes one form after the other out of the line; undefined where none is there. */
function takeAll(line: string, forms: readonly Form[], context: Context): Taken | undefined {
  let taken: Taken | undefined;
  for (const each of forms) {
    const now = taken?.line ?? line;
    const match = each.form.exec(now);
    if (match === null) continue;
    const slice = toSlice(each, match[1], context);
    if (slice === undefined) continue;
    const kept = each.keeps?.exec(match[0])?.[0] ?? '';
    const left = `${now.slice(0, match.index)}${kept}${now.slice(match.index + match[0].length)}`
      .replaceAll(/ +/g, ' ')
      .trim();
    taken = { line: left, slice: { ...taken?.slice, ...slice } };
  }
  return taken;
}

const RANKS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
}; // prettier-ignore

function toSlice(each: Form, said: string | undefined, { reading, activitiesOf }: Context): LogSlice | undefined {
  if (each.of === 'rework') return { reworked: true };
  if (each.of === 'no rework') return { reworked: false };
  if (each.of === 'variant') {
    const rank = Number(said) || (RANKS[said ?? ''] ?? 1);
    return { variants: { first: rank, last: rank } };
  }
  const span = reading.spans[Number(said)];
  return span && sliceOfName(span.names, activitiesOf);
}

/** The cases in which somebody or something takes part; undefined for what takes part in no case, as documents. */
export function sliceOfName(
  names: Readonly<Partial<Record<NameKind, string>>>,
  activitiesOf: ActivitiesOf,
): LogSlice | undefined {
  if (names.person !== undefined) return { resource: names.person };
  if (names.role !== undefined) return { role: names.role };
  if (names.system !== undefined) {
    const activities = activitiesOf(names.system);
    return activities.length === 0 ? undefined : { activities: [...activities] };
  }
  return names.activity === undefined ? undefined : { activity: names.activity };
}

/** Words as they are compared, names as their numbers, nouns of cases marked. */
function toTokens({ words, spans, caseWords }: Reading): { readonly text: string }[] {
  return words.flatMap(({ word }, at) => {
    const span = spans.findIndex(({ from, to }) => at >= from && at < to);
    if (span >= 0) return spans[span]!.from === at ? [{ text: `§${span}` }] : [];
    return [{ text: caseWords.has(at) && !/^cases?$/.test(word) ? '«case»' : word }];
  });
}

/** The line as a question again. */
function toText(line: string, { spans }: Reading): string {
  const nameOf = (span: NamedSpan | undefined): string => span?.text ?? '';
  return line.replaceAll(/§(\d+)/g, (_, at: string) => nameOf(spans[Number(at)])).replaceAll('«case»', 'cases');
}
