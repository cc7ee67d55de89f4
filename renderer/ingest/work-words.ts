// In: what the core counts of its work. Out: the words and the share that a person is shown.
import { type IngestState, type RecordingStage, STAGE_WORDS } from '../../src/domain/ingest.ts';
import { capitalize, countOf, formatClock, formatCount, formatDuration } from '../format.ts';

type Running = NonNullable<IngestState['running']>;

/** So long a stage must have run before its pace says something. */
const TELLING_MS = 3000;

export interface ShownWork {
  readonly doing: string;
  /** "12:30 of 1:00:00 · about 5 min left"; empty while nothing is known. */
  readonly detail: string;
  /** 0 to 1; undefined where nobody knows how much there is. */
  readonly share01: number | undefined;
}

export function describeWork({ stage, progress, sinceMs, paused }: Running, nowMs: number): ShownWork {
  const doing = capitalize(STAGE_WORDS[stage]);
  if (progress === null) return { doing, detail: paused ? sayPause(paused) : '', share01: undefined };
  const { done, total } = progress;
  const share01 = total === null || total === 0 ? undefined : Math.min(1, done / total);
  const parts = [sayAmount(progress), paused ? sayPause(paused) : sayLeft(progress, nowMs - sinceMs)];
  return { doing, detail: parts.filter(Boolean).join(' · '), share01 };
}

const sayPause = (why: string): string => `waits: ${why}`;

function sayAmount({ done, total, unit }: NonNullable<Running['progress']>): string {
  const say = unit === 'seconds' ? (n: number) => formatClock(n * 1000) : formatCount;
  const amount = total === null ? say(done) : `${say(done)} of ${say(total)}`;
  return unit === 'seconds' ? amount : `${amount} ${unit}`;
}

function sayLeft({ done, total }: NonNullable<Running['progress']>, passedMs: number): string {
  if (total === null || done <= 0 || done >= total || passedMs < TELLING_MS) return '';
  return `about ${formatDuration((passedMs / done) * (total - done))} left`;
}

/** What became of one stage, in a few words. */
export function describeStage({ state, problem, counts }: RecordingStage): string {
  if (state === 'done') return sayCounts(counts);
  if (state === 'skipped') return problem ?? 'Not needed.';
  if (state === 'failed') return problem ?? 'It did not work out.';
  if (state === 'cancelled') return 'Cancelled.';
  return state === 'running' ? 'Under way' : 'To come';
}

/** "82 seconds, 12 quiet seconds": what is none is left out. */
function sayCounts(counts: RecordingStage['counts']): string {
  const parts = Object.entries(counts).filter(([, value]) => value !== 0);
  return parts.map(([name, value]) => sayCount(name, value)).join(', ');
}

function sayCount(name: string, value: number): string {
  if (name === 'bytes') return `${formatCount(Math.max(1, Math.round(value / 1e6)))} MB`;
  if (name === 'loudestDb') return `loudest at ${value} dB`;
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.startsWith('with ') ? `${formatCount(value)} ${words}` : countOf(value, words.replace(/s$/, ''), words);
}
