import { expect, test } from 'vitest';
import { ElementId, FindingId, QuestionId } from '../../domain/ids.ts';
import type { Correction } from '../../domain/correction.ts';
import { redactCommand } from './redact-drafts.ts';

const element = ElementId.parse('step-1');
const clean = (text: string): string => text.replaceAll('SECRET', '[x]');

const question = { id: QuestionId.parse('question-1') } as unknown as Extract<
  Correction['command'],
  { do: 'answer' }
>['question']; // it comes from Mirror itself and is passed on as it is

const COMMANDS: readonly [before: Correction['command'], after: Correction['command']][] = [
  [
    { do: 'rename', elements: [element], logLabel: 'SECRET', label: 'a SECRET' },
    { do: 'rename', elements: [element], logLabel: 'SECRET', label: 'a [x]' },
  ],
  [
    { do: 'set', elements: [element], field: 'cause', value: 'SECRET' },
    { do: 'set', elements: [element], field: 'cause', value: '[x]' },
  ],
  [
    { do: 'set', elements: [element], field: 'cause', value: null },
    { do: 'set', elements: [element], field: 'cause', value: null },
  ],
  [
    { do: 'split', element, segment: 0, char: 3, labels: ['SECRET', 'b SECRET'] },
    { do: 'split', element, segment: 0, char: 3, labels: ['[x]', 'b [x]'] },
  ],
  [
    { do: 'merge', elements: [element, element], label: 'SECRET' },
    { do: 'merge', elements: [element, element], label: '[x]' },
  ],
  [
    { do: 'relate', elements: [element, element], as: 'same', label: 'SECRET' },
    { do: 'relate', elements: [element, element], as: 'same', label: '[x]' },
  ],
  // Names that logs give are kept as the logs give them.
  [
    { do: 'relateLog', elements: [element], logLabels: ['SECRET'], as: 'same' },
    { do: 'relateLog', elements: [element], logLabels: ['SECRET'], as: 'same' },
  ],
  [
    { do: 'judgeFinding', finding: FindingId.parse('finding-1'), status: 'dismissed' },
    { do: 'judgeFinding', finding: FindingId.parse('finding-1'), status: 'dismissed' },
  ],
  [
    { do: 'answer', question, words: 'SECRET', effect: { do: 'handOver', element, from: 'SECRET', to: 'SECRET' } },
    { do: 'answer', question, words: '[x]', effect: { do: 'handOver', element, from: '[x]', to: '[x]' } },
  ],
  [
    {
      do: 'answer',
      question,
      words: null,
      effect: { do: 'branch', element, condition: 'SECRET', note: 'SECRET' },
    },
    { do: 'answer', question, words: null, effect: { do: 'branch', element, condition: '[x]', note: '[x]' } },
  ],
];

test.each(COMMANDS)('cleans what a person wrote in %j', (before, after) => {
  expect(redactCommand(before, clean)).toEqual(after);
});
