// In: pairs of a track's own time and the recording's clock. Out: where on the clock a moment of the track lies.
/** At `mediaMs` of the file's own time the recording's clock stood at `clockMs`. Both only ever grow. */
export interface TimePoint {
  readonly mediaMs: number;
  readonly clockMs: number;
}

/**
 * Where the file's own zero lies on the recording's clock. A chunk arrives after its last frame was encoded, never
 * before, so the earliest arrival is the truest: the least of clock minus media over all points.
 */
export function startOnClock(points: readonly TimePoint[]): number {
  if (points.length === 0) return 0;
  return Math.max(0, Math.round(Math.min(...points.map(({ mediaMs, clockMs }) => clockMs - mediaMs))));
}

/** How far the file's time ran from the clock between its first and its last point, by the line that fits them best. */
export function driftMs(points: readonly TimePoint[]): number {
  const first = points[0];
  const last = points.at(-1);
  // Two chunks say more about when they were sent than about any drift.
  if (points.length < 10 || !first || !last) return 0;
  const meanMedia = sum(points.map(({ mediaMs }) => mediaMs)) / points.length;
  const meanClock = sum(points.map(({ clockMs }) => clockMs)) / points.length;
  const spread = sum(points.map(({ mediaMs }) => (mediaMs - meanMedia) ** 2));
  if (spread === 0) return 0;
  const slope = sum(points.map((each) => (each.mediaMs - meanMedia) * (each.clockMs - meanClock))) / spread;
  return Math.round((last.mediaMs - first.mediaMs) * (1 - slope));
}

/** Between two chunks, as a rule: what can be on its way when everything stops. A second where there are too few. */
export function usualIntervalMs(points: readonly TimePoint[]): number {
  const steps = points.slice(1).map(({ clockMs }, at) => clockMs - points[at]!.clockMs);
  return steps.length < 2 ? 1000 : (steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 1000);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
