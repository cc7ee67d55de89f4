// Questions that set two people, roles, periods or kinds of cases against each other.
import { ANY_CASE, type CaseWish } from '../../tools/select-cases.ts';
import { quote } from '../../../insights/say.ts';
import type { Measure, Side } from './query.ts';
import type { Scene } from './read-scene.ts';
import { asks, onlyAsks, type ReadQuery, wishOf } from './read-wish.ts';

const MONTH = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "Is Dana faster at X than Tom?", "Do cases with X take longer?", "Did March go quicker than February?" */
export function readCompare(scene: Scene, text: string): ReadQuery | undefined {
  const { activities, persons, roles, periods } = scene;
  const isRated =
    asks(scene, 'fast', 'more', 'less') ||
    (asks(scene, 'compare') && asks(scene, 'long', 'cycle', 'count')) ||
    /\b(?:longer|slower)\b/i.test(text);
  const picks = asks(scene, 'or') && asks(scene, 'most', 'least', 'longest', 'shortest', 'more', 'less', 'fast', 'who');
  const isTwo = persons.length === 2 || roles.length === 2 || periods.length === 2;
  if (!(isRated || (isTwo && picks)) || asks(scene, 'wait', 'until', 'share')) return undefined;
  if (
    !onlyAsks(
      scene,
      'fast',
      'more',
      'less',
      'compare',
      'than',
      'or',
      'long',
      'longest',
      'shortest',
      'most',
      'least',
      'cycle',
      'who',
      'between',
      'count',
      'all',
      'exists',
      'begin',
    )
  )
    return undefined;
  const [activity, ...more] = activities;
  const isTimed = asks(scene, 'fast', 'long', 'longest', 'shortest', 'cycle');
  if (isTwo) {
    if (more.length > 0 || activity?.negated || activity?.twice) return undefined;
    const isOfPeople = persons.length === 2 || roles.length === 2;
    const wish = wishOf(scene, { except: activity === undefined ? [] : [activity.at], doers: false });
    const sides = sidesOf(scene, wish);
    if (sides === undefined) return undefined;
    const passive = /\b(?:get|gets|got|getting)\b/i.test(text) && !isOfPeople;
    const timed: Measure = activity === undefined ? 'case time' : passive ? 'wait' : 'step time';
    const measure: Measure = isTimed ? timed : activity === undefined && !isOfPeople ? 'cases' : 'steps';
    return { query: { ask: 'compare', sides, measure, activity: activity?.name }, isComposed: true };
  }
  // Cases with it against those without.
  if (activity === undefined || more.length > 0 || persons.length + roles.length + periods.length > 0) return undefined;
  if (!isTimed) return undefined;
  const has: Side = { name: `with ${quote(activity.name)}`, wish: { ...ANY_CASE, has: [activity.name] }, doer: {} };
  const lacks: Side = {
    name: `without ${quote(activity.name)}`,
    wish: { ...ANY_CASE, lacks: [activity.name] },
    doer: {},
  };
  const again: Side = {
    name: `with ${quote(activity.name)} more than once`,
    wish: { ...ANY_CASE, twice: [activity.name] },
    doer: {},
  };
  if (activity.twice)
    return {
      query: { ask: 'compare', sides: [again, has], measure: 'case time', activity: undefined },
      isComposed: true,
    };
  if (!activity.negated && !/\b(?:with|where|in which|that|having|involving)\b/i.test(text)) return undefined;
  const sides: [Side, Side] = activity.negated ? [lacks, has] : [has, lacks];
  return { query: { ask: 'compare', sides, measure: 'case time', activity: undefined }, isComposed: true };
}

function sidesOf({ persons, roles, periods }: Scene, wish: CaseWish): [Side, Side] | undefined {
  const two = <Each>(list: readonly Each[], toSide: (each: Each) => Side): [Side, Side] | undefined => {
    const [one, other] = list;
    return one === undefined || other === undefined ? undefined : [toSide(one), toSide(other)];
  };
  if (persons.length === 2)
    return two(persons, ({ name }) => ({ name, wish: { ...wish, person: name }, doer: { person: name } }));
  if (roles.length === 2)
    return two(roles, ({ name }) => ({ name: `with ${name}`, wish: { ...wish, role: name }, doer: { role: name } }));
  return two(periods, ({ fromMs, toMs }) => ({
    name:
      toMs - fromMs < 32 * 86_400_000 ? MONTH.format(fromMs) : `${MONTH.format(fromMs)} to ${MONTH.format(toMs - 1)}`,
    wish: { ...wish, fromMs, toMs },
    doer: {},
  }));
}
