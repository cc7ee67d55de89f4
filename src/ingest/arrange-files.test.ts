import { expect, test } from 'vitest';
import { arrangeFiles, type Look } from './arrange-files.ts';

const arrange = (paths: readonly string[], looks: Readonly<Record<string, Look>> = {}) =>
  arrangeFiles(paths, (path) => looks[path]);

test('a video goes with its words and its events, by either kind of name', () => {
  expect(arrange(['day/b.webm', 'day/b.vtt', 'day/b.events.jsonl', 'a.mp4', 'a.mp4.srt', 'c.wav']).parts).toEqual([
    { kind: 'recording', canBe: ['recording'], file: 'a.mp4', transcript: 'a.mp4.srt' },
    { kind: 'recording', canBe: ['recording'], file: 'c.wav' },
    {
      kind: 'recording',
      canBe: ['recording'],
      file: 'day/b.webm',
      transcript: 'day/b.vtt',
      events: 'day/b.events.jsonl',
    },
  ]);
});

test('words of another folder belong to no video here; alone they are a recording with their events', () => {
  expect(arrange(['x/talk.vtt', 'talk.webm', 'x/talk.events.jsonl'])).toEqual({
    parts: [
      { kind: 'recording', canBe: ['recording'], file: 'talk.webm' },
      {
        kind: 'recording',
        canBe: ['recording'],
        file: 'x/talk.vtt',
        transcript: 'x/talk.vtt',
        events: 'x/talk.events.jsonl',
      },
    ],
    skipped: [],
  });
});

test('documents, logs and what can be two things are told apart', () => {
  const { parts } = arrange(
    ['a.pdf', 'b.txt', 'c.csv', 'd.csv', 'e.json', 'f.json', 'g.json', 'h.xes.gz', 'i.PNG', 'j.md'],
    { 'c.csv': 'log', 'd.csv': 'document', 'e.json': 'activity', 'f.json': 'transcript', 'g.json': 'log' },
  );
  expect(parts.map(({ file, kind, canBe }) => [file, kind, canBe.length])).toEqual([
    ['a.pdf', 'document', 1],
    ['b.txt', 'document', 2],
    ['c.csv', 'log', 2],
    ['d.csv', 'document', 2],
    ['e.json', 'activity', 1],
    ['f.json', 'recording', 1],
    ['g.json', 'log', 1],
    ['h.xes.gz', 'log', 1],
    ['i.PNG', 'document', 1],
    ['j.md', 'document', 1],
  ]);
});

test('what systems leave behind goes without a word, the rest is named with what to do', () => {
  expect(
    arrange([
      '.DS_Store',
      'a/Thumbs.db',
      '~$plan.docx',
      '__MACOSX/a.pdf',
      'old.doc',
      'all.zip',
      'x.exe',
      'lost.events.jsonl',
    ]),
  ).toEqual({
    parts: [],
    skipped: [
      { path: 'all.zip', why: 'unpack it first' },
      { path: 'lost.events.jsonl', why: 'there is no recording of the same name' },
      { path: 'old.doc', why: 'save it as PDF first' },
      { path: 'x.exe', why: 'Mirror does not read this kind of file' },
    ],
  });
});
