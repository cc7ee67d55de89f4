// The folder of a recording in the making: its plan, its journal, and the files of its tracks.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { JournalLine } from '../../capture/journal.ts';
import { type CapturedTrack, CapturePlan } from '../../domain/capture.ts';
import type { RecordingId } from '../../domain/ids.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { appendOnce, readTextIfThere, writeWhole } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { Workspace } from '../workspace.ts';

const ENDINGS = { webm: 'webm', pcm16: 'wav', jsonl: 'jsonl' } as const;

/** Names of the files of one piece: as it is written, its index, and when it is whole. */
export function pieceFiles(folder: string, { name, format }: CapturedTrack, number: number) {
  const stem = `${name}-${String(number).padStart(4, '0')}`;
  const whole = join(folder, `${stem}.${ENDINGS[format]}`);
  return { part: `${whole}.part`, index: join(folder, `${stem}.index`), whole, draft: `${whole}.draft` } as const;
}

export const liveFolder = (workspace: Workspace, id: RecordingId): string => join(workspace.live, id);

/** Numbers of the pieces of a track that have an index, in order. */
export async function listNumbers(folder: string, { name }: CapturedTrack): Promise<number[]> {
  const pattern = new RegExp(`^${name}-(\\d{4,})\\.index$`);
  const numbers = (await readdir(folder)).map((file) => pattern.exec(file)?.[1]).filter((each) => each !== undefined);
  return numbers.map(Number).toSorted((a, b) => a - b);
}

/** The plan is there whole or not at all: without it nobody could tell what the other files are. */
export async function writePlan(files: WorkspaceFiles, folder: string, plan: CapturePlan): Promise<void> {
  const draft = join(folder, 'plan.json.draft');
  await writeWhole(files, draft, Buffer.from(JSON.stringify(plan, null, 2)));
  await files.rename(draft, join(folder, 'plan.json'));
  await syncFolder(folder);
}

/** Undefined for a folder whose recording was never begun. */
export async function readPlan(files: WorkspaceFiles, folder: string): Promise<CapturePlan | undefined> {
  const text = await readTextIfThere(files, join(folder, 'plan.json'));
  return text === undefined ? undefined : CapturePlan.parse(JSON.parse(text));
}

/** Adds a line; on the disk when it returns. */
export async function addToJournal(files: WorkspaceFiles, folder: string, line: JournalLine): Promise<void> {
  await appendOnce(files, join(folder, 'journal.jsonl'), Buffer.from(`${JSON.stringify(line)}\n`));
}

/** A last line that was not written whole is left out: nobody was told that it is kept. */
export async function readJournal(files: WorkspaceFiles, folder: string): Promise<JournalLine[]> {
  const text = (await readTextIfThere(files, join(folder, 'journal.jsonl'))) ?? '';
  return wholeLines(text).map((line) => JournalLine.parse(JSON.parse(line)));
}

/** Lines that end; what stands after the last line break is none. */
export const wholeLines = (text: string): string[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '');
