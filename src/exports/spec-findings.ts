// The findings of the spec: everything a person has not dismissed.
import type { ActivityId, FindingId } from '../domain/ids.ts';
import { type FindingStatus, type Insights, isDoubtful } from '../domain/insights.ts';
import type { Grounds } from '../domain/evidence.ts';
import type { Sources } from '../domain/graph.ts';
import { describeKnown } from './spec-known.ts';

interface Finding extends Grounds {
  readonly id: FindingId;
  readonly label: string;
  readonly status: FindingStatus;
  readonly sources: Sources;
  readonly activityIds: ActivityId[];
}

export function describeFindings(insights: Insights) {
  return {
    handoffs: describeAll(insights.handoffs, ({ from, to, what, kind, count, wait }) => ({
      from,
      to,
      what,
      kind,
      count,
      wait,
    })),
    waits: describeAll(insights.waits, ({ duration, durationMin, durationMax, cause, after }) => {
      return { duration, durationMin, durationMax, cause, after };
    }),
    decisions: describeAll(insights.decisions, ({ question, branches }) => ({ question, branches })),
    exceptions: describeAll(insights.exceptions, ({ handling, cases }) => ({ handling, cases })),
    judgements: describeAll(insights.judgements, ({ by }) => ({ by })),
    rework: describeAll(insights.rework, ({ activityIds, kind, cases, count }) => {
      // Work goes back: from the later of the two activities to the earlier.
      const [to = null, from = null] = activityIds;
      return { from, to, kind, cases, count };
    }),
    bottlenecks: describeAll(insights.bottlenecks, ({ sentence, n, share01, wait, statedDuration, cause, ...rest }) => {
      // What an older Mirror stored has neither.
      const { medianInterval = null, cteWithout01 = null } = rest;
      return { sentence, n, share: share01, wait, duration: statedDuration, cause, medianInterval, cteWithout01 };
    }),
    transfers: describeAll(insights.transfers, ({ from, to, count }) => ({ from, to, count })),
    openEnds: describeAll(insights.openEnds, ({ to, what }) => ({ to, what })),
    differences: describeAll(insights.differences, ({ kind }) => ({ kind })),
  };
}

/** Dismissed findings stay inside Mirror. */
function describeAll<T extends Finding, Own>(findings: readonly T[], describe: (finding: T) => Own) {
  return findings
    .filter(({ status }) => status !== 'dismissed')
    .map((finding) => {
      const { id, label, status, activityIds, sources } = finding;
      return {
        id,
        label,
        ...describe(finding),
        status,
        activities: activityIds,
        ...describeKnown({ ...finding, unsure: isDoubtful(finding) }, sources),
      };
    });
}
