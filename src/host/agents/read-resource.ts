// In: an address. Out: what stands there, as far as the policy lets it out.
import type { AgentText } from '../../domain/agent.ts';
import { MirrorError } from '../../domain/errors.ts';
import { ArtifactId, ProcessId, RecordingId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { addressOf } from '../../evidence/moment-address.ts';
import { exportToWorkspace, findExported } from '../exports.ts';
import { readWhole } from '../files/whole-file.ts';
import type { Host } from '../host.ts';
import { requireLevel } from './level-for.ts';
import { isReleased } from './list-resources.ts';
import { readMoment } from './read-moment.ts';
import { type Release, releaseText, releaseValue } from './release.ts';

interface Wish {
  readonly uri: string;
  readonly release: Release;
}

/** More than this no agent can make anything of, and some break on it. */
const MOST_BYTES = 10_000_000;

/** @throws agents/no-resource, agents/not-released, agents/too-large, process/not-ready, export/nothing-to-write */
export async function* readResource(
  host: Host,
  wish: Wish,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, AgentText[]> {
  const { uri } = wish;
  const [kind = '', id = '', format = '', ...rest] = uri.replace(/^mirror:\/\//, '').split('/');
  if (uri.startsWith('mirror://moment/')) return [readOneMoment(host, wish)];
  if (rest.length === 0 && kind === 'process' && ProcessId.safeParse(id).success)
    return [yield* readProcess(host, { ...wish, processId: ProcessId.parse(id), format }, signal)];
  if (format === '' && kind === 'recording' && RecordingId.safeParse(id).success)
    return [readRecording(host, wish, RecordingId.parse(id))];
  if (format === '' && kind === 'document' && ArtifactId.safeParse(id).success)
    return [readDocument(host, wish, ArtifactId.parse(id))];
  throw missing(uri);
}

const missing = (uri: string): MirrorError => new MirrorError('agents/no-resource', { data: { uri } });

function readOneMoment(host: Host, { uri, release }: Wish): AgentText {
  requireLevel('A moment of the evidence', { level: release.level, needed: 'redacted' });
  const moment = readMoment(host.store, uri);
  if (moment === undefined) throw missing(uri);
  return { uri, mimeType: 'application/json', text: JSON.stringify(releaseValue(moment, release), null, 2) };
}

async function* readProcess(
  host: Host,
  { uri, release, processId, format }: Wish & { readonly processId: ProcessId; readonly format: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, AgentText> {
  if (host.store.findProcess(processId) === undefined) throw missing(uri);
  if (!isReleased(format, release)) requireLevel(`The format "${format}"`, { level: release.level, needed: 'text' });
  const file = yield* exportToWorkspace(host, { processId, format }, signal);
  const kept = await findExported(host.workspace, file.url);
  if (kept === undefined || kept.mediaType === 'application/vnd.sqlite3') throw missing(uri);
  requireSize(`"${format}"`, kept.sizeBytes);
  const text = (await readWhole(host.workspace.files, kept.path)).toString('utf8');
  const isWhole = release.level === 'text';
  return {
    uri,
    mimeType: kept.mediaType,
    text: isWhole ? text : JSON.stringify(releaseValue(JSON.parse(text), release), null, 2),
  };
}

function readRecording({ store }: Host, { uri, release }: Wish, id: RecordingId): AgentText {
  requireLevel('What a recording holds', { level: release.level, needed: 'redacted' });
  const recording = store.findRecording(id);
  if (recording === undefined) throw missing(uri);
  const show = (text: string): string => releaseText(text, release);
  const [segments, events] = [store.listSegments(id), store.listEvents(id)];
  prepare([...segments.map(({ text }) => text), ...events.flatMap(({ title, app }) => [title, app])], release);
  const said = segments.map(({ index, startMs, endMs, text, speaker }) => {
    const at = { recordingId: id, segment: index, startMs, endMs, charStart: 0, charEnd: text.length };
    const who = speaker === undefined ? '' : `${show(speaker)}: `;
    return { atMs: startMs, line: `${who}${show(text)}`, uri: addressOf({ kind: 'speech', ...at, quote: text }) };
  });
  const seen = events.map(({ index, atMs, kind, app, title }) => {
    const ref = { kind: 'event' as const, recordingId: id, event: index, startMs: atMs, endMs: atMs, title };
    return { atMs, line: `[${kind}] ${show(title)} (${show(app)})`, uri: addressOf(ref) };
  });
  const who = [recording.actor, recording.role].filter((each) => each !== null).map(show);
  const lines = [...said, ...seen]
    .toSorted((a, b) => a.atMs - b.atMs)
    .map((each) => `- ${sayClock(each.atMs)} ${each.line} <${each.uri}>`);
  return write(uri, [`# ${show(recording.title)}`, '', who.join(', '), '', ...lines]);
}

function readDocument({ store }: Host, { uri, release }: Wish, id: ArtifactId): AgentText {
  requireLevel('What a document holds', { level: release.level, needed: 'redacted' });
  const document = store.findArtifact(id);
  if (document === undefined) throw missing(uri);
  const show = (text: string): string => releaseText(text, release);
  const texts = store.listArtifactPages(id).map((page) => ({
    ...page,
    text: store.findArtifactPage(id, page.page)?.text ?? '',
  }));
  prepare(
    texts.map(({ text }) => text),
    release,
  );
  const pages = texts.flatMap(({ page, name, text }) => {
    const address = addressOf({ kind: 'artifact', artifactId: id, page });
    return [`## ${name === null ? `Page ${page}` : show(name)} <${address}>`, '', show(text), ''];
  });
  return write(uri, [`# ${show(document.name)}`, '', ...pages]);
}

const prepare = (texts: readonly string[], { level, names }: Release): void =>
  level === 'redacted' ? names.prepare?.([...new Set(texts)]) : undefined;

function write(uri: string, lines: readonly string[]): AgentText {
  const text = `${lines.join('\n')}\n`;
  requireSize(uri, Buffer.byteLength(text));
  return { uri, mimeType: 'text/markdown', text };
}

/** @throws agents/too-large */
function requireSize(what: string, bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  const size = (bytes / 1_000_000).toFixed(1);
  throw new MirrorError('agents/too-large', { data: { what, size, most: MOST_BYTES / 1_000_000 } });
}

/** "1:02:03", as players write it. */
function sayClock(ms: number): string {
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(Math.floor);
  const tail = `${String(minutes).padStart(hours ? 2 : 1, '0')}:${String(seconds).padStart(2, '0')}`;
  return hours ? `${hours}:${tail}` : tail;
}
