// In: files as a window sends them, piece by piece. Out: whole files in the workspace's own place for what is not kept yet,
// put together to parts, and taken in by the same flow as the terminal's.
import { randomUUID } from 'node:crypto';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { AdoptWish, IntakeService, PreviewWish } from '../../api/intake-service.ts';
import { CHUNK_BYTES } from '../../api/contract/intake.ts';
import { MirrorError } from '../../domain/errors.ts';
import { type Arrangement, IntakeId, type IntakePart, type LogPreview } from '../../domain/intake.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Source, Taken } from '../../domain/source.ts';
import { type ArrangedFiles, type ArrangedPart, arrangeFiles, type Look } from '../../ingest/arrange-files.ts';
import { fileNameOf } from '../../ingest/file-kinds.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { Host } from '../host.ts';
import { lookInto } from './look-into.ts';
import { tidyPath } from './tidy-path.ts';
import { toSource } from './to-source.ts';

const MAX_FILES = 2000;
const MAX_FILE_BYTES = 64 * 1024 ** 3;
/** What must stay free: the database grows, and a recording may be running. */
const RESERVED_BYTES = 1024 ** 3;

interface GivenFile {
  /** As the window names it; only for showing and for what belongs together. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Where it lies: in a folder under its number, for two folders may hold files of one name. */
  readonly file: string;
  receivedBytes: number;
}

interface Intake {
  readonly folder: string;
  readonly files: GivenFile[];
  arranged?: ArrangedFiles;
}

type TakeSources = (
  request: { readonly process: string; readonly sources: readonly Source[] },
  signal: AbortSignal | undefined,
) => AsyncGenerator<Progress, Taken>;

export function createIntakes(host: Host, takeSources: TakeSources): IntakeService {
  const { files } = host.workspace;
  const intakes = new Map<IntakeId, Intake>();
  const find = (id: IntakeId): Intake => {
    const intake = intakes.get(id);
    if (intake === undefined) throw new MirrorError('intake/none');
    return intake;
  };
  return {
    open: async function* (signal) {
      const intakeId = IntakeId.parse(`intake-${randomUUID()}`);
      const folder = join(host.workspace.incoming, intakeId);
      await mkdir(folder, { recursive: true });
      intakes.set(intakeId, { folder, files: [] });
      try {
        const maxFileBytes = Math.min(MAX_FILE_BYTES, await freeBytes(folder));
        yield { intakeId, limits: { maxFiles: MAX_FILES, maxFileBytes, chunkBytes: CHUNK_BYTES } };
        await aborted(signal);
      } finally {
        intakes.delete(intakeId);
        await rm(folder, { recursive: true, force: true });
      }
    },
    add: async (id, { path, sizeBytes }) => {
      const intake = find(id);
      if (intake.files.length >= MAX_FILES) throw new MirrorError('intake/too-many', { data: { limit: MAX_FILES } });
      const waiting = intake.files.reduce((sum, each) => sum + each.sizeBytes - each.receivedBytes, 0);
      const room = Math.min(MAX_FILE_BYTES, (await freeBytes(intake.folder)) - waiting);
      const shown = tidyPath(path);
      if (sizeBytes > room) throw tooLarge(shown, sizeBytes, room);
      const number = intake.files.length;
      const folder = join(intake.folder, String(number));
      const given = { path: shown, sizeBytes, file: join(folder, fileNameOf(shown)), receivedBytes: 0 };
      intake.files.push(given);
      delete intake.arranged;
      await mkdir(folder);
      await (await files.draft(given.file)).close();
      return { file: number };
    },
    chunk: async (id, { file, offset, data }) => {
      const given = find(id).files[file];
      if (given === undefined) throw new MirrorError('intake/none');
      const end = offset + data.length;
      if (offset !== given.receivedBytes || end > given.sizeBytes)
        throw new MirrorError('intake/bad-chunk', { data: { file: given.path } });
      const draft = await files.draft(given.file, { goesOn: true });
      try {
        await draft.write(data, offset);
      } finally {
        await draft.close();
      }
      given.receivedBytes = end;
      return { receivedBytes: end };
    },
    arrange: async (id) => {
      const intake = find(id);
      const arranged = await arrange(intake, files);
      return describe(intake, arranged);
    },
    preview: async (wish, signal) =>
      preview(host, await partOf(find(wish.intakeId), wish.part, files), { wish, signal }),
    adopt: async function* (wish, signal) {
      const intake = find(wish.intakeId);
      return yield* takeSources({ process: wish.process, sources: await toSources(intake, wish, files) }, signal);
    },
  };
}

