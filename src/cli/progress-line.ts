// In: where long work stands, and since when. Out: one line for a person who waits.
import { STAGE_WORDS, StageName } from '../domain/ingest.ts';
import type { Progress } from '../domain/progress.ts';

export interface Watched {
  readonly progress: Progress;
  /** Since this stage began. */
  readonly stageMs: number;
  readonly totalMs: number;
}

/** Says what is left only once enough is done to tell; time that passes shows that it is alive. */
export function describeProgress({ progress, stageMs, totalMs }: Watched): string {
  const { stage, done, total, unit, of } = progress;
  const amount = total === null ? `${say(done)} ${unit}` : `${say(done)} of ${say(total)} ${unit}`;
  const isTellable = total !== null && done > 0 && done < total && stageMs >= TELLING_MS;
  const left = isTellable ? `, about ${sayTime((stageMs / done) * (total - done))} left` : '';
  const passed = totalMs >= TELLING_MS ? `, ${sayTime(totalMs)}; Ctrl-C stops` : '';
  return `${of === undefined ? '' : `${of}: `}${sayStage(stage)}: ${amount}${left}${passed}`;
}

const sayStage = (stage: string): string => {
  const name = StageName.safeParse(stage);
  return name.success ? STAGE_WORDS[name.data] : stage;
};

const TELLING_MS = 2000;

const say = (n: number): string => n.toLocaleString('en');

function sayTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
