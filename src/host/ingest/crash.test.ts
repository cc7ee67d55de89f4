// Real processes with real engines, really killed while they ingest: each next one goes on, and nothing comes twice.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../lib/random.ts';
import { installMade } from '../engines/testing/made-models.ts';
import { hasFfmpeg } from '../recorder/testing.ts';
import { createTestCore } from '../testing.ts';
import { doneIn, ingest, makeToldFilm, type Place, readResult, stagesIn } from './testing/killed-runs.ts';

const random = createRandom(20_261_121);
/** After how many signs of progress each of them is killed, one after the other. */
const KILLS = Array.from({ length: 5 }, () => 2 + Math.floor(random() * 6));

describe.skipIf(!hasFfmpeg)('an ingest that is killed again and again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-test-'));
  const models = join(folder, 'models');
  let film: string;
  beforeAll(() => {
    film = makeToldFilm(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): Place => ({ workspace: join(folder, name), models, film });

  test('goes through every stage when nobody disturbs it', async () => {
    const core = await createTestCore(join(folder, 'setup'), { models });
    await installMade(core, 'tiny-whisper');
    const seen = stagesIn(await ingest(at('undisturbed')));
    const words = ['probe', 'audio', 'speech', 'transcribe', 'steps', 'graph'];
    expect(seen).toEqual(['open', 'read', 'keep', ...words, 'frames', 'screen-text', 'index', 'end']);
  });

  // One after the other on one workspace: each finds what the one before it left.
  for (const [index, signs] of KILLS.entries()) {
    test(`${index + 1}: killed after ${signs} signs of life, having done nothing over again`, async () => {
      const before = existsSync(join(at('killed').workspace, 'mirror.db')) ? doneIn(at('killed')) : [];
      const run = await ingest(at('killed'), { isEnough: (said) => said.length >= signs });
      expect(stagesIn(run).filter((stage) => before.includes(stage))).toEqual([]);
    });
  }

  test('ends where the undisturbed one ends, to the byte', async () => {
    const before = doneIn(at('killed'));
    const run = await ingest(at('killed'));
    expect(stagesIn(run).filter((stage) => before.includes(stage))).toEqual([]);
    expect(readResult(at('killed'))).toEqual(readResult(at('undisturbed')));
  });
});
