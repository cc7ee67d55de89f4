// In: the process graph with the recordings and mined logs it was folded from. Out: findings, each with its evidence.
import type { ProcessGraph } from '../domain/graph.ts';
import { type Headline, type Insights, isCounted } from '../domain/insights.ts';
import { openContext } from './context.ts';
import { DEFINITIONS } from './definitions.ts';
import { listExclusions } from './exclusions.ts';
import { findDifferences } from './find-differences.ts';
import { findBottlenecks } from './find-bottlenecks.ts';
import { findExceptions } from './find-exceptions.ts';
import { findHandoffs } from './find-handoffs.ts';
import { findOpenEnds } from './find-open-ends.ts';
import { findRework } from './find-rework.ts';
import { findDecisions, findJudgements, findTransfers } from './find-told.ts';
import { findWaits, groupWaits } from './find-waits.ts';
import type { InsightsInput } from './insights-input.ts';
import { sumWaiting } from './wait-causes.ts';

/** All findings of one process, each place once, in a stable order: counted in logs first, then only told. */
export function findInsights(input: InsightsInput): Insights {
  const context = openContext(input);
  const waits = groupWaits(context);
  const findings = {
    handoffs: findHandoffs(context),
    bottlenecks: findBottlenecks(context, waits),
    exceptions: findExceptions(context),
    judgements: findJudgements(context),
    rework: findRework(context),
    transfers: findTransfers(context),
    openEnds: findOpenEnds(context),
    decisions: findDecisions(context),
    waits: findWaits(context, waits),
    differences: findDifferences(context, input.clusters),
  };
  return {
    ...findings,
    waiting: sumWaiting(context),
    definitions: { ...DEFINITIONS },
    exclusions: listExclusions(context, findings),
  };
}

const countSure = (findings: readonly Parameters<typeof isCounted>[0][]): number => findings.filter(isCounted).length;

/**
 * The numbers shown first; dismissed findings do not count, nor unsure ones that nobody has confirmed. Handoffs are
 * those of work and of data.
 */
export function headline(graph: ProcessGraph, insights: Insights): Headline {
  return {
    process: graph.process,
    recordings: graph.recordings,
    cases: graph.cases,
    activities: graph.activities.filter((activity) => !activity.unsure).length,
    transitions: graph.transitions.filter((transition) => !transition.unsure).length,
    handoffs: countSure(insights.handoffs),
    bottlenecks: countSure(insights.bottlenecks),
    exceptions: countSure(insights.exceptions),
    judgements: countSure(insights.judgements),
  };
}
