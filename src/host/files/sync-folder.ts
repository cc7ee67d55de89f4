// In: a folder. Out: what is in it by name is on the disk.
import { open } from 'node:fs/promises';

/** A new or renamed file is found again after a power cut only when its folder is on the disk, too. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to flush it, and needs not.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
