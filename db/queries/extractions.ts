// In: what one recording tells. Out: the same, stored as steps and elements that SQL can ask about, and read back.
import { asc, eq } from 'drizzle-orm';
import { MirrorError } from '../../src/domain/errors.ts';
import { Extraction, type NarratedRecording, type Step } from '../../src/domain/extraction.ts';
import type { ProcessId, RecordingId } from '../../src/domain/ids.ts';
import type { MirrorDatabase } from '../database.ts';
import { asRecord, insertRows } from '../rows.ts';
import { elements, extractions, steps } from '../schema/extraction.ts';
import { findRecording, listRecordings } from './recordings.ts';

/** The lists of an extraction that are stored in `elements`, and the `kind` each is stored under. */
const KINDS = {
  handoffs: 'handoff',
  waits: 'wait',
  decisions: 'decision',
  exceptions: 'exception',
  judgements: 'judgement',
  rework: 'rework',
  transfers: 'transfer',
} as const satisfies Record<Exclude<keyof Extraction, 'steps' | 'warnings'>, string>;

/**
 * Replaces what was extracted from the recording.
 * @throws recording/missing when somebody removed it meanwhile
 */
export function saveExtraction(db: MirrorDatabase, id: RecordingId, extraction: Extraction): void {
  db.write(() => {
    if (!findRecording(db, id)) throw new MirrorError('recording/missing', { data: { id } });
    db.orm.delete(extractions).where(eq(extractions.recordingId, id)).run();
    db.orm.insert(extractions).values({ recordingId: id, warnings: extraction.warnings }).run();
    insertRows(db, steps, extraction.steps.map(toStepRow));
    for (const [list, kind] of listsAndKinds()) {
      insertRows(
        db,
        elements,
        extraction[list].map((element, position) => toElementRow(element, { kind, position })),
      );
    }
  });
}

/**
 * Recordings whose steps have been extracted, oldest first. An extraction that an older Mirror stored in another form
 * counts as none: it can be made again from the evidence.
 */
export function listNarrated(db: MirrorDatabase, processId: ProcessId): NarratedRecording[] {
  return listRecordings(db, processId).flatMap((recording) => {
    const extraction = findExtraction(db, recording.id);
    return extraction ? [{ recording, extraction }] : [];
  });
}

function findExtraction(db: MirrorDatabase, id: RecordingId): Extraction | undefined {
  const head = db.orm.select().from(extractions).where(eq(extractions.recordingId, id)).get();
  if (!head) return undefined;
  const stepRows = db.orm.select().from(steps).where(eq(steps.recordingId, id)).orderBy(asc(steps.position)).all();
  const ofRecording = db.orm.select().from(elements).where(eq(elements.recordingId, id));
  const elementRows = ofRecording.orderBy(asc(elements.kind), asc(elements.position)).all();
  const lists = listsAndKinds().map(([list, kind]) => [
    list,
    elementRows.filter((row) => row.kind === kind).map(fromElementRow),
  ]);
  const candidate = { ...Object.fromEntries(lists), steps: stepRows.map(fromStepRow), warnings: head.warnings };
  return Extraction.safeParse(candidate).data;
}

function toStepRow({ by, order, when, ...rest }: Step, position: number): typeof steps.$inferInsert {
  return { ...rest, position, foundBy: by, stepOrder: order, doneWhen: when };
}

function fromStepRow({ foundBy, stepOrder, doneWhen, ...rest }: typeof steps.$inferSelect): unknown {
  return { ...rest, by: foundBy, order: stepOrder, when: doneWhen };
}

type StoredElement = Extraction[keyof typeof KINDS][number];

function toElementRow(element: StoredElement, place: { kind: string; position: number }): typeof elements.$inferInsert {
  const { id, recordingId, startMs, endMs, by, evidence, provenance, confidence01, unsure, ...own } = element;
  const common = { id, recordingId, startMs, endMs, foundBy: by, evidence, provenance, confidence01, unsure };
  // The kinds differ in what they have; a column is null for those that lack it.
  const { label, question, from, to, duration, cause, ...body }: Partial<Record<SharedField, string | null>> = own;
  const shared = { fromName: from ?? null, toName: to ?? null, duration: duration ?? null, cause: cause ?? null };
  return { ...place, ...common, ...shared, label: label ?? question ?? null, body };
}

type SharedField = 'label' | 'question' | 'from' | 'to' | 'duration' | 'cause';

/**
 * Gives every kind every shared field; parsing leaves out those its shape does not name. What `body` holds wins: a
 * handoff's own `kind` is there.
 */
function fromElementRow({ body, foundBy, label, fromName, toName, ...rest }: ElementRow): unknown {
  return { ...rest, by: foundBy, label, question: label, from: fromName, to: toName, ...asRecord(body) };
}

type ElementRow = typeof elements.$inferSelect;

// Safe: Object.entries of a constant object gives exactly its keys and values, which its type does not say.
const listsAndKinds = () => Object.entries(KINDS) as [keyof typeof KINDS, string][];
