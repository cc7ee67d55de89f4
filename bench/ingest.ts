// What it takes to make words, pictures and a search of hours of recording, and what is left of an ingest that is killed.
//   node bench/ingest.ts [--hours N] [--kills N] [--json]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countConnections } from './ingest/count-connections.ts';
import { killAndGoOn } from './ingest/kill-and-go-on.ts';
import { makeLongFilm } from './ingest/long-film.ts';
import { installForBench } from './ingest/models.ts';
import { watchIngest } from './ingest/watch-ingest.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '8' },
    kills: { type: 'string', default: '0' },
    json: { type: 'boolean' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-'));
try {
  const hours = Number(values.hours);
  const none = join(folder, 'no-models');
  // The first tenth of it for comparison: memory that grows with the length would show.
  const short = await watchIngest({
    folder: join(folder, 'short'),
    models: none,
    film: makeLongFilm(folder, hours / 10),
  });
  const long = await watchIngest({ folder: join(folder, 'long'), models: none, film: makeLongFilm(folder, hours) });
  const models = await installForBench(folder);
  const networkConnections = await countConnections(folder, models);
  const kills = Number(values.kills);
  const killed = kills > 0 ? await killAndGoOn({ folder: join(folder, 'kills'), models, kills }) : undefined;
  const figures = {
    mediaSeconds: hours * 3600,
    wallSeconds: long.wallSeconds,
    realtimeFactor: Math.round((hours * 3600) / long.wallSeconds),
    peakRssMb: long.peakMb,
    peakRssMbOfATenth: short.peakMb,
    networkConnections,
    ...(killed && { kills: killed.kills, sameResult: killed.sameResult, stagesDoneTwice: killed.stagesDoneTwice }),
  };
  if (values.json) console.log(JSON.stringify(figures));
  else console.log(figures, { secondsByStage: long.secondsByStage });
} finally {
  rmSync(folder, { recursive: true });
}
