// In: what was dropped on the window or chosen by a button. Out: its files with the folders they lay in.

export interface GivenFile {
  /** Folders and name, parted by `/`. */
  readonly path: string;
  readonly file: File;
}

/** More are a disk, not a process; the core says so, too. */
const MOST_FILES = 2001;

/**
 * Walks through dropped folders. Ask at once when something is dropped: the browser forgets it afterwards.
 * @throws DOMException for a folder that cannot be read
 */
export function collectDropped(data: DataTransfer, found: (count: number) => void): Promise<GivenFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // A browser without entries, or something that is no file system's, still has its files.
  return entries.length === 0 ? Promise.resolve([...data.files].map(toGiven)) : walk(entries, found);
}

export const collectChosen = (list: FileList): GivenFile[] => [...list].map(toGiven);

const toGiven = (file: File): GivenFile => ({ path: file.webkitRelativePath || file.name, file });

async function walk(roots: readonly FileSystemEntry[], found: (count: number) => void): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  const open = [...roots];
  for (let entry = open.shift(); entry !== undefined && files.length < MOST_FILES; entry = open.shift()) {
    if (isFile(entry)) {
      files.push({ path: entry.fullPath.replace(/^\//, ''), file: await readFile(entry) });
      found(files.length);
    } else if (isFolder(entry)) open.push(...(await readFolder(entry)));
  }
  return files;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const readFile = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** A browser gives a folder in portions; an empty one is the last. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
