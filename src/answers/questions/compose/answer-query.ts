// In: what is asked of the cases. Out: the answer, counted over the rows of the logs, the asked figure first.
import { quote, sayCount, sayDuration, sayShare } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import type { AnswerInput } from '../../answer-input.ts';
import { type CaseRows, type CaseStep, citeCases, readCases } from '../../tools/case-rows.ts';
import { isInOrder, sayWish, selectCases } from '../../tools/select-cases.ts';
import type { Refused, Told } from '../kind.ts';
import { refuse, saySpread, spreadValues } from '../kinds/tell.ts';
import { answerCompare } from './answer-compare.ts';
import { answerPeople } from './answer-people.ts';
import type { Query } from './query.ts';
import { byWhom, isBy, ofThem, spreadOf, timesOf, waitsFor } from './time-steps.ts';

export function answerQuery(query: Query, input: AnswerInput): Told | Refused {
  const cases = readCases(input.logs);
  if (cases.length === 0) return refuse('This process has no event log, so its cases cannot be counted or timed.');
  switch (query.ask) {
    case 'cases':
      return tellCases(query, cases);
    case 'steps':
      return tellSteps(query, cases);
    case 'step time':
      return tellStepTime(query, cases);
    case 'case time':
      return tellCaseTime(query, cases);
    case 'time between':
      return tellBetween(query, cases);
    case 'wait for':
      return tellWaitFor(query, cases);
    case 'order':
      return tellOrder(query, cases);
    case 'months':
      return tellMonths(query, cases);
    case 'people':
      return answerPeople(query, cases);
    case 'compare':
      return answerCompare(query, cases);
  }
}

type Of<Ask extends Query['ask']> = Extract<Query, { ask: Ask }>;

const told = (
  text: string,
  rest: Omit<Told, 'sentences' | 'provenance'> & { evidence: Told['sentences'][number]['evidence'] },
): Told => {
  const { evidence, ...others } = rest;
  return { ...others, sentences: [{ text, evidence }], provenance: 'observed' };
};

function tellCases({ wish, of, asks }: Of<'cases'>, cases: readonly CaseRows[]): Told | Refused {
  const all = selectCases(cases, of);
  if (all.length === 0) return refuse(`There are no cases ${sayWish(of)}.`);
  const kept = selectCases(all, wish);
  const rest = all.filter((each) => !kept.includes(each));
  const share01 = all.length === 0 ? null : kept.length / all.length;
  const share = share01 === null ? '' : `, ${sayShare(share01)}`;
  const among = sayWish(of);
  const count = `${kept.length} of ${sayCount(all.length, 'case')}${among === '' ? '' : ` ${among}`}`;
  const condition = sayWish(
    among === ''
      ? wish
      : { ...wish, has: wish.has.filter((each) => !of.has.includes(each)), fromMs: undefined, toMs: undefined },
  );
  const isAll = kept.length === all.length;
  const answer = asks === 'any' ? (kept.length > 0 ? 'yes' : 'no') : asks === 'all' ? (isAll ? 'yes' : 'no') : null;
  const lead =
    answer === null
      ? ''
      : asks === 'all' && !isAll
        ? kept.length === 0
          ? 'No, none: '
          : 'No, only some: '
        : `${answer === 'yes' ? 'Yes' : 'No'}: `;
  const label = wish.has.at(-1) ?? wish.twice[0];
  return told(`${lead}${count} ${all.length === 1 ? 'is' : 'are'} ${condition || 'in the logs'}${share}.`, {
    values: {
      count: kept.length,
      ofCases: all.length,
      share01,
      others: rest.length,
      ...(answer !== null && { answer }),
    },
    definition: 'cases',
    n: all.length,
    evidence: citeCases(kept.length > 0 ? kept : all, (step) => step.label === label),
  });
}

function tellSteps({ activity, wish, doer }: Of<'steps'>, all: readonly CaseRows[]): Told | Refused {
  const cases = selectCases(all, wish);
  const isOne = (step: CaseStep): boolean => step.label === activity && isBy(doer)(step);
  const having = cases.filter(({ steps }) => steps.some(isOne));
  const count = cases.reduce((sum, { steps }) => sum + steps.filter(isOne).length, 0);
  if (count === 0) {
    const others = [
      ...new Set(
        cases.flatMap(({ steps }) =>
          steps.flatMap((step) => (step.label === activity ? (step.role ?? step.person ?? []) : [])),
        ),
      ),
    ];
    if (others.length === 0) return refuse(`${quote(activity)} is in none of these cases.`);
    return {
      refused: `${quote(activity)} is done by ${sayList(others)}, not by ${doer.person ?? doer.role}.`,
      isFinal: true,
    };
  }
  return told(
    `${quote(activity)} is done ${sayCount(count, 'time')}${byWhom(doer)}, in ${sayCount(having.length, 'case')}${ofThem(sayWish(wish))}.`,
    { values: { count, cases: having.length }, definition: 'n', n: count, evidence: citeCases(having, isOne) },
  );
}

function tellStepTime({ activity, wish, doer }: Of<'step time'>, all: readonly CaseRows[]): Told | Refused {
  const cases = selectCases(all, wish);
  const spread = spreadOf(timesOf(cases, activity, doer));
  if (spread === null)
    return refuse(`Nothing shows how long ${quote(activity)}${byWhom(doer)} takes${ofThem(sayWish(wish))}.`);
  return told(`${quote(activity)}${byWhom(doer)} takes ${saySpread(spread)}${ofThem(sayWish(wish))}.`, {
    values: { activity, ...spreadValues(spread) },
    definition: 'n',
    n: spread.n,
    evidence: citeCases(
      cases.filter(({ steps }) => steps.some((step) => step.label === activity && isBy(doer)(step))),
      (step) => step.label === activity && isBy(doer)(step),
    ),
  });
}

