// Runs the product's matching over one process of the gold: each role tells its own steps in a recording of its own.
import type { Step } from '../../src/domain/extraction.ts';
import { ElementId, RecordingId } from '../../src/domain/ids.ts';
import { type LoggedActivity, matchLog, type ToldActivity } from '../../src/graph/match-log.ts';
import type { AlignmentGold } from '../alignment.ts';
import type { Found } from './score.ts';

export function matchGold({ log, told }: AlignmentGold): Found[] {
  const logged = log.map(({ label, role }, at): LoggedActivity => {
    return { label, roles: [role], place01: at / Math.max(1, log.length - 1) };
  });
  const activities = told.map((row, at): ToldActivity => {
    return { label: row.label, roles: [row.actor], steps: [toStep(row, at)] };
  });
  const { sure, doubts } = matchLog(activities, logged);
  return told.map(({ label, same }, at) => {
    const one = activities[at]!;
    const doubt = doubts.find((each) => each.told === one);
    return {
      told: label,
      same,
      joined: sure.get(one)?.label ?? null,
      asked: doubt?.candidates.map((each) => each.label) ?? [],
    };
  });
}

function toStep({ label, actor, system, artifact }: AlignmentGold['told'][number], at: number): Step {
  const [verb = label, ...object] = label.split(' ');
  return {
    id: ElementId.parse(`step-${at}`),
    recordingId: RecordingId.parse(`recording-${actor}`),
    startMs: at * 1000,
    endMs: at * 1000 + 900,
    by: 'gold',
    label,
    verb,
    object: object.join(' '),
    actor,
    system,
    artifact,
    order: at,
    when: 'always',
    evidence: [],
    provenance: 'stated',
    confidence01: 0.8,
    unsure: false,
  };
}
