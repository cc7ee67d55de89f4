// In: how many times. Out: what becomes of an ingest killed at so many moments, drawn at random over its whole length.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  doneIn,
  ingest,
  makeToldFilm,
  type Place,
  readResult,
  stagesIn,
} from '../../src/host/ingest/testing/killed-runs.ts';
import { createRandom } from '../../src/lib/random.ts';

export interface Killed {
  readonly kills: number;
  /** After how many of them it came to the same in the end, to the byte. */
  readonly sameResult: number;
  readonly stagesDoneTwice: number;
}

/** Each kill has a workspace of its own, and one run after it that goes to the end. */
export async function killAndGoOn({
  folder,
  models,
  kills,
}: {
  readonly folder: string;
  readonly models: string;
  readonly kills: number;
}): Promise<Killed> {
  mkdirSync(folder);
  const film = makeToldFilm(folder);
  const at = (name: string): Place => ({ workspace: join(folder, name), models, film });
  const { ms } = await ingest(at('undisturbed'));
  const wanted = readResult(at('undisturbed'));
  const random = createRandom(20_261_121);
  let [sameResult, stagesDoneTwice] = [0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    const place = at(`killed-${kill}`);
    await ingest(place, { killAfterMs: random() * ms });
    const before = existsSync(join(place.workspace, 'mirror.db')) ? doneIn(place) : [];
    const seen = stagesIn(await ingest(place));
    stagesDoneTwice += seen.filter((stage) => before.includes(stage)).length;
    if (isDeepStrictEqual(readResult(place), wanted)) sameResult += 1;
  }
  return { kills, sameResult, stagesDoneTwice };
}
