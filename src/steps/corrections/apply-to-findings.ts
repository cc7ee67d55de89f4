// Comes in: computed findings, and which of them people confirmed or dismissed. Goes out: the same with their status.
import { type Correction, FindingKind } from '../../domain/correction.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { FindingId } from '../../domain/ids.ts';
import type { FindingStatus, Insights } from '../../domain/insights.ts';
import { findingsOf } from './anchors.ts';
import { type Entry, listEffective } from './effective.ts';
import { findTarget } from './find-target.ts';

export interface CorrectedFindings {
  readonly insights: Insights;
  /** Corrections in force about a finding that is not there. */
  readonly stale: Entry[];
}

/** The last word about a finding holds; a finding nobody judged is open, whatever its status was. */
export function applyToFindings(insights: Insights, corrections: readonly Correction[]): CorrectedFindings {
  const statuses = new Map<FindingId, FindingStatus>();
  const said = new Map<FindingId, EvidenceRef[]>();
  const stale: Entry[] = [];
  for (const correction of listEffective(corrections)) {
    const { command, anchors, answer } = correction;
    if (command.do !== 'judgeFinding') continue;
    const [anchor] = anchors;
    const kind = FindingKind.safeParse(anchor?.kind).data;
    const found = anchor && kind && findTarget(findingsOf(insights, kind), { id: command.finding, anchor })?.id;
    if (!found) {
      stale.push(correction);
      continue;
    }
    statuses.set(found, command.status);
    if (answer) said.set(found, [...(said.get(found) ?? []), answer]);
  }
  // What is stored may hold answers that were taken back since.
  const judging = new Set(corrections.flatMap(({ id, command }) => (isAnswerOnFinding(command) ? [id] : [])));
  const isOwn = (ref: EvidenceRef): boolean => ref.kind === 'answer' && judging.has(ref.correctionId);
  const judge = <T extends Judged>(findings: readonly T[]): T[] =>
    findings.map((finding) => ({
      ...finding,
      status: statuses.get(finding.id) ?? 'open',
      evidence: [...finding.evidence.filter((ref) => !isOwn(ref)), ...(said.get(finding.id) ?? [])],
    }));
  const judged: Insights = {
    ...insights,
    handoffs: judge(insights.handoffs),
    bottlenecks: judge(insights.bottlenecks),
    exceptions: judge(insights.exceptions),
    judgements: judge(insights.judgements),
    rework: judge(insights.rework),
    transfers: judge(insights.transfers),
    openEnds: judge(insights.openEnds),
    decisions: judge(insights.decisions),
    waits: judge(insights.waits),
    differences: judge(insights.differences),
  };
  return { insights: judged, stale };
}

type Judged = Pick<Insights[FindingKind][number], 'id' | 'status' | 'evidence'>;

const isAnswerOnFinding = (command: Correction['command']): boolean =>
  command.do === 'answer' && command.effect.do === 'judgeFinding';
