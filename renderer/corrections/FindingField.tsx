// What people say in a finding, to be put right: it is written to the told elements the finding was made of.
import { type ReactNode, useMemo } from 'react';
import type { CorrectableField } from '../../src/domain/correction.ts';
import type { ElementId } from '../../src/domain/ids.ts';
import type { AnyFinding } from '../findings/find-finding.ts';
import { formatIsoDuration } from '../format.ts';
import { InlineEdit } from '../parts/InlineEdit.tsx';
import { useScope } from '../process/process-context.ts';
import { useRecordings } from '../use-mirror.ts';
import { setField } from './command-for.ts';
import { FIELD_WORDS } from './correction-words.ts';
import { findElements, listRecordingIds } from './find-elements.ts';
import { listKnown } from './list-known.ts';
import { readDuration } from './read-duration.ts';
import { useCorrect } from './use-correct.ts';

/** Ids of the told elements behind a finding, as soon as their recordings have been read. */
export function useElementsOf({ kind, finding }: AnyFinding): readonly ElementId[] {
  const recordingIds = useMemo(() => listRecordingIds(finding.evidence), [finding.evidence]);
  const recordings = useRecordings(finding.sources.recordings > 0 ? recordingIds : []);
  const extractions = recordings.flatMap(({ data }) => (data ? [data.extraction] : []));
  return findElements({ kind, evidence: finding.evidence }, extractions);
}

interface Props {
  readonly elements: readonly ElementId[];
  readonly field: CorrectableField;
  readonly value: string | null;
  readonly children: ReactNode;
}

const SPANS = ['15 minutes', '1 hour', '4 hours', '1 day', '2 days', '1 week', '2 weeks'];

export function FindingField({ elements, field, value, children }: Props) {
  const { view } = useScope();
  const { apply } = useCorrect(view.process.id);
  const known = useMemo(() => listKnown(view.graph), [view.graph]);
  if (elements.length === 0) return children;
  const isSpan = field === 'duration';
  const options = { from: known.roles, to: known.roles, what: known.artifacts, duration: SPANS };
  return (
    <InlineEdit
      action={`Change the ${FIELD_WORDS[field]}`}
      value={isSpan && value ? formatIsoDuration(value) : (value ?? '')}
      options={field in options ? options[field as keyof typeof options] : undefined}
      hint={isSpan ? 'Such as “2 days” or “1 h 30 min”.' : undefined}
      canClear={field !== 'to'}
      check={(text) => (isSpan && readDuration(text) === undefined ? 'Write it as “2 days” or “4 hours”.' : undefined)}
      onSave={(text) => apply(setField(elements, field, isSpan ? (readDuration(text) ?? '') : text))}
    >
      {children}
    </InlineEdit>
  );
}
