// What people have said is none at all: it is left out of the recording, and can be taken back in.
import type { Correction, CorrectionList } from '../../src/domain/correction.ts';
import type { ElementId, RecordingId } from '../../src/domain/ids.ts';

export interface LeftOut {
  readonly id: ElementId;
  readonly label: string;
  readonly quote: string | undefined;
  readonly startMs: number | undefined;
}

/** Elements of a recording that the corrections in force delete, the last deleted first. */
export function listLeftOut({ corrections }: CorrectionList, recordingId: RecordingId): LeftOut[] {
  const leftOut = new Map<ElementId, LeftOut>();
  for (const { correction, state } of corrections) {
    const { command } = correction;
    if (state !== 'standing' || (command.do !== 'delete' && command.do !== 'restore')) continue;
    command.elements.forEach((id, at) => {
      leftOut.delete(id);
      const anchor = correction.anchors[at];
      if (command.do === 'delete' && anchor && isOf(anchor, recordingId)) leftOut.set(id, tell(id, anchor));
    });
  }
  return [...leftOut.values()].toReversed();
}

type Anchor = Correction['anchors'][number];

const isOf = ({ ref }: Anchor, recordingId: RecordingId): boolean =>
  'recordingId' in ref && ref.recordingId === recordingId;

function tell(id: ElementId, { ref, values, kind }: Anchor): LeftOut {
  return {
    id,
    label: values.label ?? values.to ?? kind,
    quote: ref.kind === 'speech' ? ref.quote : undefined,
    startMs: 'startMs' in ref ? ref.startMs : undefined,
  };
}
