// An intake without a core: what is "sent" is counted, and files are told by their names.
import type { MirrorClient } from '../../src/api/client.ts';
import type { DocumentSummary, DocumentView } from '../../src/domain/artifact.ts';
import type { ArtifactId } from '../../src/domain/ids.ts';
import type { Arrangement, IntakeId, IntakePart, LogPreview, PartKind } from '../../src/domain/intake.ts';
import { PROCESS, PROCESS_ID } from './fixture-ids.ts';

export function makeFakeIntake() {
  const sent: { path: string; bytes: number }[] = [];
  let isOpen = false;
  const api = {
    open: async (_input: undefined, { signal }: { signal: AbortSignal }) => {
      isOpen = true;
      const place = openPlace(signal, () => {
        isOpen = false;
      });
      return place;
    },
    add: async ({ path }: { path: string }) => ({ file: sent.push({ path, bytes: 0 }) - 1 }),
    chunk: async ({ file, data }: { file: number; data: Blob }) => {
      sent[file]!.bytes += data.size;
      return { receivedBytes: sent[file]!.bytes };
    },
    arrange: async (): Promise<Arrangement> => arrange(sent.map(({ path }) => path)),
    preview: async ({ part, columns }: { part: number; columns: LogPreview }) => {
      const { parts } = arrange(sent.map(({ path }) => path));
      return previewOf(parts[part]!, columns as unknown as Record<string, string>);
    },
    adopt: async ({ parts }: { parts: readonly { as: PartKind }[] }) => adoptSlowly(parts),
  } as unknown as MirrorClient['intake']; // The fixtures answer with the contract's shapes.
  return { api, sent, isOpen: () => isOpen };
}

async function* openPlace(signal: AbortSignal, left: () => void) {
  try {
    yield {
      intakeId: 'intake-1' as IntakeId,
      limits: { maxFiles: 2000, maxFileBytes: 64e9, chunkBytes: 4 * 1024 ** 2 },
    };
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  } finally {
    left();
  }
}

function arrange(paths: readonly string[]): Arrangement {
  const known = paths.filter((path) => kindsOf(path).length > 0);
  return {
    parts: known.map((path, part) => ({
      part,
      kind: kindsOf(path)[0]!,
      canBe: [...kindsOf(path)],
      name: path.split('/').at(-1) ?? path,
      files: [path],
      sizeBytes: 184_320,
      missing: path.endsWith('.webm') ? 'the file is empty' : null,
    })),
    skipped: paths.filter((path) => !known.includes(path)).map((path) => ({ path, why: 'unpack it first' })),
  };
}

function kindsOf(path: string): readonly PartKind[] {
  if (/\.(?:vtt|webm)$/.test(path)) return ['recording'];
  if (path.endsWith('.txt')) return ['document', 'recording'];
  if (path.endsWith('.csv')) return ['log', 'document'];
  if (path.endsWith('.xes')) return ['log'];
  return /\.(?:pdf|docx|xlsx|eml|png)$/.test(path) ? ['document'] : [];
}

const HEADER = ['ref', 'what', 'when', 'who', 'amount'];
const ROWS = [
  ['CL-1407', 'register claim', '02.03.2026 08:04', 'Dana Weiss', '480'],
  ['CL-1407', 'check policy', '02.03.2026 09:31', 'Ola Brun', '480'],
  ['CL-1412', 'register claim', '02.03.2026 09:40', 'Dana Weiss', '1,250'],
];

