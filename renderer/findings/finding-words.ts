// The words for each kind of finding, and the numbers that stand beside one.
import type { Durations } from '../../src/domain/graph.ts';
import { countOf, formatCount, formatIsoDuration, formatRough, formatShare } from '../format.ts';
import type { IconName } from '../parts/Icon.tsx';
import type { FindingKind } from '../route.ts';
import { type MapModel, nameTransition } from '../map/map-model.ts';
import type { AnyFinding } from './find-finding.ts';

export const KIND_WORDS: Record<
  FindingKind,
  { readonly title: string; readonly one: string; readonly icon: IconName }
> = {
  bottlenecks: { title: 'Bottlenecks', one: 'Bottleneck', icon: 'clock' },
  handoffs: { title: 'Handoffs', one: 'Handoff', icon: 'handoff' },
  exceptions: { title: 'Exceptions', one: 'Exception', icon: 'warning' },
  judgements: { title: 'Judgement moments', one: 'Judgement moment', icon: 'scale' },
  rework: { title: 'Rework', one: 'Rework', icon: 'loop' },
  decisions: { title: 'Decisions', one: 'Decision', icon: 'branch' },
  waits: { title: 'Waits', one: 'Wait', icon: 'clock' },
  transfers: { title: 'Copied by hand', one: 'Copied by hand', icon: 'copy' },
  openEnds: { title: 'Open ends', one: 'Open end', icon: 'link' },
  differences: { title: 'Differences', one: 'Difference', icon: 'speech' },
  paths: { title: 'Paths', one: 'Path', icon: 'map' },
};

/** One number with its unit; `title` says what it counts. */
export interface FindingFigure {
  readonly text: string;
  readonly title: string;
}

export interface FindingWords {
  readonly label: string;
  /** A second line: cause, handling, who. */
  readonly detail: string | undefined;
  readonly figures: readonly FindingFigure[];
  /** Length of the bar beside it; undefined where there is none. */
  readonly share01: number | undefined;
}

/** What one row of a list says about a finding. Zero is shown as zero; what is not known is not shown. */
export function describeFinding(found: AnyFinding, model: MapModel): FindingWords {
  const { finding } = found;
  const told = tellRecordings(finding.sources.recordings);
  const base = { label: finding.label, detail: undefined, share01: undefined };
  switch (found.kind) {
    case 'bottlenecks': {
      const { wait, share01, statedDuration, cause, n } = found.finding;
      const stated = statedDuration ? [{ text: formatIsoDuration(statedDuration), title: 'As people say it' }] : [];
      return {
        ...base,
        label: nameTransition(model, found.finding.transitionId) ?? finding.label,
        detail: cause ?? undefined,
        share01: share01 ?? undefined,
        figures: [
          ...(wait ? [meanOf(wait)] : stated),
          ...(share01 === null ? [] : [{ text: formatShare(share01), title: 'Share of all waiting time' }]),
          { text: `n ${formatCount(n)}`, title: 'Times measured or told' },
        ],
      };
    }
    case 'handoffs': {
      const { wait, count, what, from, to, kind, sources } = found.finding;
      const place = nameTransition(model, found.finding.transitionId);
      const times =
        sources.log > 0 ? { text: `${formatCount(count)}×`, title: 'Times work passes on here, in the log' } : told;
      return {
        ...base,
        label: from ? `${from} → ${to}` : `→ ${to}`,
        detail: [place ?? finding.label, what, kind === 'system' && 'between systems'].filter(Boolean).join(' · '),
        figures: [...(wait ? [meanOf(wait)] : []), times],
      };
    }
    case 'exceptions': {
      const { handling, cases, share01, sources } = found.finding;
      const share = share01 === null ? '' : ` (${formatShare(share01)})`;
      const inLog = {
        text: `${countOf(cases, 'case')}${share}`,
        title: 'Cases in the log, and their share of all cases',
      };
      return { ...base, detail: handling ?? undefined, figures: [sources.log > 0 ? inLog : told] };
    }
    case 'judgements':
      return { ...base, detail: found.finding.by ? `Judged by ${found.finding.by}` : undefined, figures: [told] };
    case 'rework': {
      const { kind, cases, sources } = found.finding;
      const figure = { text: countOf(cases, 'case'), title: 'Cases in which it is done again' };
      return { ...base, detail: REWORK_WORDS[kind], figures: [sources.log > 0 ? figure : told] };
    }
    case 'decisions': {
      const { question, branches } = found.finding;
      return {
        ...base,
        label: question,
        figures: [{ text: countOf(branches.length, 'branch', 'branches'), title: 'Ways it can go' }, told],
      };
    }
    case 'waits': {
      // People often name the cause in the very words of the wait.
      const cause = found.finding.cause === finding.label ? undefined : (found.finding.cause ?? undefined);
      const span = tellSpan(found.finding);
      const stated = span ? [{ text: span, title: 'As people say it' }] : [];
      return { ...base, detail: cause, figures: [...stated, told] };
    }
    case 'transfers': {
      const { from, to, count } = found.finding;
      return {
        ...base,
        detail: `${from} → ${to}`,
        figures: [{ text: `${formatCount(count)}×`, title: 'Times seen in recordings' }],
      };
    }
    case 'openEnds': {
      const { to, what } = found.finding;
      return { ...base, detail: what ? `${what} goes to ${to}` : `goes to ${to}`, figures: [told] };
    }
    case 'differences':
      return { ...base, detail: DIFFERENCE_WORDS[found.finding.kind], figures: [told] };
  }
}

/** "1 to 2 d", "2 d", or undefined when nobody says how long. */
export function tellSpan(wait: {
  duration: string | null;
  durationMin: string | null;
  durationMax: string | null;
}): string | undefined {
  const { duration, durationMin, durationMax } = wait;
  if (durationMin && durationMax && durationMin !== durationMax) {
    return `${formatIsoDuration(durationMin)} to ${formatIsoDuration(durationMax)}`;
  }
  const one = duration ?? durationMax ?? durationMin;
  return one ? formatIsoDuration(one) : undefined;
}

const DIFFERENCE_WORDS = {
  order: 'Told in another order',
  who: 'Told of another role',
  threshold: 'Told with another limit',
  only: 'Told by one only',
} as const;

const REWORK_WORDS = {
  'self-loop': 'Again at once',
  repetition: 'Again after other activities',
  told: 'Somebody says so',
} as const;

const meanOf = (wait: Durations): FindingFigure => ({
  text: `${formatRough(wait.meanMs)} mean`,
  title: `Mean wait over ${countOf(wait.n, 'measurement')}`,
});

const tellRecordings = (recordings: number): FindingFigure => ({
  text: countOf(recordings, 'recording'),
  title: 'Recordings that tell it',
});