function tellCaseTime({ wish, extreme }: Of<'case time'>, all: readonly CaseRows[]): Told | Refused {
  const cases = selectCases(all, wish);
  const spread = spreadOf(cases.map(({ startMs, endMs }) => endMs - startMs));
  const words = sayWish(wish);
  if (spread === null) return refuse(`There are no cases ${words}.`);
  const sorted = cases.toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs));
  const ends = extreme === null ? undefined : extreme === 'longest' ? sorted[0] : sorted.at(-1);
  const head =
    ends === undefined
      ? ''
      : `The ${extreme} case, ${quote(ends.name)}, takes ${sayDuration(ends.endMs - ends.startMs)}. `;
  return told(
    `${head}From the first to the last event a case${words === '' ? '' : ` ${words}`} takes ${saySpread(spread)}.`,
    {
      values: { ...spreadValues(spread), ...(ends && { case: ends.name }) },
      definition: 'cases',
      n: spread.n,
      evidence: citeCases(ends === undefined ? cases : [ends]),
    },
  );
}

function tellBetween({ first, then, wish }: Of<'time between'>, all: readonly CaseRows[]): Told | Refused {
  const cases = selectCases(all, wish);
  const timed = cases.flatMap((each) => {
    const from = each.steps.findIndex(({ label }) => label === first);
    const to = each.steps.findIndex(({ label }, at) => label === then && at > from);
    const [one, other] = [each.steps[from], each.steps[to]];
    if (one === undefined || other === undefined) return [];
    return [{ each, ms: Math.max(0, (Number.isNaN(other.startMs) ? other.endMs : other.startMs) - one.endMs) }];
  });
  const spread = spreadOf(timed.map(({ ms }) => ms));
  if (spread === null) return refuse(`In no case ${quote(then)} comes after ${quote(first)}${ofThem(sayWish(wish))}.`);
  return told(
    `From the end of ${quote(first)} to the beginning of ${quote(then)} it takes ${saySpread(spread)}, with all that lies between${ofThem(sayWish(wish))}.`,
    {
      values: { from: first, to: then, ...spreadValues(spread) },
      definition: 'n',
      n: spread.n,
      evidence: citeCases(
        timed.map(({ each }) => each),
        (step) => step.label === then,
      ),
    },
  );
}

function tellWaitFor({ doer, wish }: Of<'wait for'>, all: readonly CaseRows[]): Told | Refused {
  const cases = selectCases(all, wish);
  const spread = spreadOf(waitsFor(cases, isBy(doer)));
  const who = doer.person ?? doer.role ?? '';
  if (spread === null) return refuse(`Nothing shows that cases wait for ${who}.`);
  return told(`Before ${who} begins, cases wait ${saySpread(spread)}${ofThem(sayWish(wish))}.`, {
    values: { ...spreadValues(spread) },
    definition: 'wait',
    n: spread.n,
    evidence: citeCases(
      cases.filter(({ steps }) => steps.some(isBy(doer))),
      isBy(doer),
    ),
  });
}

function tellOrder({ first, then, wish }: Of<'order'>, all: readonly CaseRows[]): Told | Refused {
  const both = selectCases(all, { ...wish, has: [...wish.has, first, then] });
  if (both.length === 0) return refuse(`No case has both ${quote(first)} and ${quote(then)}.`);
  const kept = both.filter(({ steps }) => isInOrder(steps, [first, then]));
  const lead = kept.length === both.length ? 'Yes' : kept.length === 0 ? 'No' : 'Not always';
  return told(
    `${lead}: in ${kept.length} of ${sayCount(both.length, 'case')} that ${both.length === 1 ? 'has' : 'have'} both, ${quote(first)} comes before ${quote(then)}.`,
    {
      values: { answer: kept.length === both.length ? 'yes' : 'no', count: kept.length, ofCases: both.length },
      definition: 'cases',
      n: both.length,
      evidence: citeCases(both, (step) => step.label === first),
    },
  );
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function tellMonths({ activity, wish }: Of<'months'>, all: readonly CaseRows[]): Told | Refused {
  const cases = selectCases(all, activity === undefined ? wish : { ...wish, has: [activity] });
  const timed = cases.flatMap((each) =>
    activity === undefined
      ? [{ each, ms: each.startMs }]
      : each.steps.flatMap((step) => (step.label === activity ? [{ each, ms: step.endMs }] : [])),
  );
  const months = [...Map.groupBy(timed, ({ ms }) => MONTH.format(ms))];
  const [top] = months.toSorted((a, b) => b[1].length - a[1].length);
  if (top === undefined) return refuse('There is no such case.');
  const what = activity === undefined ? 'case begun' : `time that ${quote(activity)} is done`;
  return told(
    `Most in ${top[0]}: ${top[1].length}. By month: ${sayList(
      months.map(([month, of]) => `${month} ${of.length}`),
      24,
    )} (each ${what}).`,
    {
      values: {
        month: top[0],
        count: top[1].length,
        ...Object.fromEntries(months.map(([month, of]) => [month, of.length])),
      },
      definition: 'cases',
      n: timed.length,
      evidence: citeCases(
        top[1].map(({ each }) => each),
        (step) => step.label === activity,
      ),
    },
  );
}
