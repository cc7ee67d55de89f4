// What the door needs of the intake of files and of documents: implemented once, by the host.
import type { ArtifactPage, DocumentView } from '../domain/artifact.ts';
import type { ArtifactId } from '../domain/ids.ts';
import type { Arrangement, IntakeId, IntakeLimits, LogPreview, PartWish } from '../domain/intake.ts';
import type { Progress } from '../domain/progress.ts';
import type { LogChoices, LogSource, Taken } from '../domain/source.ts';

export interface AdoptWish {
  readonly intakeId: IntakeId;
  readonly process: string;
  readonly parts: readonly PartWish[];
}

export interface PreviewWish {
  readonly intakeId: IntakeId;
  readonly part: number;
  readonly columns?: LogSource['columns'] | undefined;
  readonly choices?: LogChoices | undefined;
}

export interface IntakeService {
  /** Yields once; the files are there until whoever listens leaves. */
  open(signal: AbortSignal | undefined): AsyncGenerator<{ intakeId: IntakeId; limits: IntakeLimits }, void>;
  add(id: IntakeId, file: { readonly path: string; readonly sizeBytes: number }): Promise<{ file: number }>;
  chunk(
    id: IntakeId,
    piece: { readonly file: number; readonly offset: number; readonly data: Uint8Array },
  ): Promise<{ receivedBytes: number }>;
  arrange(id: IntakeId): Promise<Arrangement>;
  preview(wish: PreviewWish, signal: AbortSignal | undefined): Promise<LogPreview>;
  adopt(wish: AdoptWish, signal: AbortSignal | undefined): AsyncGenerator<Progress, Taken>;
}

export interface DocumentService {
  open(id: ArtifactId): DocumentView;
  page(id: ArtifactId, page: number): ArtifactPage;
  rename(id: ArtifactId, name: string): void;
  remove(id: ArtifactId): Promise<void>;
}
