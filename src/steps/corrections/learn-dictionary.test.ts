import { expect, test } from 'vitest';
import type { Command } from '../../domain/correction.ts';
import { idOf, logOf, rename, reword, set, told, undoOf } from './corrections.sample.ts';
import { learnDictionary } from './learn-dictionary.ts';
import { relabelLog } from './relabel-log.ts';

const { extraction } = told();

test('names, systems, artifacts and verbs are learned from what was put right', () => {
  const log = logOf(
    [told()],
    [
      set('a0', 'system', 'Atlas CRM'),
      set('a2', 'system', 'Outlook'),
      set('a3', 'artifact', 'refund note'),
      rename('a4', 'complete request'),
      rename('a3', 'write to buyer'),
      set('a4', 'actor', 'robot'),
      undoOf(5),
    ],
  );
  expect(learnDictionary(log, [extraction])).toEqual({
    roles: new Map(),
    systems: new Map([
      ['atlas', 'Atlas CRM'],
      ['atlas crm', 'Atlas CRM'],
      ['outlook', 'Outlook'],
    ]),
    artifacts: new Map([['refund note', 'refund note']]),
    verbs: new Map([['close', 'complete']]),
  });
  const nothing = { roles: new Map(), systems: new Map(), artifacts: new Map(), verbs: new Map() };
  expect(learnDictionary([], [extraction])).toEqual(nothing);
});

test('what was wrong with one step is no lesson about the words, unless it was said twice', () => {
  const { recording } = told();
  const noor = { recording, extraction: reword(extraction, { actor: 'Noor', system: 'Atlas' }) };
  const teach = (...commands: Command[]) => learnDictionary(logOf([noor], commands), [noor.extraction]);
  const person = teach(set('a1', 'actor', 'finance'), set('a2', 'system', 'Ledgerly'));
  expect([...person.roles, ...person.systems]).toEqual([
    ['noor', 'finance'],
    ['ledgerly', 'Ledgerly'],
  ]);
  const twice = teach(set('a1', 'system', 'Ledgerly'), set('a2', 'system', 'Ledgerly'));
  expect([...twice.systems]).toEqual([
    ['atlas', 'Ledgerly'],
    ['ledgerly', 'Ledgerly'],
  ]);
  // "The support agent does it, not I" is said of one step.
  expect([...learnDictionary(logOf([told()], [set('a1', 'actor', 'refund clerk')]), [extraction]).roles]).toEqual([]);
});

test('a lesson is not lost when the extraction has been read with it', () => {
  const log = logOf([told()], [rename('a4', 'complete request'), set('a0', 'system', 'Atlas CRM')]);
  const lesson = learnDictionary(log, [extraction]);
  const [open, ...others] = extraction.steps;
  const close = others.at(-1)!;
  const taught = {
    ...extraction,
    steps: [
      { ...open!, system: 'Atlas CRM' },
      ...others.slice(0, -1),
      { ...close, label: 'complete request', verb: 'complete' },
    ],
  };
  expect(learnDictionary(log, [taught])).toEqual(lesson);
});

test('the labels of a log are renamed one after the other, never two to the same', () => {
  const relabel = (logLabel: string, label: string) => ({ do: 'rename' as const, elements: [], logLabel, label });
  const log = logOf(
    [told()],
    [
      relabel('Check', 'verify'),
      relabel('verify', 'verify receipt'),
      relabel('Pay', 'verify receipt'),
      relabel('Gone', 'anything'),
      { ...relabel('Pay', 'pay out'), elements: [idOf('a4')] },
    ],
  );
  const { labels, stale } = relabelLog(['Open', 'Check', 'Pay'], log);
  expect([labels, stale.map(({ id }) => id)]).toEqual([
    ['Open', 'verify receipt', 'pay out'],
    ['correction-2', 'correction-3'],
  ]);
});