async function arrange(intake: Intake, files: WorkspaceFiles): Promise<ArrangedFiles> {
  if (intake.arranged) return intake.arranged;
  const cut = intake.files.find(({ receivedBytes, sizeBytes }) => receivedBytes < sizeBytes);
  if (cut) throw new MirrorError('intake/bad-chunk', { data: { file: cut.path } });
  const looks = new Map<string, Look | undefined>();
  for (const { path, file, sizeBytes } of intake.files) if (sizeBytes > 0) looks.set(path, await lookInto(file, files));
  // Two files of one path cannot come from one drop; the later one stands for both.
  const paths = [...new Set(intake.files.map(({ path }) => path))];
  intake.arranged = arrangeFiles(paths, (path) => looks.get(path));
  return intake.arranged;
}

function describe(intake: Intake, { parts, skipped }: ArrangedFiles): Arrangement {
  return { parts: parts.map((part, at) => describePart(intake, part, at)), skipped: [...skipped] };
}

function describePart(intake: Intake, part: ArrangedPart, at: number): IntakePart {
  const files = [...new Set([part.file, part.transcript, part.events])].filter((path) => path !== undefined);
  const sizes = files.map((path) => fileAt(intake, path).sizeBytes);
  return {
    part: at,
    kind: part.kind,
    canBe: [...part.canBe],
    name: fileNameOf(part.file),
    files,
    sizeBytes: sizes.reduce((sum, size) => sum + size, 0),
    missing: whatIsMissing(sizes),
  };
}

const whatIsMissing = (sizes: readonly number[]): string | null => (sizes.includes(0) ? 'the file is empty' : null);

async function partOf(
  intake: Intake,
  at: number,
  files: WorkspaceFiles,
): Promise<{ intake: Intake; part: ArrangedPart }> {
  const part = (await arrange(intake, files)).parts[at];
  if (part === undefined) throw new MirrorError('intake/none');
  return { intake, part };
}

async function toSources(intake: Intake, { parts }: AdoptWish, files: WorkspaceFiles): Promise<Source[]> {
  const sources: Source[] = [];
  for (const wish of parts) {
    const { part } = await partOf(intake, wish.part, files);
    sources.push(toSource(part, wish, { fileOf: (path) => fileAt(intake, path).file, isOneOfMany: parts.length > 1 }));
  }
  return sources;
}

function preview(
  host: Host,
  { intake, part }: { readonly intake: Intake; readonly part: ArrangedPart },
  { wish, signal }: { readonly wish: PreviewWish; readonly signal: AbortSignal | undefined },
): Promise<LogPreview> {
  const as = part.kind === 'activity' ? 'activity' : 'log';
  const source = toSource(part, { ...wish, as }, { fileOf: (path) => fileAt(intake, path).file, isOneOfMany: false });
  if (source.kind !== 'log' && source.kind !== 'activity') throw new MirrorError('intake/none');
  return host.offThread.run('previewForWindow', [source, host.workspace.files.access], signal);
}

function fileAt(intake: Intake, path: string): GivenFile {
  const found = intake.files.findLast((each) => each.path === path);
  if (found === undefined) throw new MirrorError('intake/none');
  return found;
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.max(0, bavail * bsize - RESERVED_BYTES);
}

const tooLarge = (file: string, size: number, room: number): MirrorError =>
  new MirrorError('intake/too-large', { data: { file, limit: sayBytes(Math.max(0, room)), size: sayBytes(size) } });

const sayBytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.round(bytes / 1e6)} MB`;

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