function previewOf(part: IntakePart, columns: Readonly<Record<string, string>>): LogPreview {
  const nothing = { file: part.name, encoding: 'utf-8', csv: null, xes: null, ocel: null, warnings: [], problem: null };
  const firstEvents = ROWS.map(([ref = '', what = '', , who = '']) => ({
    case: ref,
    activity: what,
    start: null,
    time: '2026-03-02T08:04:00.000Z',
    resource: who,
    role: null,
  }));
  if (part.name.endsWith('.xes')) {
    const classifiers = [{ name: 'Activity', keys: ['concept:name', 'lifecycle:transition'] }];
    return { ...nothing, format: 'xes', events: 5120, cases: 640, xes: { classifiers, classifier: null }, firstEvents };
  }
  const wanted = part.name.startsWith('odd')
    ? columns
    : { case: 'ref', activity: 'what', timestamp: 'when', ...columns };
  const csv = {
    delimiter: ';',
    header: HEADER,
    rows: ROWS,
    columns: (['case', 'activity', 'timestamp', 'start', 'resource', 'role'] as const).flatMap((role) => {
      const column = wanted[role];
      return column ? [{ role, column, by: columns[role] ? ('choice' as const) : ('name' as const) }] : [];
    }),
    dateFormats: { timestamp: 'DD.MM.YYYY HH:mm' },
  };
  const missing = (['case', 'activity', 'timestamp'] as const).find((role) => !wanted[role]);
  if (missing === undefined)
    return {
      ...nothing,
      format: 'csv',
      events: 5120,
      cases: 640,
      csv,
      firstEvents,
      warnings: ['3 rows have no case and were left out'],
    };
  const title = `${part.name}: cannot tell which column is the ${missing}`;
  const problem = { code: 'log/unclear-columns', title, hint: `The columns are: ${HEADER.join(', ')}.` };
  return {
    ...nothing,
    format: 'csv',
    events: null,
    cases: null,
    csv: { ...csv, columns: [] },
    firstEvents: [],
    problem,
  };
}

async function* adoptSlowly(parts: readonly { as: PartKind }[]) {
  for (const stage of ['read', 'keep', 'steps', 'graph']) {
    yield { stage, done: 1, total: parts.length, unit: 'files' };
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  const count = (as: PartKind): number => parts.filter((part) => part.as === as).length;
  return {
    process: PROCESS,
    headline: {
      process: PROCESS.name,
      activities: 14,
      transitions: 22,
      handoffs: 9,
      bottlenecks: 4,
      exceptions: 2,
      judgements: 3,
      cases: 640,
      recordings: 3,
    },
    events: 5120,
    recordings: count('recording'),
    logs: count('log'),
    documents: count('document'),
    warnings: ['claims.csv: 3 rows have no case and were left out'],
  };
}

const document = (
  id: string,
  about: Partial<DocumentSummary> & { readonly name: string; readonly mimeType: string; readonly parent?: string },
): DocumentSummary => ({
  artifact: {
    id: id as ArtifactId,
    processId: PROCESS_ID,
    recordingId: null,
    parentId: (about.parent as ArtifactId | undefined) ?? null,
    name: about.name,
    title: about.artifact?.title ?? null,
    mimeType: about.mimeType,
    sizeBytes: 184_320,
    createdAtMs: Date.UTC(2026, 9, 4),
  },
  kind: about.kind ?? 'pdf',
  pages: about.pages ?? 1,
  warnings: about.warnings ?? [],
  url: `documents/${id}`,
});

export const DOCUMENTS: readonly DocumentSummary[] = [
  document('doc-0', {
    name: 'claims-handbook.pdf',
    mimeType: 'application/pdf',
    pages: 3,
    warnings: ['page 3 has no text (scanned, perhaps)'],
  }),
  document('doc-1', { name: 'Re: storm damage Kiel.eml', mimeType: 'message/rfc822', kind: 'email' }),
  document('doc-2', {
    name: 'damage limits.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    kind: 'xlsx',
    pages: 2,
    parent: 'doc-1',
  }),
  document('doc-3', { name: 'queue at nine.png', mimeType: 'image/png', kind: 'image', pages: 0 }),
];

const PAGE_TEXT = [
  'Claims handbook, version 12\n\nA claim is registered on the day it arrives. Claims above 5,000 euros need a visit by an assessor; the regional lead decides on exceptions.\n\nThe policy is checked before anything is promised.',
  'Limits\n\nClerk: 1,000 euros. Senior clerk: 5,000 euros. Above that a second signature is needed.',
  '',
];

export function viewDocument(id: string): DocumentView | undefined {
  const found = DOCUMENTS.find(({ artifact }) => artifact.id === id);
  if (found === undefined) return undefined;
  const pageList = Array.from({ length: found.pages }, (_, at) => ({
    page: at + 1,
    name: found.kind === 'xlsx' ? (at === 0 ? 'Limits' : 'History') : null,
    characters: PAGE_TEXT[at]?.length ?? 0,
  }));
  return { ...found, process: { id: PROCESS_ID, name: PROCESS.name }, pageList };
}

export const readPage = (page: number) => ({ page, name: null, text: PAGE_TEXT[page - 1] ?? '' });
