// Corrections kept in memory, answered as the contract says, and worked into the fixtures in the simplest way.
import type { Anchor, Command, Correction, CorrectionList } from '../../src/domain/correction.ts';
import type { CorrectionId, ElementId, ProcessId } from '../../src/domain/ids.ts';
import type { ProcessView, RecordingView } from '../../src/domain/views.ts';
import { applyToRecording } from './apply-to-recording.ts';
import { applyToView } from './apply-to-view.ts';
import { line, PROCESS_ID } from './fixture-ids.ts';

export interface Said extends Correction {
  readonly command: Command;
}

export interface FakeCorrections {
  correctView(view: ProcessView): ProcessView;
  correctRecording(view: RecordingView): RecordingView;
  /** As in the contract. */
  readonly api: {
    list(): CorrectionList;
    apply(input: { processId: ProcessId; command: Command }): Correction;
    undo(input: { processId: ProcessId; correctionId?: CorrectionId }): Correction | null;
    redo(input: { processId: ProcessId }): Correction | null;
  };
}

/** `findAnchor` says where an element or finding is now; nothing for one that is not there. */
export function makeFakeCorrections(findAnchor: (id: string) => Anchor | undefined): FakeCorrections {
  const log: Correction[] = [GONE];
  const append = (command: Correction['command'], anchors: Anchor[]): Correction => {
    const id = `correction-${log.length}` as CorrectionId;
    const atMs = Math.max(Date.now(), (log.at(-1)?.atMs ?? 0) + 1);
    const inverse = { do: 'undo' as const, correction: id };
    const entry = { id, processId: PROCESS_ID, recordingId: null, atMs, command, inverse, anchors };
    log.push(entry);
    return entry;
  };
  const takeBack = (entry: Correction | undefined): Correction | null => (entry ? append(entry.inverse, []) : null);
  const listEffective = (): Said[] => {
    const undone = findUndone(log);
    return log.filter(isSaid).filter(({ id }) => !undone.has(id));
  };
  const findRedoable = (): Correction | undefined => {
    const undone = findUndone(log);
    const last = log.findLastIndex(isSaid);
    return log.findLast(
      ({ id, command }, at) =>
        at > last && command.do === 'undo' && !undone.has(id) && isSaidId(log, command.correction),
    );
  };
  return {
    correctView: (view) => applyToView(view, listEffective()),
    correctRecording: (view) => applyToRecording(view, listEffective()),
    api: {
      list: () => {
        const undone = findUndone(log);
        return {
          corrections: log.filter(isSaid).map((correction) => ({
            correction,
            state: undone.has(correction.id) ? 'undone' : correction.id === GONE.id ? 'stale' : 'standing',
          })),
          canUndo: listEffective().length > 0,
          canRedo: findRedoable() !== undefined,
        };
      },
      apply: ({ command }) =>
        append(
          command,
          targetsOf(command).flatMap((id) => findAnchor(id) ?? []),
        ),
      undo: ({ correctionId }) =>
        takeBack(
          correctionId === undefined ? listEffective().at(-1) : listEffective().find(({ id }) => id === correctionId),
        ),
      redo: () => takeBack(findRedoable()),
    },
  };
}

function findUndone(log: readonly Correction[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, command } of log.toReversed()) {
    if (command.do === 'undo' && !undone.has(id)) undone.add(command.correction);
  }
  return undone;
}

const isSaid = (entry: Correction): entry is Said => entry.command.do !== 'undo';
const isSaidId = (log: readonly Correction[], id: CorrectionId): boolean =>
  log.some((entry) => entry.id === id && isSaid(entry));

function targetsOf(command: Command): readonly string[] {
  if (command.do === 'judgeFinding') return [command.finding];
  if (command.do === 'split') return [command.element];
  return command.do === 'reorder' ? [command.element, command.other] : command.elements;
}

/** Said long ago of words that a new reading has not found again. */
const GONE: Correction = {
  id: 'correction-gone' as CorrectionId,
  processId: PROCESS_ID,
  recordingId: null,
  atMs: Date.UTC(2026, 9, 22, 8, 12),
  command: { do: 'set', elements: ['gone' as ElementId], field: 'actor', value: 'payment clerk' },
  inverse: { do: 'undo', correction: 'correction-gone' as CorrectionId },
  anchors: [{ kind: 'steps', ref: line('rec-2', 12), values: { label: 'run payment batch' } }],
};
