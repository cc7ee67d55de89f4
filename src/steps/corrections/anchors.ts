// Where a thing is and what it says, put down at the moment somebody corrects it.
import { type Anchor, ElementKind, FindingKind } from '../../domain/correction.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { Extraction } from '../../domain/extraction.ts';
import type { ElementId, FindingId } from '../../domain/ids.ts';
import type { Insights } from '../../domain/insights.ts';
import { readValues } from './values.ts';

/** The anchor of an element of this extraction; undefined when it is not there. */
export function anchorElement(extraction: Extraction, id: ElementId): Anchor | undefined {
  for (const kind of ElementKind.options) {
    const element = extraction[kind].find((each) => each.id === id);
    if (element) return { kind, ref: chooseRef(element.evidence), values: readValues(kind, element) };
  }
  return undefined;
}

/** The anchor of a finding; undefined when it is not there. */
export function anchorFinding(insights: Insights, id: FindingId): Anchor | undefined {
  for (const kind of FindingKind.options) {
    const finding = findingsOf(insights, kind).find((each) => each.id === id);
    if (finding) return { kind, ref: chooseRef(finding.evidence), values: { label: finding.label } };
  }
  return undefined;
}

/** What all findings of a kind have in common. */
export const findingsOf = (insights: Insights, kind: FindingKind): readonly Insights[FindingKind][number][] =>
  insights[kind];

/** Words tell best what was meant. There is always one: no evidence, no fact. */
const chooseRef = (evidence: readonly EvidenceRef[]): EvidenceRef =>
  evidence.find(({ kind }) => kind === 'speech') ?? evidence[0]!;
