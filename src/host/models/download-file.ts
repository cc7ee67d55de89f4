// In: the address of one file of a model. Out: that file, however often the connection breaks on the way.
import { setTimeout as pause } from 'node:timers/promises';
import { MirrorError } from '../../domain/errors.ts';
import type { ModelFile } from '../../domain/models.ts';
import type { Egress, EgressAnswer } from '../egress/gate.ts';
import { discardPart, findPart, openPart } from './part-file.ts';

export interface Download {
  readonly url: string;
  readonly hosts: readonly string[];
  readonly purpose: string;
  readonly file: ModelFile;
  /** Where it is to be; the part stands beside it. */
  readonly target: string;
}

export interface DownloadOptions {
  readonly egress: Egress;
  readonly signal: AbortSignal;
  /** How long to wait before each further try that follows one in vain, in milliseconds. */
  readonly pausesMs: readonly number[];
}

/** The most a server may ask us to wait. */
const LONGEST_PAUSE_MS = 60_000;
/** A source that is never the same is given up. */
const FRESH_STARTS = 3;

/**
 * Yields how many bytes are there, which can fall where a part turns out to be of another file.
 * @throws models/* and egress/*; what has come stays as a part, unless it is known to be wrong
 */
export async function* downloadFile(download: Download, options: DownloadOptions): AsyncGenerator<number, void> {
  let inVain = 0;
  let freshStarts = 0;
  let hasCome = false;
  for (;;) {
    const before = findPart(download.target, download.file)?.sizeBytes ?? 0;
    try {
      yield* tryOnce(download, options);
      return;
    } catch (error) {
      if (error instanceof Changed) {
        discardPart(download.target);
        freshStarts += 1;
        if (freshStarts < FRESH_STARTS) continue;
        throw new MirrorError('models/changing', { data: nameOf(download), cause: error });
      }
      const after = findPart(download.target, download.file)?.sizeBytes ?? 0;
      hasCome ||= after > before;
      const wait = waitAfter(error, hasCome);
      if (wait === undefined) throw toFinal(error);
      inVain = after > before ? 0 : inVain + 1;
      // A connection that got something through is tried again at once, however often it breaks.
      const pauseMs = inVain === 0 ? 0 : options.pausesMs[inVain - 1];
      if (pauseMs === undefined) throw toFinal(error);
      await pause(Math.max(pauseMs, wait), undefined, { signal: options.signal });
    }
  }
}

/** What has come is of another file than what the source has now. */
class Changed extends Error {}

/** The source may do better in a moment. */
class Later extends Error {
  readonly final: MirrorError;
  readonly waitMs: number;

  constructor(final: MirrorError, waitMs: number) {
    super(final.message, { cause: final });
    this.final = final;
    this.waitMs = waitMs;
  }
}

/**
 * In milliseconds; undefined when another try would not help. A host that could be reached a moment ago may come back;
 * of one that never could, a person wants to hear at once.
 */
function waitAfter(error: unknown, hasCome: boolean): number | undefined {
  if (error instanceof Later) return error.waitMs;
  if (!(error instanceof MirrorError)) return undefined;
  const isPassing = hasCome ? /^egress\/(cut|stalled|unreachable|unknown-host)$/ : /^egress\/(cut|stalled)$/;
  return isPassing.test(error.code) ? 0 : undefined;
}

const toFinal = (error: unknown): unknown => (error instanceof Later ? error.final : error);

const nameOf = ({ url, file }: Download): { from: string; file: string } => ({
  from: new URL(url).host,
  file: file.path,
});

async function* tryOnce(download: Download, options: DownloadOptions): AsyncGenerator<number, void> {
  const { file, target } = download;
  const begun = findPart(target, file);
  // Without a mark of the version, nothing says that the rest is of the same file.
  const from = begun !== undefined && (begun.etag !== null || begun.sizeBytes === file.sizeBytes) ? begun.sizeBytes : 0;
  if (from === file.sizeBytes && begun !== undefined) return yield* finishWhole(download, begun.etag, options);
  const range = { range: `bytes=${from}-`, 'if-range': begun?.etag ?? '' };
  const { url, hosts, purpose } = download;
  const answer = await options.egress.get({ url, hosts, purpose, headers: from > 0 ? range : {} }, options);
  try {
    const start = readStart(answer, { download, from, etag: begun?.etag ?? null });
    yield* take(answer, { start, download, options });
  } finally {
    answer.close();
  }
}

