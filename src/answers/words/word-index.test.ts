import { expect, test } from 'vitest';
import { RecordingId } from '../../domain/ids.ts';
import type { SaidRecording } from '../answer-input.ts';
import { findSegments, indexWords } from './word-index.ts';

const say = (id: string, texts: readonly string[], interviewer = -1): SaidRecording => ({
  recordingId: RecordingId.parse(id),
  segments: texts.map((text, index) => ({
    index,
    startMs: index * 1000,
    endMs: index * 1000 + 900,
    text,
    ...(index === interviewer && { speaker: 'interviewer' }),
  })),
});

const index = indexWords([
  say('one', ['I approve the refund.', 'If it is above six hundred,', 'the manager has to sign.']),
  say('two', ['Who approves refunds over 600?', 'Nobody, we wait.', 'Überweisungen prüfe ich zuletzt.'], 0),
]);

const find = (words: string) => findSegments(words.split(' '), index);

test('words are found in another form, as another word for the same, misspelt, and as numbers in words', () => {
  expect(['approving refunds', 'accept refund', 'aprove', '600', 'Uberweisung'.toLowerCase()].map(find)).toEqual([
    [{ place: 0, segments: 1 }],
    [{ place: 0, segments: 1 }],
    [{ place: 0, segments: 1 }],
    [{ place: 1, segments: 1 }],
    [{ place: 5, segments: 1 }],
  ]);
});

test('what is said in two segments in a row is found, but not across recordings, nor what an interviewer says', () => {
  expect([find('600 manager'), find('manager wait'), find('refund 600'), find('refund weather')]).toEqual([
    [{ place: 1, segments: 2 }],
    [],
    [{ place: 0, segments: 2 }],
    [],
  ]);
});
