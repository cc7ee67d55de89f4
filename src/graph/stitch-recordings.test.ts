import { expect, test } from 'vitest';
import { ActivityId } from '../domain/ids.ts';
import { elementId, type RecordingRow, tellRecording } from './fixtures.ts';
import { openRoleBook } from './role-book.ts';
import { stitchRecordings } from './stitch-recordings.ts';

const clerk: RecordingRow = {
  id: 'clerk',
  role: 'order clerk',
  steps: ['enter order', { label: 'submit order', id: 'submit' }, 'print label'],
  handoffs: [{ to: 'analyst', stepId: elementId('clerk', 'submit') }],
};
const analyst: RecordingRow = {
  id: 'analyst',
  role: 'credit analyst',
  steps: ['open request', { label: 'set limit', id: 'set' }],
};

test('work handed over goes to the first step of whoever takes it', () => {
  expect(stitch(clerk, analyst)).toEqual(['submit order > open request']);
});

test('work that comes back goes on after it was handed out', () => {
  const back = { to: 'order clerk', stepId: elementId('analyst', 'set') };
  expect(stitch(clerk, { ...analyst, handoffs: [back] })).toEqual([
    'submit order > open request',
    'set limit > print label',
  ]);
});

test('work sent back goes to what is done again', () => {
  const returned = { ...analyst, steps: ['open request', { label: 'send back order', id: 'return' }] };
  const back = { to: 'order clerk', stepId: elementId('analyst', 'return') };
  const again = { ...clerk, rework: [{ to: elementId('clerk', 'step0') }] };
  expect(stitch(again, { ...returned, handoffs: [back] })).toEqual([
    'submit order > open request',
    'send back order > enter order',
  ]);
  const never = { ...clerk, handoffs: [] };
  expect(stitch(never, { ...returned, handoffs: [back] })).toEqual([]);
});

test('a handoff without its step is given by the last step begun', () => {
  const loose = { ...clerk, handoffs: [{ to: 'credit analyst' }] };
  expect(stitch(loose, analyst)).toEqual(['print label > open request']);
});

test('nothing is stitched where others hand to each other, or nobody with that role has recorded', () => {
  const others = { ...clerk, handoffs: [{ from: 'warehouse', to: 'credit analyst' }, { to: 'carrier' }] };
  expect(stitch(others, analyst)).toEqual([]);
});

test('where the giver tells what the taker does next, they meet there', () => {
  const knowing = {
    ...clerk,
    steps: [
      { label: 'submit order', id: 'submit' },
      { label: 'open request', actor: 'credit analyst' },
    ],
  };
  expect(stitch(knowing, analyst)).toEqual([]);
});

function stitch(...rows: RecordingRow[]): string[] {
  const recordings = rows.map(tellRecording);
  const steps = recordings.flatMap(({ extraction }) => extraction.steps);
  const ofStep = new Map(steps.map(({ id, label }) => [id, ActivityId.parse(label)]));
  return stitchRecordings(recordings, { roles: openRoleBook(recordings, []), ofStep }).map(
    ({ source, target }) => `${source.label} > ${target.label}`,
  );
}
