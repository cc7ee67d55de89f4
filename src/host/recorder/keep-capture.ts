// In: the folder of a recording that runs no more. Out: the recording with its tracks in the workspace, and its receipt.
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { driftMs, usualIntervalMs } from '../../capture/media-time.ts';
import { marksOf, pausesOf, stopReasonOf } from '../../capture/journal.ts';
import { writeReceipt } from '../../capture/receipt.ts';
import { type CapturedTrack, type CapturePlan, type Mark, type Piece, type Receipt } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { Frame, UiEvent } from '../../domain/evidence.ts';
import { TrackId } from '../../domain/ids.ts';
import type { Process, Track } from '../../domain/process.ts';
import { readEvents } from '../../ingest/read-events.ts';
import { orderEvents } from '../../ingest/ui-events.ts';
import { shortHash } from '../../lib/short-hash.ts';
import { findOrNameProcess } from '../flow/work.ts';
import { hashContent, readWhole } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { type Host, processChanged, processesChanged } from '../host.ts';
import { STOPPED, type StopReason } from './capture-errors.ts';
import { finishPiece } from './finish-piece.ts';
import { keepFrames } from './keep-frames.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { listNumbers, liveFolder, pieceFiles, readJournal } from './live-folder.ts';
import { type PieceIndex, readIndex } from './read-index.ts';
import { joinWaves } from './wave-file.ts';

export interface KeptCapture {
  readonly receipt: Receipt;
  /** Undefined when nothing of it could be kept. */
  readonly process: Process | undefined;
}

/**
 * Runs again from the start after a crash at any point; a recording that is stored already is only cleared away.
 * @param isLeft an earlier run of the core has left it; one that its recorder has left is told by its journal
 */
export async function keepCapture(
  host: Host,
  plan: CapturePlan,
  { isLeft }: { isLeft: boolean },
): Promise<KeptCapture> {
  const folder = liveFolder(host.workspace, plan.recordingId);
  const journal = await readJournal(host.workspace.files, folder);
  const isGone = stopReasonOf(journal) === ('gone' satisfies StopReason);
  const isRecovered = isLeft || isGone;
  const unreadable = await finishParts(host, plan, { folder, isRecovered });
  const pieces = host.store.listPieces(plan.recordingId);
  const indexes = await readIndexes(host.workspace.files, folder, plan);
  const marks = marksOf(journal);
  const process = findProcess(host, plan);
  const frames = pieces.length > 0 ? await keepFrames(host, folder) : [];
  const receipt = writeReceipt({
    plan,
    processId: process.id,
    pieces,
    pointsOf: ({ track, number }) => indexes.get(track)?.find((index) => index.number === number)?.entries ?? [],
    marks,
    pauses: pausesOf(journal),
    frames: frames.length,
    unreadable,
    driftOf: ({ name }) => (indexes.get(name) ?? []).reduce((total, { entries }) => total + driftMs(entries), 0),
    isRecovered,
    lostMs: isRecovered ? lostMsOf(indexes) : 0,
    cutOff: isGone ? STOPPED.gone : undefined,
  });
  if (pieces.length === 0) {
    if (unreadable.length === 0) await rm(folder, { recursive: true, force: true });
    return { receipt, process: undefined };
  }
  const kept = await keepTracks(host, plan, pieces);
  const events = await readAllEvents(host, pieces, marks);
  const stored = { ...receipt, tracks: withHashes(receipt, kept) };
  store(host, { plan, process, receipt: stored, tracks: kept.map(({ track }) => track), events, frames });
  await clearFolder(folder, unreadable);
  return { receipt: stored, process };
}

/** Names of parts that cannot be read; they stay where they are. */
async function finishParts(
  host: Host,
  plan: CapturePlan,
  { folder, isRecovered }: { folder: string; isRecovered: boolean },
): Promise<string[]> {
  const unreadable: string[] = [];
  for (const track of plan.tracks) {
    for (const number of await listNumbers(folder, track)) {
      const { part } = pieceFiles(folder, track, number);
      if ((await host.workspace.files.sizeOf(part)) === undefined) continue;
      const { entries } = await readIndex(host.workspace.files, pieceFiles(folder, track, number).index);
      try {
        await finishPiece(host, { recordingId: plan.recordingId, folder, track, number, isRecovered });
      } catch (error) {
        if (!(error instanceof MirrorError) || !error.code.startsWith('media/')) throw error;
        // A file begun and never acknowledged holds nothing that anybody counts on.
        if (entries.length > 0) unreadable.push(part.slice(folder.length + 1));
      }
    }
  }
  return unreadable;
}

interface KeptTrack {
  readonly name: string;
  readonly track: Track;
}

async function keepTracks(host: Host, plan: CapturePlan, pieces: readonly Piece[]): Promise<KeptTrack[]> {
  const kept: KeptTrack[] = [];
  for (const track of plan.tracks) {
    const own = pieces.filter((piece) => piece.track === track.name);
    if (own.length > 0 && track.format !== 'jsonl') kept.push(await keepTrack(host, plan, { track, pieces: own }));
  }
  return kept;
}

