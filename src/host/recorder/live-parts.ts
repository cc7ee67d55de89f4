// What a recording in the making is put together from: new, or as a folder has it.
import { mkdir } from 'node:fs/promises';
import { type JournalState, stateByJournal } from '../../capture/journal.ts';
import type { Budget, CapturePlan, ExclusionRule } from '../../domain/capture.ts';
import { syncFolder } from '../files/sync-folder.ts';
import type { Host } from '../host.ts';
import type { WindowSource } from '../windows/window-source.ts';
import { nearlyFull } from './capture-errors.ts';
import { FrameFiles } from './frame-files.ts';
import type { KeptCapture } from './keep-capture.ts';
import { liveFolder, readJournal, writePlan } from './live-folder.ts';
import { LiveTracks } from './live-tracks.ts';
import { type DiskNeeds, measureBudget } from './measure-budget.ts';

export interface RecorderNeeds extends DiskNeeds {
  /** Milliseconds by a clock that nobody sets. */
  readonly monotonicMs: () => number;
  readonly windows: WindowSource;
  /** What must not be recorded, as it is in force now. */
  readonly rules: () => readonly ExclusionRule[];
  /** Something that others are shown is different now. */
  readonly whenChanged: () => void;
  /** Everything of it is stored. */
  readonly whenKept: (kept: KeptCapture) => void;
}

export interface LiveParts {
  readonly needs: RecorderNeeds;
  readonly tracks: LiveTracks;
  readonly frames: FrameFiles;
  readonly budget: Budget;
  readonly state: JournalState;
  /** When it was asked for, by the core's clock: the recorder's stood at 0 then. Undefined after a restart. */
  readonly askedMs?: number;
}

/** @throws recorder/disk-nearly-full */
export async function beginParts(host: Host, plan: CapturePlan, needs: RecorderNeeds): Promise<LiveParts> {
  const budget = await measureBudget(host, needs, { writtenBytes: 0, seconds: 0 });
  if (budget.isNearlyFull) throw nearlyFull(budget);
  const folder = liveFolder(host.workspace, plan.recordingId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writePlan(host.workspace.files, folder, plan);
  await syncFolder(host.workspace.live);
  return reopenParts(host, plan, needs);
}

/** Goes on with what the folder holds; the recorder sends again what was not acknowledged. */
export async function reopenParts(host: Host, plan: CapturePlan, needs: RecorderNeeds): Promise<LiveParts> {
  const { files } = host.workspace;
  const folder = liveFolder(host.workspace, plan.recordingId);
  const clocks = { nowMs: () => host.clock.nowMs(), monotonicMs: needs.monotonicMs };
  return {
    needs,
    tracks: await LiveTracks.open({ files, folder }, plan, clocks),
    frames: await FrameFiles.open(files, folder),
    budget: await measureBudget(host, needs, { writtenBytes: 0, seconds: 0 }),
    state: stateByJournal(await readJournal(files, folder)),
  };
}
