// The facts of a finding, by its kind; what people say can be put right where it stands.
import type { ReactNode } from 'react';
import type { CorrectableField } from '../../src/domain/correction.ts';
import type { ElementId } from '../../src/domain/ids.ts';
import { FindingField } from '../corrections/FindingField.tsx';
import type { AnyFinding } from '../findings/find-finding.ts';
import { tellSpan } from '../findings/finding-words.ts';
import { countOf, formatCount, formatIsoDuration, formatShare } from '../format.ts';

export type Fact = readonly [name: string, value: ReactNode, title?: string];

/** `elements`: the told elements it was made of; none for what nobody told. */
export function listFacts(found: AnyFinding, elements: readonly ElementId[]): Fact[] {
  const { sources, status } = found.finding;
  return [
    ...listOwnFacts(found, elements),
    [
      'In the log',
      sources.log === 0 ? '0 rows' : `${formatCount(sources.log)}×`,
      'Rows or pairs in event logs that speak for it',
    ],
    ['Told in', countOf(sources.recordings, 'recording')],
    ...(status === 'open' ? ([['Checked', 'by nobody yet']] as const) : []),
  ];
}

function listOwnFacts(found: AnyFinding, elements: readonly ElementId[]): Fact[] {
  /** Nothing where nothing is known, unless somebody could say it. */
  const told = (name: string, field: CorrectableField, value: string | null, text: string | null = value): Fact[] =>
    value === null && elements.length === 0
      ? []
      : [
          [
            name,
            <FindingField key={field} elements={elements} field={field} value={value}>
              <span>{text ?? 'not known'}</span>
            </FindingField>,
          ],
        ];
  switch (found.kind) {
    case 'bottlenecks': {
      const { share01, statedDuration, cause } = found.finding;
      return [
        ...fact('Of all waiting', share01 === null ? undefined : `${formatShare(share01)} of the time cases wait`),
        ...told('People say', 'duration', statedDuration, statedDuration && formatIsoDuration(statedDuration)),
        ...told('Cause', 'cause', cause),
      ];
    }
    case 'handoffs':
      return [
        ...told('From', 'from', found.finding.from),
        ...told('To', 'to', found.finding.to),
        ...told('What', 'what', found.finding.what),
        ['Between', found.finding.kind === 'actor' ? 'people or roles' : 'systems or documents'],
      ];
    case 'exceptions': {
      const { handling, cases, share01 } = found.finding;
      const share = share01 === null ? '' : `, ${formatShare(share01)} of all`;
      return [...told('Handled by', 'handling', handling), ['Cases', `${formatCount(cases)}${share}`]];
    }
    case 'judgements':
      return fact('Judged by', found.finding.by);
    case 'rework':
      return [
        ['Cases', countOf(found.finding.cases, 'case')],
        ['Repeated', countOf(found.finding.count, 'time')],
      ];
    case 'waits': {
      const { duration, cause } = found.finding;
      return [
        ...told('How long', 'duration', duration, tellSpan(found.finding) ?? null),
        ...told('Cause', 'cause', cause),
      ];
    }
    case 'transfers':
      return [...told('From', 'from', found.finding.from), ...told('To', 'to', found.finding.to)];
    case 'openEnds':
      return [...fact('Goes to', found.finding.to), ...fact('What', found.finding.what)];
    case 'decisions':
    case 'differences':
      return [];
  }
}

const fact = (name: string, value: string | null | undefined): Fact[] => (value ? [[name, value]] : []);
