// In: documents with their pages. Out: the same, stored; a page is read by itself, for a document may have thousands.
import { and, asc, eq, sql } from 'drizzle-orm';
import { Artifact, ArtifactPage } from '../../src/domain/artifact.ts';
import type { ArtifactId, ProcessId } from '../../src/domain/ids.ts';
import type { MirrorDatabase } from '../database.ts';
import { insertRows, parseRow } from '../rows.ts';
import { artifactPages, artifacts } from '../schema/recordings.ts';
import { removeSearchEntries } from './search.ts';
import { dropTurnsQuoting } from './threads.ts';

/** Oldest first; what was attached to a mail follows it. */
export function listArtifacts(db: MirrorDatabase, processId: ProcessId): Artifact[] {
  const ofProcess = db.orm.select().from(artifacts).where(eq(artifacts.processId, processId));
  const all = ofProcess
    .orderBy(asc(artifacts.createdAtMs), asc(artifacts.name), asc(artifacts.id))
    .all()
    .map((row) => toArtifact(db, row));
  const under = (parentId: ArtifactId | null): Artifact[] =>
    all.filter((each) => each.parentId === parentId).flatMap((each) => [each, ...under(each.id)]);
  return under(null);
}

/** The document with this id. */
export function findArtifact(db: MirrorDatabase, id: ArtifactId): Artifact | undefined {
  const row = db.orm.select().from(artifacts).where(eq(artifacts.id, id)).get();
  return row && toArtifact(db, row);
}

/** Inserts the document, or replaces the one with its id, pages and all; what was searched of the old one is dropped. */
export function saveArtifact(db: MirrorDatabase, artifact: Artifact, pages: readonly ArtifactPage[]): void {
  db.writeDurably(() => {
    db.orm.insert(artifacts).values(artifact).onConflictDoUpdate({ target: artifacts.id, set: artifact }).run();
    db.orm.delete(artifactPages).where(eq(artifactPages.artifactId, artifact.id)).run();
    removeSearchEntries(db, { artifactId: artifact.id });
    insertRows(
      db,
      artifactPages,
      pages.map((page) => ({ ...page, artifactId: artifact.id })),
    );
  });
}

/** Of a document that is there; what was searched of it is dropped, to be made anew. */
export function setArtifactName(db: MirrorDatabase, id: ArtifactId, name: string): void {
  db.writeDurably(() => {
    db.orm.update(artifacts).set({ name }).where(eq(artifacts.id, id)).run();
    // It is found by its name as well.
    removeSearchEntries(db, { artifactId: id });
  });
}

/** Removes the document with its pages and what was attached to it, and answers that quote any of it. */
export function removeArtifact(db: MirrorDatabase, id: ArtifactId): void {
  db.writeDurably(() => {
    dropTurnsQuoting(db, id);
    db.orm.delete(artifacts).where(eq(artifacts.id, id)).run();
  });
}

/** In order, each with how many characters of text it has. */
export function listArtifactPages(
  db: MirrorDatabase,
  id: ArtifactId,
): { page: number; name: string | null; characters: number }[] {
  const { page, name, text } = artifactPages;
  const ofArtifact = db.orm.select({ page, name, characters: sql<number>`length(${text})` }).from(artifactPages);
  return ofArtifact.where(eq(artifactPages.artifactId, id)).orderBy(asc(page)).all();
}

/** One page with its text. */
export function findArtifactPage(db: MirrorDatabase, id: ArtifactId, page: number): ArtifactPage | undefined {
  const isIt = and(eq(artifactPages.artifactId, id), eq(artifactPages.page, page));
  const row = db.orm.select().from(artifactPages).where(isIt).get();
  return row && toPage(db, row);
}

/** The first page on which exactly these words stand. */
export function findPageWith(db: MirrorDatabase, id: ArtifactId, words: string): ArtifactPage | undefined {
  const has = and(eq(artifactPages.artifactId, id), sql`instr(${artifactPages.text}, ${words}) > 0`);
  const row = db.orm.select().from(artifactPages).where(has).orderBy(asc(artifactPages.page)).get();
  return row && toPage(db, row);
}

const toArtifact = (db: MirrorDatabase, row: unknown): Artifact => parseRow(Artifact, row, { db, table: 'artifacts' });

const toPage = (db: MirrorDatabase, row: unknown): ArtifactPage =>
  parseRow(ArtifactPage, row, { db, table: 'artifact_pages' });
