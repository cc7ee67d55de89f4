// Logs for tests that compare with counting by hand: few names, many repeats, instances that overlap and such that do not.
import { LIFECYCLE, type LogColumns } from '../domain/log.ts';
import { createLogBuilder } from '../ingest/log-builder.ts';
import { createRandom } from '../lib/random.ts';
import { type InstanceColumns, toInstances } from './mine-instances.ts';

const MINUTE = 60_000;

/** Of every three seeds one gives a log with one time per event. */
export function makeRandomLog(seed: number): LogColumns {
  const random = createRandom(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const builder = createLogBuilder();
  const isTimed = seed % 3 !== 0;
  for (let at = 0; at < 12; at += 1) {
    let clock = draw(3000);
    for (let step = 0; step < 1 + draw(9); step += 1) {
      const length = draw(5) * 5;
      const person = draw(4);
      builder.add({
        case: `case ${at}`,
        activity: 'abcd'[draw(4)]!,
        resource: person === 0 ? '' : `p${person}`,
        role: '',
        startMs: isTimed && draw(10) > 0 ? clock * MINUTE : Number.NaN,
        endMs: (clock + length) * MINUTE,
        zoneMinutes: 0,
        lifecycle: LIFECYCLE.complete,
      });
      clock += draw(3) * 5 + (draw(3) === 0 ? draw(600) : 0);
    }
  }
  return builder.build();
}

export interface PlainInstance {
  readonly case: number;
  readonly activity: number;
  readonly person: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly isTimed: boolean;
}

/** The instances as objects, case by case, as a slow and plain count wants them. */
export function listPlainCases(columns: LogColumns): { instances: InstanceColumns; cases: PlainInstance[][] } {
  const instances = toInstances(columns, 'paired');
  const all = Array.from(
    { length: instances.length },
    (_, at): PlainInstance => ({
      case: instances.caseOf[at]!,
      activity: instances.activityOf[at]!,
      person: instances.resourceOf[at]!,
      startMs: instances.startMs[at]!,
      endMs: instances.endMs[at]!,
      isTimed: instances.processingMs !== null && !Number.isNaN(instances.processingMs[at]!),
    }),
  );
  return { instances, cases: [...Map.groupBy(all, (one) => one.case).values()] };
}