/** All bytes were there already: only the check was missing. */
async function* finishWhole(
  { file, target, url }: Download,
  etag: string | null,
  { signal }: DownloadOptions,
): AsyncGenerator<number, void> {
  const note = { sha256: file.sha256 ?? '', etag };
  const part = await openPart(target, { file, note, from: file.sizeBytes, source: new URL(url).host, signal });
  try {
    yield part.sizeBytes;
    if (!(await part.finish())) throw new Changed();
  } finally {
    await part.close();
  }
}

interface Asked {
  readonly download: Download;
  readonly from: number;
  readonly etag: string | null;
}

/** At which byte the answer begins. @throws what its status or its headers rule out */
function readStart(answer: EgressAnswer, { download, from, etag }: Asked): number {
  const { file } = download;
  const { status } = answer;
  const data = nameOf(download);
  if (status === 416) throw new Changed();
  if (status === 404 || status === 410) throw new MirrorError('models/not-there', { data });
  if (status === 408 || status === 429 || status >= 500)
    throw new Later(new MirrorError('models/refused', { data: { ...data, status } }), readPause(answer));
  if (status !== 200 && status !== 206) throw new MirrorError('models/refused', { data: { ...data, status } });
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.header('content-range') ?? '');
  if (status === 206 && (from === 0 || range === null || Number(range[1]) !== from)) throw new Changed();
  const now = answer.header('etag');
  if (status === 206 && now !== undefined && now !== etag) throw new Changed();
  const start = status === 206 ? from : 0;
  const length = answer.header('content-length');
  const total = status === 206 && range?.[2] !== '*' ? Number(range?.[2]) : length && Number(length) + start;
  if (total !== undefined && total !== '' && total !== file.sizeBytes)
    throw new MirrorError('models/wrong-size', { data: { ...data, got: total, expected: file.sizeBytes } });
  return start;
}

/** Of "Retry-After: 20". */
function readPause(answer: EgressAnswer): number {
  const seconds = Number(answer.header('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1000), LONGEST_PAUSE_MS) : 0;
}

interface Taking {
  readonly start: number;
  readonly download: Download;
  readonly options: DownloadOptions;
}

async function* take(answer: EgressAnswer, { start, download, options }: Taking): AsyncGenerator<number, void> {
  const { file, target } = download;
  const { signal } = options;
  const note = { sha256: file.sha256 ?? '', etag: readStrongTag(answer) };
  const source = nameOf(download).from;
  const part = await openPart(target, { file, note, from: start, source, signal });
  try {
    yield part.sizeBytes;
    for await (const bytes of answer.body()) {
      await addOrDiscard(part, bytes, target);
      yield part.sizeBytes;
    }
    if (part.sizeBytes < file.sizeBytes)
      throw new MirrorError('egress/cut', { data: { host: source, detail: 'too early' } });
    if (await part.finish()) return;
    // Bytes of an earlier connection may be the wrong ones: they get one more chance, from the start.
    if (start > 0) throw new Changed();
    discardPart(target);
    throw new MirrorError('models/wrong-checksum', { data: nameOf(download) });
  } finally {
    await part.close();
  }
}

async function addOrDiscard(
  part: { add(bytes: Uint8Array): Promise<void> },
  bytes: Uint8Array,
  target: string,
): Promise<void> {
  try {
    await part.add(bytes);
  } catch (error) {
    if (error instanceof MirrorError) discardPart(target);
    throw error;
  }
}

/** A weak mark ("W/…") does not promise the same bytes. */
function readStrongTag(answer: EgressAnswer): string | null {
  const tag = answer.header('etag');
  return tag === undefined || tag.startsWith('W/') ? null : tag;
}
