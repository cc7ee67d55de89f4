// Models of our own, installed where the ingest of a bench looks for them.
import { join } from 'node:path';
import { createCore } from '../../src/host/core.ts';
import { installMade } from '../../src/host/engines/testing/made-models.ts';
import { noWindows } from '../../src/host/windows/window-source.ts';

/** Returns the folder of models. */
export async function installForBench(folder: string): Promise<string> {
  const models = join(folder, 'models');
  const recorder = { windows: noWindows('not in benches') };
  const core = await createCore({ workspace: join(folder, 'setup'), models, door: 'terminal', recorder });
  try {
    await installMade(core, 'tiny-whisper');
  } finally {
    await core.close();
  }
  return models;
}
