import { expect, it } from 'vitest';
import type { Anchor, Command, Correction } from '../../src/domain/correction.ts';
import type { CorrectionId, ElementId, FindingId } from '../../src/domain/ids.ts';
import { line, PROCESS_ID } from '../gallery/fixture-ids.ts';
import { describeCorrection, describeGesture } from './correction-words.ts';

const anchor = (label: string, segment = 1): Anchor => ({
  kind: 'steps',
  ref: line('rec-0', segment),
  values: { label },
});
const ids = (...names: string[]): ElementId[] => names as ElementId[];
const say = (command: Command, ...labels: string[]): string =>
  describeCorrection({ command, anchors: labels.map((label, at) => anchor(label, at)) });

it('says each correction in one sentence', () => {
  const told: [Command, ...string[]][] = [
    [{ do: 'rename', elements: ids('a'), logLabel: null, label: 'enter order' }, 'type order'],
    [{ do: 'rename', elements: [], logLabel: 'ORD_ENTER', label: 'enter order' }],
    [{ do: 'set', elements: ids('a'), field: 'actor', value: 'clerk' }, 'enter order'],
    [{ do: 'set', elements: ids('a'), field: 'system', value: null }, 'enter order'],
    [{ do: 'set', elements: ids('a'), field: 'duration', value: 'P2D' }, 'for the signature'],
    [{ do: 'judgeFinding', finding: 'f' as FindingId, status: 'dismissed' }, 'sent by fax'],
    [{ do: 'delete', elements: ids('a', 'b') }, 'say hello', 'say hello'],
    [{ do: 'restore', elements: ids('a') }, 'say hello'],
    [{ do: 'split', element: ids('a')[0]!, segment: 1, char: 4, labels: ['open form', 'fill form'] }, 'open form'],
    [{ do: 'merge', elements: ids('a', 'b'), label: 'fill form' }, 'open form', 'fill form'],
    [{ do: 'reorder', element: ids('a')[0]!, place: 'before', other: ids('b')[0]! }, 'pay', 'check'],
    [{ do: 'relate', elements: ids('a', 'b'), as: 'same', label: 'check order' }, 'check order', 'look at order'],
    [{ do: 'relate', elements: ids('a', 'b'), as: 'apart', label: null }, 'check order', 'check order'],
    [{ do: 'relateLog', elements: ids('a'), logLabels: ['ORD_CHECK'], as: 'same' }, 'check order'],
    [{ do: 'relateLog', elements: ids('a'), logLabels: ['ORD_CHECK', 'ORD_OPEN'], as: 'apart' }, 'check order'],
    [{ do: 'relateLog', elements: [], logLabels: ['ORD_NEW', 'ORD_CREATE'], as: 'same' }],
  ];
  expect(told.map(([command, ...labels]) => say(command, ...labels))).toEqual([
    'Renamed “type order” to “enter order”',
    'Renamed “ORD_ENTER” to “enter order”',
    'Set the role of “enter order” to “clerk”',
    'Cleared the system of “enter order”',
    'Set the duration of “for the signature” to “2 d”',
    'Dismissed “sent by fax”',
    'Left out “say hello” (2 steps)',
    'Took “say hello” back in',
    'Split “open form” into “open form” and “fill form”',
    'Merged “open form” and “fill form” into “fill form”',
    'Moved “pay” before “check”',
    'Put “check order” and “look at order” together as “check order”',
    'Kept 2 steps named “check order” apart',
    'Took “check order” for “ORD_CHECK” of the event log',
    'Kept “check order” apart from “ORD_CHECK” and “ORD_OPEN” of the event log',
    'Put “ORD_NEW” and “ORD_CREATE” of the event log together',
  ]);
});

it('says several corrections that were one gesture as one', () => {
  const apart = (other: string, segment: number): Correction => ({
    id: `c-${other}` as CorrectionId,
    processId: PROCESS_ID,
    recordingId: null,
    atMs: segment,
    command: { do: 'relate', elements: ids('a', other), as: 'apart', label: null },
    inverse: { do: 'undo', correction: `c-${other}` as CorrectionId },
    anchors: [anchor('check order', 0), anchor('check order', segment)],
  });
  expect(describeGesture([apart('b', 1), apart('c', 2)])).toBe('Kept 3 steps named “check order” apart');
});
