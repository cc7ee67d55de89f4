// Where the window is: screens and selections as addresses, so that back, forward and links work.
import type { ActivityId, ArtifactId, FindingId, ProcessId, RecordingId, TransitionId } from '../src/domain/ids.ts';

export type Selection =
  | { readonly what: 'activity'; readonly id: ActivityId }
  | { readonly what: 'transition'; readonly id: TransitionId }
  | { readonly what: 'finding'; readonly id: FindingId };

export const FINDING_KINDS = [
  'bottlenecks',
  'handoffs',
  'exceptions',
  'judgements',
  'rework',
  'decisions',
  'waits',
  'transfers',
  'openEnds',
  'differences',
  'paths',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export const PATTERNS = {
  processes: '/',
  map: '/process/:processId/map/:selection?',
  findings: '/process/:processId/findings/:kind/:selection?',
  recordings: '/process/:processId/recordings',
  questions: '/process/:processId/questions',
  corrections: '/process/:processId/corrections',
  performance: '/process/:processId/performance',
  compare: '/process/:processId/compare',
  process: '/process/:processId',
  recording: '/recording/:recordingId/:atMs?',
  document: '/document/:artifactId/:page?',
  models: '/models',
  policy: '/policy',
  ledger: '/ledger',
  encryption: '/encryption',
} as const;

const LETTER = { activity: 'a', transition: 't', finding: 'f' } as const;

/** The address of a process's map, with something selected on it. */
export function mapPath(processId: ProcessId, selection?: Selection): string {
  return `/process/${encodeURIComponent(processId)}/map${tail(selection)}`;
}

export function findingsPath(processId: ProcessId, kind: FindingKind, selection?: Selection): string {
  return `/process/${encodeURIComponent(processId)}/findings/${kind}${tail(selection)}`;
}

export const recordingsPath = (processId: ProcessId): string => `/process/${encodeURIComponent(processId)}/recordings`;

export const questionsPath = (processId: ProcessId): string => `/process/${encodeURIComponent(processId)}/questions`;

export const correctionsPath = (processId: ProcessId): string =>
  `/process/${encodeURIComponent(processId)}/corrections`;

export const performancePath = (processId: ProcessId): string =>
  `/process/${encodeURIComponent(processId)}/performance`;

export const comparePath = (processId: ProcessId): string => `/process/${encodeURIComponent(processId)}/compare`;

/** The address of a recording, opened at a moment of it. */
export function recordingPath(recordingId: RecordingId, atMs?: number): string {
  return `/recording/${encodeURIComponent(recordingId)}${atMs === undefined ? '' : `/${Math.round(atMs)}`}`;
}

/** The address of a document, opened at a page. */
export const documentPath = (artifactId: ArtifactId, page?: number): string =>
  `/document/${encodeURIComponent(artifactId)}${page === undefined ? '' : `/${page}`}`;

/** Reads the selection part of an address; nothing for an address nobody made. */
export function readSelection(text: string | undefined): Selection | undefined {
  const id = text?.slice(2);
  if (!text || !id || text[1] !== '.') return undefined;
  // The address was written by `tail`, which puts an id of this kind behind each letter; a wrong one finds nothing.
  if (text[0] === LETTER.activity) return { what: 'activity', id: id as ActivityId };
  if (text[0] === LETTER.transition) return { what: 'transition', id: id as TransitionId };
  if (text[0] === LETTER.finding) return { what: 'finding', id: id as FindingId };
  return undefined;
}

export const readKind = (text: string | undefined): FindingKind =>
  FINDING_KINDS.find((kind) => kind === text) ?? 'bottlenecks';

const tail = (selection: Selection | undefined): string =>
  selection ? `/${LETTER[selection.what]}.${encodeURIComponent(selection.id)}` : '';