/** The files of a track as one, in which each moment stands at its time on the recording's clock. */
async function keepTrack(
  host: Host,
  plan: CapturePlan,
  { track, pieces }: { track: CapturedTrack; pieces: readonly Piece[] },
): Promise<KeptTrack> {
  const { files } = host.workspace;
  const draft = join(host.workspace.incoming, randomUUID());
  const placed = pieces.map(({ path, startMs }) => ({ file: host.workspace.file(path), startMs }));
  try {
    const isWebm = track.format === 'webm';
    const joined = isWebm ? await host.offThread.run('joinWebm', [files.access, placed, draft]) : undefined;
    if (joined === undefined) await joinWaves(files, placed, draft);
    const units = pieces.reduce((total, piece) => total + piece.units, 0);
    if (joined && joined.units !== units)
      throw new Error(`${track.name}: ${units} packets in its files, ${joined.units} in the track made of them`);
    const sha256 = await hashContent(files, draft);
    const path = `media/${sha256}.${isWebm ? 'webm' : 'wav'}`;
    const target = host.workspace.file(path);
    const sizeBytes = (await files.sizeOf(draft)) ?? 0;
    await mkdir(dirname(target), { recursive: true });
    await files.rename(draft, target);
    await syncFolder(dirname(target));
    const id = TrackId.parse(`track-${shortHash(`${plan.recordingId} ${track.name}`)}`);
    return {
      name: track.name,
      track: {
        id,
        kind: track.kind,
        path,
        mimeType: track.format === 'pcm16' ? 'audio/wav' : joined?.widthPx ? 'video/webm' : 'audio/webm',
        sizeBytes,
        sha256,
        durationMs: joined?.endMs ?? Math.max(...pieces.map(({ endMs }) => endMs)),
        widthPx: joined?.widthPx ?? null,
        heightPx: joined?.heightPx ?? null,
        hasAudio: joined?.hasAudio ?? true,
      },
    };
  } finally {
    await files.remove(draft);
  }
}

const withHashes = ({ tracks }: Receipt, kept: readonly KeptTrack[]): Receipt['tracks'] =>
  tracks.map((track) => {
    const own = kept.find(({ name }) => name === track.name)?.track;
    return own ? { ...track, sizeBytes: own.sizeBytes, sha256: [own.sha256] } : track;
  });

interface ToStore {
  readonly plan: CapturePlan;
  readonly process: Process;
  readonly receipt: Receipt;
  readonly tracks: readonly Track[];
  readonly events: readonly UiEvent[];
  readonly frames: readonly Frame[];
}

/** The one it was begun for, whatever it is called now; one of that name when it was removed meanwhile. */
function findProcess(host: Host, { processId, intent }: CapturePlan): Process {
  const known = processId && host.store.findProcess(processId);
  return known ?? findOrNameProcess(host, { process: { name: intent.process }, sources: [] });
}

function store(host: Host, { plan, process, receipt, tracks, events, frames }: ToStore): void {
  const { actor, role, title, language } = plan.intent;
  if (host.store.findProcess(process.id) === undefined) host.store.saveProcess(process);
  const recording = {
    id: plan.recordingId,
    processId: process.id,
    title: title || [actor, role].filter(Boolean).join(', ') || 'Recording',
    actor: actor || null,
    role: role || null,
    language,
    durationMs: receipt.durationMs,
    state: 'ingesting' as const,
    problem: null,
    startedAtMs: plan.startedAtMs,
    timeZone: plan.timeZone,
    createdAtMs: plan.startedAtMs,
  };
  host.store.saveCaptured({ recording, tracks, segments: [], events }, { receipt, frames });
  host.announce(processesChanged);
  host.announce(processChanged(process.id));
}

async function readAllEvents(host: Host, pieces: readonly Piece[], marks: readonly Mark[]): Promise<UiEvent[]> {
  const { files, file } = host.workspace;
  const own = pieces.filter(({ path }) => path.endsWith('.jsonl'));
  const texts = await Promise.all(own.map(({ path }) => readWhole(files, file(path))));
  const events = texts.flatMap((text, at) => readEvents(text.toString('utf8'), { file: own[at]!.path }));
  const drafts = events.map(({ index: _index, ...draft }) => draft);
  const marked = marks.map(({ atMs, kind, note }) => ({
    atMs,
    kind: 'mark' as const,
    app: 'Mirror',
    title: note ? `${kind}: ${note}` : kind,
  }));
  // Marks first: "included" stands before the window that is then in front.
  return orderEvents([...marked, ...drafts]);
}

interface NumberedIndex extends PieceIndex {
  /** Of the piece. */
  readonly number: number;
}

/** Of all but events: those come when something happens, so that when they came says nothing of what is missing. */
async function readIndexes(
  files: WorkspaceFiles,
  folder: string,
  plan: CapturePlan,
): Promise<ReadonlyMap<string, NumberedIndex[]>> {
  const all = new Map<string, NumberedIndex[]>();
  for (const track of plan.tracks) {
    if (track.kind === 'events') continue;
    const numbers = await listNumbers(folder, track);
    const read = numbers.map(async (number) => ({
      number,
      ...(await readIndex(files, pieceFiles(folder, track, number).index)),
    }));
    all.set(track.name, await Promise.all(read));
  }
  return all;
}

/** The usual time between two chunks of the slowest track. */
const lostMsOf = (indexes: ReadonlyMap<string, PieceIndex[]>): number =>
  Math.max(
    0,
    ...[...indexes.values()].flatMap((pieces) => pieces.slice(-1).map(({ entries }) => usualIntervalMs(entries))),
  );

/** All but what could not be read: somebody else may be able to. */
export async function clearFolder(folder: string, unreadable: readonly string[]): Promise<void> {
  if (unreadable.length === 0) return rm(folder, { recursive: true, force: true });
  const others = (await readdir(folder)).filter((file) => !unreadable.includes(file));
  for (const file of others) await rm(join(folder, file), { recursive: true, force: true });
}
