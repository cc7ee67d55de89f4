// In: the symbols of a question. Out: what is asked of the cases, where every one of them has its part in it.
import { ANY_CASE } from '../../tools/select-cases.ts';
import { readCompare } from './read-compare.ts';
import { readScene, type Scene } from './read-scene.ts';
import type { Symbols } from './read-symbols.ts';
import { asks, doerOf, onlyAsks, type ReadQuery, wishOf } from './read-wish.ts';

/** Undefined where a word is unknown, or something would be left over. */
export function readQuery({ row, unknown, text }: Symbols): ReadQuery | undefined {
  if (unknown.length > 0) return undefined;
  const scene = readScene(row);
  if (scene.others > 0) return undefined;
  for (const read of READERS) {
    const found = read(scene, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Read = (scene: Scene, text: string) => ReadQuery | undefined;

const YES_NO = /^\s*(?:is|are|was|were|do|does|did|has|have|had|can|may)\b/i;

/** "How many complaints never needed an investigation?", "Were there cases ...?", "Is it always ...?" */
const readCount: Read = (scene, text) => {
  const isYesNo = YES_NO.test(text);
  const { activities, persons, roles, periods, overMs, underMs } = scene;
  if (persons.length > 1 || roles.length > 1 || periods.length > 1) return undefined;
  const asksAll = isYesNo && asks(scene, 'all', 'only');
  const counts = asks(scene, 'count', 'share') || isYesNo;
  if (
    !counts ||
    !onlyAsks(scene, 'count', 'share', 'exists', 'all', 'only', 'or', 'person', 'before', 'after', 'twice')
  )
    return undefined;
  const isStepped = asks(scene, 'before', 'after');
  if (isStepped && !activities.some(({ negated }) => negated)) return undefined;
  if (asks(scene, 'twice')) return undefined;
  if (asksAll) return readAll(scene);
  const isOdd =
    activities.some(({ negated, twice, single }) => negated || twice || single) ||
    overMs !== undefined ||
    underMs !== undefined;
  const isBy = persons.length + roles.length > 0 && activities.length === 1;
  if (isBy && !isOdd && activities[0] !== undefined) {
    if (asks(scene, 'share') || isYesNo) return undefined;
    // "Returned to the department": it is where it goes, and not who does it.
    const isSent = persons.length === 0 && roles.every(({ lead }) => lead === 'to');
    const wish = wishOf(scene, { except: [activities[0].at], doers: false });
    return { query: { ask: 'steps', activity: activities[0].name, wish, doer: doerOf(scene) }, isComposed: isSent };
  }
  const isComposed = isOdd || activities.length > 1 || (activities.length === 1 && asks(scene, 'share'));
  if (isYesNo && !isOdd && activities.length < 2) return undefined;
  const of = { ...ANY_CASE, fromMs: periods[0]?.fromMs, toMs: periods[0]?.toMs };
  return {
    query: { ask: 'cases', wish: wishOf(scene), of, asks: isYesNo ? 'any' : 'number' },
    isComposed: isComposed || (isYesNo && isOdd),
  };
};

/** "Do we check all the claims that we pay?": of the cases with the second, those with the first. */
function readAll(scene: Scene): ReadQuery | undefined {
  const [asked, base, ...more] = scene.activities;
  if (asked === undefined || more.length > 0 || base?.negated || base?.twice) return undefined;
  const of = wishOf(scene, { except: [asked.at] });
  const own = wishOf(scene);
  return { query: { ask: 'cases', wish: own, of, asks: asked.negated ? 'any' : 'all' }, isComposed: true };
}

/** "Who does X most?", "Who works the most?", "Who is fastest at X?" */
const readPeople: Read = (scene, text) => {
  const { activities, persons, roles, periods } = scene;
  const [activity, ...more] = activities;
  const ranksRole =
    roles.length === 1 &&
    /\b(?:which|what)\b/i.test(text) &&
    asks(scene, 'most', 'least', 'more', 'less', 'fast', 'longest', 'shortest');
  const isWho =
    ranksRole || asks(scene, 'who') || (asks(scene, 'person') && asks(scene, 'most', 'least', 'longest', 'shortest'));
  if (!isWho || more.length > 0 || activity?.negated || activity?.twice || periods.length > 1) return undefined;
  if (
    !onlyAsks(
      scene,
      'who',
      'person',
      'most',
      'least',
      'count',
      'each',
      'more',
      'less',
      'fast',
      'longest',
      'shortest',
      'long',
      'all',
      'or',
    )
  )
    return undefined;
  const isTimed = asks(scene, 'fast', 'longest', 'shortest', 'long');
  if (isTimed && activity === undefined) return undefined;
  const ranks = asks(scene, 'most', 'least', 'more', 'less') || isTimed || asks(scene, 'count');
  if (activity === undefined && !asks(scene, 'most', 'least', 'more', 'less')) return undefined;
  const wish = wishOf(scene, { except: activity === undefined ? [] : [activity.at], doers: false });
  return {
    query: {
      ask: 'people',
      activity: activity?.name,
      wish,
      doer: { role: roles[0]?.name },
      among: persons.map(({ name }) => name),
      measure: isTimed ? 'step time' : 'steps',
      isLeast: asks(scene, 'least', 'less', 'fast', 'shortest'),
    },
    isComposed: ranks,
  };
};

/** How long: a step, by somebody, in some cases; from one step to another; a case. */
const readTime: Read = (scene) => {
  const { activities, persons, roles, periods } = scene;
  if (
    !asks(scene, 'long', 'cycle', 'longest', 'shortest', 'wait') ||
    asks(scene, 'who', 'count', 'share', 'than', 'compare')
  )
    return undefined;
  if (periods.length > 1 || persons.length > 1 || roles.length > 1) return undefined;
  if (
    !onlyAsks(
      scene,
      'long',
      'cycle',
      'longest',
      'shortest',
      'wait',
      'between',
      'until',
      'before',
      'after',
      'begin',
      'end',
      'all',
      'exists',
    )
  )
    return undefined;
  const done = activities.filter(({ negated, twice }) => !negated && !twice);
  const isWait = asks(scene, 'wait');
  const doer = doerOf(scene);
  const isDone = doer.person !== undefined || doer.role !== undefined;
  const extreme = asks(scene, 'longest')
    ? ('longest' as const)
    : asks(scene, 'shortest')
      ? ('shortest' as const)
      : null;
  const [one, other] = done;
  const waits = asks(scene, 'before', 'until') || isWait;
  if (isDone && waits && done.length === 0 && !asks(scene, 'after', 'between')) {
    const wish = wishOf(scene, { doers: false });
    return { query: { ask: 'wait for', doer, activity: undefined, wish }, isComposed: true };
  }
  if (one !== undefined && other !== undefined && done.length === 2 && !isDone) {
    const wish = wishOf(scene, { except: [one.at, other.at] });
    // "Until it is paid after it was approved": the later one is said first.
    const isTurned = other.lead === 'after' && one.lead !== 'after';
    const [first, then] = isTurned ? [other, one] : [one, other];
    return {
      query: { ask: 'time between', first: first.name, then: then.name, wish },
      isComposed: wish.lacks.length > 0,
    };
  }
  if (waits || asks(scene, 'between', 'after')) return undefined;
  if (one !== undefined && done.length === 1 && !asks(scene, 'cycle') && !scene.hasCase) {
    const wish = wishOf(scene, { except: [one.at], doers: false });
    const isComposed = isDone || wish.lacks.length > 0 || wish.twice.length > 0;
    if (extreme !== null) return undefined;
    return { query: { ask: 'step time', activity: one.name, wish, doer }, isComposed };
  }
  const wish = wishOf(scene);
  if (!scene.hasCase && !asks(scene, 'cycle') && done.length > 0) return undefined;
  return { query: { ask: 'case time', wish, extreme }, isComposed: wish.lacks.length > 0 || wish.twice.length > 0 };
};

/** "Is X always done before Y?" */
const readOrder: Read = (scene, text) => {
  const [one, other, ...more] = scene.activities;
  if (!YES_NO.test(text) || one === undefined || other === undefined || more.length > 0) return undefined;
  if (one.negated || other.negated || one.twice || other.twice || scene.persons.length + scene.roles.length > 0)
    return undefined;
  if (!asks(scene, 'before', 'after') || !onlyAsks(scene, 'before', 'after', 'all', 'exists', 'only')) return undefined;
  const [first, then] = asks(scene, 'before') ? [one.name, other.name] : [other.name, one.name];
  return {
    query: { ask: 'order', first, then, wish: wishOf(scene, { except: [one.at, other.at] }) },
    isComposed: true,
  };
};

/** "In which month were most complaints logged?" */
const readMonths: Read = (scene) => {
  const { activities, persons, roles, periods } = scene;
  if (!asks(scene, 'month') || persons.length + roles.length + periods.length > 0 || activities.length > 1)
    return undefined;
  if (!onlyAsks(scene, 'month', 'most', 'least', 'count', 'begin', 'when', 'more')) return undefined;
  const [activity] = activities;
  if (activity?.negated || activity?.twice) return undefined;
  return { query: { ask: 'months', activity: activity?.name, wish: ANY_CASE }, isComposed: true };
};

const READERS: readonly Read[] = [readCompare, readOrder, readMonths, readPeople, readTime, readCount];
