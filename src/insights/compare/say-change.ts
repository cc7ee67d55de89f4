// One plain sentence for each change, with its numbers and n.
import type { MedianTime, ShareFigure } from '../../domain/comparison.ts';
import { sayCount, sayDuration, sayShare } from '../say.ts';
import type { ChangeDraft, CompareContext, SideInput } from './change-draft.ts';
import { waitingShare01 } from './find-place-changes.ts';

export function sayChange(change: ChangeDraft, context: CompareContext): string {
  return `${sayWhat(change, context)}${sayCertainty(change)}`;
}

function sayWhat(change: ChangeDraft, context: CompareContext): string {
  if (change.subject === 'bottleneck') return sayBottleneck(change, context);
  if (change.kind === 'time') return sayTime(change, context);
  if (change.subject === 'handoff') return sayHandoff(change, context);
  return change.kind === 'frequency' ? sayFrequency(change, context) : sayPresence(change, context);
}

/** "before" and "after" of two periods; otherwise nothing happened in time, and each side goes by its name. */
function sayWhere(side: SideInput, { before, isInTime }: CompareContext): string {
  if (!isInTime) return `in ${side.title}`;
  return side === before ? 'before' : 'after';
}

function sayPresence({ kind, label, before, after, transitionId }: ChangeDraft, context: CompareContext): string {
  const isAdded = kind === 'added';
  const [here, there] = isAdded ? [context.after, context.before] : [context.before, context.after];
  const share = isAdded ? after.share : before.share;
  const seen = share === null ? 'told in recordings' : saySeen(share, here);
  const absent = there.measured.cases === 0 ? '' : `, in none of ${sayAbsent(there, context)}`;
  const transition = context.joined.transitions.find(({ element }) => element.id === transitionId);
  const changesHands = (transition?.element.handoffs ?? 0) > 0 ? ' Work changes hands there.' : '';
  return `${label} is only ${sayWhere(here, context)}: ${seen}${absent}.${changesHands}`;
}

const sayAbsent = (side: SideInput, context: CompareContext): string =>
  context.isSameUnit
    ? `${side.measured.cases} ${sayWhere(side, context)}`
    : sayCount(side.measured.cases, side.measured.unit.slice(0, -1));

const saySeen = ({ cases, of, share01 }: ShareFigure, { measured: { unit } }: SideInput): string =>
  `in ${cases} of ${sayCount(of, unit.slice(0, -1))} (${sayShare(share01)})`;

function sayFrequency({ label, before, after, difference, interval }: ChangeDraft, context: CompareContext): string {
  // Safe: a change in frequency has both shares.
  const [was, is] = [before.share!, after.share!];
  const spread = interval ? ` (95 % interval ${sayPoints(interval.low)} to ${sayPoints(interval.high)})` : '';
  const seen = `${was.cases} of ${was.of} (${sayShare(was.share01)})`;
  const both = context.isInTime
    ? `${saySeen(is, context.after)}, before in ${seen}`
    : `${saySeen(is, context.after)} ${sayWhere(context.after, context)}, in ${seen} ${sayWhere(context.before, context)}`;
  return `${label} is ${both}: ${sayPoints(Math.abs(difference ?? 0))} points ${(difference ?? 0) > 0 ? 'more' : 'less'}${spread}.`;
}

const sayPoints = (share: number): string => {
  const points = Math.round(share * 100);
  return points < 0 ? `−${-points}` : String(Math.abs(points));
};

function sayTime({ subject, label, before, after, difference }: ChangeDraft, context: CompareContext): string {
  // Safe: a change in time has both medians.
  const [was, is] = [before.time!, after.time!];
  const way = (difference ?? 0) > 0 ? 'more' : 'less';
  const what = { activity: `The work of ${label} takes`, cycle: 'A case takes' };
  const begin =
    subject === 'activity' || subject === 'cycle'
      ? `${what[subject]} ${way} time`
      : `${label} waits ${way === 'more' ? 'longer' : 'shorter'}`;
  const here = context.isInTime ? '' : ` ${sayWhere(context.after, context)}`;
  return `${begin}${here}: ${sayMedian(is)}, ${sayWhere(context.before, context)} ${sayMedian(was)}.`;
}

/** "5 hours in the median (n = 40, 95 % interval 4 hours to 6 hours)". */
function sayMedian({ n, medianMs, lowMs, highMs }: MedianTime): string {
  if (n === 1) return `${sayDuration(medianMs)} (one observation)`;
  const spread =
    lowMs === null || highMs === null ? '' : `, 95 % interval ${sayDuration(lowMs)} to ${sayDuration(highMs)}`;
  return `${sayDuration(medianMs)} in the median (n = ${n}${spread})`;
}

function sayHandoff({ label, kind, before, after }: ChangeDraft, context: CompareContext): string {
  const tell = ({ cases, of, share01 }: ShareFigure, side: SideInput): string =>
    `${cases} of ${sayCount(of, 'pass', 'passes')} ${sayWhere(side, context)} (${sayShare(share01)})`;
  const only = `is a handoff only ${sayWhere(kind === 'added' ? context.after : context.before, context)}`;
  const [started, ended] = context.isInTime ? ['is a new handoff', 'is no handoff any more'] : [only, only];
  const word = kind === 'added' ? started : kind === 'removed' ? ended : 'changes hands';
  // Safe: handoffs are compared on transitions of both sides.
  return `${label} ${word}: ${tell(after.share!, context.after)}, ${tell(before.share!, context.before)}.`;
}

function sayBottleneck(change: ChangeDraft, context: CompareContext): string {
  const joined = context.joined.transitions.find(({ element }) => element.id === change.transitionId);
  const is = sayShare(waitingShare01(context.after, joined?.after));
  const was = sayShare(waitingShare01(context.before, joined?.before));
  if (!context.isInTime) {
    const [here, there] = [sayWhere(context.after, context), sayWhere(context.before, context)];
    const only = change.kind === 'added' ? here : there;
    return `${change.label} is a bottleneck only ${only}: ${is} of all waiting ${here}, ${was} ${there}.`;
  }
  const word = change.kind === 'added' ? 'has become a bottleneck' : 'is no bottleneck any more';
  return `${change.label} ${word}: ${is} of all waiting, before ${was}.`;
}

function sayCertainty({ certainty, p }: ChangeDraft): string {
  if (certainty === 'few') return ' Too few to tell whether it is chance.';
  if (certainty === 'unclear') return p === null ? ' It may be chance.' : ` It may be chance (p ${sayP(p)}).`;
  return certainty === 'clear' && p !== null ? ` Hardly chance (p ${sayP(p)}).` : '';
}

function sayP(p: number): string {
  if (p < 0.001) return '< 0.001';
  return `= ${p >= 0.1 ? p.toFixed(1) : p >= 0.01 ? p.toFixed(2) : p.toFixed(3)}`;
}
