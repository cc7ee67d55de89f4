// What one recording tells, in groups for reading: steps first, then everything said about them.
import type { Extraction } from '../../src/domain/extraction.ts';
import type { Grounds } from '../../src/domain/evidence.ts';
import { formatIsoDuration } from '../format.ts';
import type { IconName } from '../parts/Icon.tsx';

export interface Told extends Pick<Grounds, 'provenance' | 'confidence01' | 'unsure'> {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly quote: string | undefined;
}

export interface ToldGroup {
  readonly name: string;
  readonly icon: IconName;
  readonly told: readonly Told[];
}

interface Element extends Grounds {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** Steps are there even when there are none, since a recording without steps should say so; other empty groups are not. */
export function listTold(extraction: Extraction): { readonly steps: ToldGroup; readonly others: readonly ToldGroup[] } {
  const steps: ToldGroup = {
    name: 'Steps',
    icon: 'list',
    told: extraction.steps.map((step) => tell(step, step.label, [step.actor, step.system, step.artifact])),
  };
  return { steps, others: listOthers(extraction).filter(({ told }) => told.length > 0) };
}

function listOthers(extraction: Extraction): ToldGroup[] {
  return [
    {
      name: 'Handoffs',
      icon: 'handoff',
      told: extraction.handoffs.map((one) =>
        tell(one, one.from ? `${one.from} → ${one.to}` : `→ ${one.to}`, [one.what]),
      ),
    },
    {
      name: 'Waits',
      icon: 'clock',
      told: extraction.waits.map((wait) =>
        tell(wait, wait.label, [
          wait.duration && formatIsoDuration(wait.duration),
          wait.cause === wait.label ? null : wait.cause,
        ]),
      ),
    },
    {
      name: 'Decisions',
      icon: 'branch',
      told: extraction.decisions.map((one) =>
        tell(one, one.question, [one.branches.map((branch) => branch.condition).join(' / ')]),
      ),
    },
    {
      name: 'Exceptions',
      icon: 'warning',
      told: extraction.exceptions.map((one) => tell(one, one.label, [one.handling])),
    },
    { name: 'Judgement moments', icon: 'scale', told: extraction.judgements.map((one) => tell(one, one.label, [])) },
    { name: 'Rework', icon: 'loop', told: extraction.rework.map((one) => tell(one, one.label, [])) },
    {
      name: 'Copied by hand',
      icon: 'copy',
      told: extraction.transfers.map((one) => tell(one, `${one.from} → ${one.to}`, [one.what])),
    },
  ];
}

function tell(element: Element, label: string, details: readonly (string | null | undefined)[]): Told {
  const speech = element.evidence.find((ref) => ref.kind === 'speech');
  return {
    id: element.id,
    label,
    detail: details.filter(Boolean).join(' · '),
    startMs: speech?.startMs ?? element.startMs,
    endMs: speech?.endMs ?? element.endMs,
    quote: speech?.quote,
    provenance: element.provenance,
    confidence01: element.confidence01,
    unsure: element.unsure,
  };
}
