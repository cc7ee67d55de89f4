// Who does something, how often, and in what time.
import { quote, sayCount, sayDuration } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { type CaseRows, citeCases } from '../../tools/case-rows.ts';
import { sayWish, selectCases } from '../../tools/select-cases.ts';
import type { Refused, Told } from '../kind.ts';
import { refuse } from '../kinds/tell.ts';
import type { Query } from './query.ts';
import { isBy, ofThem, timesOf } from './time-steps.ts';

type PeopleQuery = Extract<Query, { ask: 'people' }>;

export function answerPeople(query: PeopleQuery, all: readonly CaseRows[]): Told | Refused {
  const { activity, wish, doer, among, measure, isLeast } = query;
  const cases = selectCases(all, wish);
  const isOne = (step: CaseRows['steps'][number]): boolean =>
    (activity === undefined || step.label === activity) && isBy(doer)(step);
  const done = cases.flatMap(({ steps }) => steps.filter((step) => step.person !== null && isOne(step)));
  const named = [...Map.groupBy(done, ({ person }) => person ?? '')].filter(
    ([name]) => among.length === 0 || among.includes(name),
  );
  const rated = named.flatMap(([name, steps]) => {
    const times = activity === undefined ? [] : timesOf(cases, activity, { ...doer, person: name });
    const meanMs = times.length === 0 ? null : times.reduce((sum, ms) => sum + ms, 0) / times.length;
    return measure === 'step time' && meanMs === null
      ? []
      : [{ name, count: steps.length, meanMs, role: steps[0]?.role ?? null }];
  });
  const valueOf = (each: (typeof rated)[number]): number => (measure === 'steps' ? each.count : (each.meanMs ?? 0));
  const sorted = rated.toSorted((a, b) => (isLeast ? 1 : -1) * (valueOf(a) - valueOf(b)));
  const [first] = sorted;
  const what = activity === undefined ? 'a step' : quote(activity);
  if (first === undefined) return refuse(`No event log names who does ${what}.`);
  const say = ({ name, role, count, meanMs }: (typeof rated)[number]): string =>
    `${name}${role === null ? '' : `, ${role}`} (${measure === 'steps' || meanMs === null ? sayCount(count, 'time') : `${sayDuration(meanMs)} on average, n = ${count}`})`;
  const rank = measure === 'steps' ? (isLeast ? 'least often' : 'most often') : isLeast ? 'fastest' : 'slowest';
  const lead = sorted.length === 1 ? `Only ${first.name} does ${what}` : `${first.name} does ${what} ${rank}`;
  return {
    values: {
      person: first.name,
      people: sorted.map(({ name }) => name),
      ...Object.fromEntries(sorted.map((each) => [each.name, valueOf(each)])),
    },
    sentences: [
      {
        text: `${lead}${ofThem(sayWish(wish))}: ${sayList(sorted.map(say), 12)}.`,
        evidence: citeCases(
          cases.filter(({ steps }) => steps.some((step) => isOne(step) && step.person === first.name)),
          isOne,
        ),
      },
    ],
    definition: 'n',
    n: done.length,
    provenance: 'observed',
  };
}
