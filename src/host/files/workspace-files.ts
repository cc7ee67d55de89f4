// In: paths of files of a workspace. Out: their content, whether it lies there plain or sealed: the one way in and out.

/** What a worker or a child needs to open the same files. Holds the key: it goes by message, never by argument or environment. */
export interface FilesAccess {
  readonly root: string;
  /** 32 bytes; null where files are plain. */
  readonly key: Uint8Array | null;
}

/** A file to read. Close it. Sizes and places are of the content, however it lies on the disk. */
export interface OpenFile {
  readonly sizeBytes: number;
  /** Fills `into` from the place `at` as far as the file goes; answers how much that was. @throws file/changed-outside */
  read(into: Uint8Array, at: number): Promise<number>;
  close(): Promise<void>;
}

/** A file that is made, written anywhere in it; what nobody writes is zeros. One call at a time. It is whole when closed. */
export interface DraftFile {
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Cuts, or goes on with zeros. */
  truncate(sizeBytes: number): Promise<void>;
  /** On the disk when it returns. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A file that only grows, and is read up to its last whole addition whoever killed its writer: what is recorded, journals,
 * the ledger. One writer at a time, who adds one thing after the other: each goes where the one before it ends. Close it.
 */
export interface GrowingFile {
  readonly sizeBytes: number;
  append(bytes: Uint8Array): Promise<void>;
  /** What was appended is on the disk when it returns. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The same without waiting, for what must be on the disk before the next line runs (the ledger), and nothing else. */
export interface FilesNow {
  /** Undefined where there is no such file. */
  sizeOf(path: string): number | undefined;
  open(path: string): OpenFileNow;
  /** Adds to a growing file, made where there is none; flushed. */
  append(path: string, bytes: Uint8Array): void;
  /** Replaces the file as a whole. Not flushed. */
  write(path: string, bytes: Uint8Array): void;
}

export interface OpenFileNow {
  readonly sizeBytes: number;
  read(into: Uint8Array, at: number): number;
  close(): void;
}

/**
 * Paths are absolute. Two implementations, one suite (workspace-files.case.ts): plain, and sealed, where what lies inside
 * the workspace is sealed and everything else is plain. Errors of the system (ENOENT and its like) come as they are.
 */
export interface WorkspaceFiles {
  readonly access: FilesAccess;
  /** Whether what lies there is sealed: other programs can make nothing of it. */
  seals(path: string): boolean;
  /** Undefined where there is no such file. */
  sizeOf(path: string): Promise<number | undefined>;
  /** @throws file/changed-outside for one that is cut, exchanged or not sealed */
  open(path: string): Promise<OpenFile>;
  /** Made anew, or with `goesOn` as it is there. */
  draft(path: string, options?: { readonly goesOn?: boolean }): Promise<DraftFile>;
  /** Made anew, or with `goesOn` from its end; `cutTo` takes away what stands behind that place. */
  grow(path: string, options?: { readonly goesOn?: boolean; readonly cutTo?: number }): Promise<GrowingFile>;
  rename(from: string, to: string): Promise<void>;
  /** Nothing where it is not there. */
  remove(path: string): Promise<void>;
  /** A second name for the same file; false where a copy must be made. */
  link(from: string, to: string): Promise<boolean>;
  readonly now: FilesNow;
}
