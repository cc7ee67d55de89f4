import { expect, test } from 'vitest';
import { MirrorError } from '../domain/errors.ts';
import { findCrashes } from './fuzz.case.ts';
import { readTranscript } from './read-transcript.ts';

const VTT = `WEBVTT - an order
Kind: captions

NOTE made by hand -->
and longer than a line

STYLE
::cue { color: red }

second
00:00:06.500 --> 00:00:09.000 align:start position:10%
<v Priya>Then I <b>check</b> the
credit &amp; the <00:00:08.000>limit.

00:01.000 --> 00:04.250
<v Sam>How does it start?</v>
<v.loud Priya Shah>With an e-mail.</v>

1:00:00.000 --> 1:00:02.000
<v Priya>5 &lt; 6 &#x41;&#66;&nosuch;

01:00:03.000 --> 01:00:04.000
♪
`;

const SRT = `1
00:00:01,000 --> 00:00:04,000
<i>First</i> line
{\\an8}second line

2
00:00:04,5 --> 00:00:06,000
after a gap

and after a blank line
`;

const JSON_FILE = JSON.stringify({
  schema: 'mirror-transcript/1',
  process: 'order entry',
  narrator: { name: 'Priya', role: 'clerk' },
  language: 'en',
  duration: 30.5,
  segments: [
    { start: 4, end: 6.0004, text: 'Then I check.', speaker: 'priya' },
    { start: 0.8, end: 3.25, text: 'What comes first?', speaker: 'interviewer' },
    { start: 3, end: 4, text: '  ' },
  ],
  events: [
    { t: 5, app: 'SAP', title: 'Order' },
    { t: 1, app: 'Outlook', title: 'Inbox', kind: 'copy' },
  ],
});

const read = (text: string, file: string, narrator?: string) => readTranscript(text, { file, narrator });

function complaint(text: string, file: string): string {
  try {
    return `${read(text, file).segments.length} segments`;
  } catch (error) {
    return error instanceof MirrorError ? `${error.code}: ${error.title}` : String(error);
  }
}

test('WebVTT cues become segments in order of time, one for each voice, without markup', () => {
  expect(read(VTT, 'a.vtt')).toEqual({
    segments: [
      { index: 0, startMs: 1000, endMs: 2773, text: 'How does it start?', speaker: 'Sam' },
      { index: 1, startMs: 2773, endMs: 4250, text: 'With an e-mail.', speaker: 'Priya Shah' },
      { index: 2, startMs: 6500, endMs: 9000, text: 'Then I check the credit & the limit.' },
      { index: 3, startMs: 3_600_000, endMs: 3_602_000, text: '5 < 6 AB&nosuch;' },
    ],
    events: [],
    narrator: { name: 'Priya' },
    process: undefined,
    language: undefined,
    durationMs: 3_602_000,
    warnings: ['Priya has the most words and is taken as the narrator'],
  });
});

test('the narrator is the voice of the name given, and speech without a voice', () => {
  const speakers = (text: string, narrator?: string) =>
    read(text, 'a.vtt', narrator).segments.map(({ speaker }) => speaker);
  expect(speakers(VTT, 'sam')).toEqual([undefined, 'Priya Shah', 'Priya', 'Priya']);
  const mixed = 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Sam>A very long question it is\n\n00:01.000 --> 00:02.000\nYes';
  expect(speakers(mixed)).toEqual(['Sam', undefined]);
  const interview = mixed.replace('Sam', 'Interviewer').replace('\nYes', '\n<v Kim>Yes');
  expect(speakers(interview)).toEqual(['Interviewer', undefined]);
});

test('SubRip cues are read, and text after a blank line is not lost', () => {
  const { segments, warnings } = read(SRT.replaceAll('\n', '\r\n'), 'a.srt');
  expect(segments).toEqual([
    { index: 0, startMs: 1000, endMs: 4000, text: 'First line second line' },
    { index: 1, startMs: 4500, endMs: 6000, text: 'after a gap and after a blank line' },
  ]);
  expect(warnings).toEqual(['line 10: text without a time was joined to the cue before it']);
});

test('plain text is cut into sentences, and its times are estimated', () => {
  const wrapped = `First I open the mailbox and I look for the new orders that
came in over night. Then I print each of them, because the old
system cannot show two at a time!`;
  const { segments, warnings, durationMs } = read(`${wrapped}\n\n- check credit\n- release\n`, 'a.txt');
  expect(segments).toEqual([
    {
      index: 0,
      startMs: 0,
      endMs: 6800,
      text: 'First I open the mailbox and I look for the new orders that came in over night.',
    },
    {
      index: 1,
      startMs: 7200,
      endMs: 13_600,
      text: 'Then I print each of them, because the old system cannot show two at a time!',
    },
    { index: 2, startMs: 14_000, endMs: 15_200, text: '- check credit' },
    { index: 3, startMs: 15_600, endMs: 16_400, text: '- release' },
  ]);
  expect([durationMs, warnings]).toEqual([
    16_400,
    ['plain text has no times; they are estimated at 150 words a minute'],
  ]);
});

test('a mirror-transcript/1 file tells all it knows, in milliseconds', () => {
  expect(read(JSON_FILE, 'a.json')).toEqual({
    segments: [
      { index: 0, startMs: 800, endMs: 3250, text: 'What comes first?', speaker: 'interviewer' },
      { index: 1, startMs: 4000, endMs: 6000, text: 'Then I check.' },
    ],
    events: [
      { index: 0, atMs: 1000, kind: 'copy', app: 'Outlook', title: 'Inbox' },
      { index: 1, atMs: 5000, kind: 'window', app: 'SAP', title: 'Order' },
    ],
    narrator: { name: 'Priya', role: 'clerk' },
    process: 'order entry',
    language: 'en',
    durationMs: 30_500,
    warnings: [],
  });
});

test('what cannot be read is named by its line or field', () => {
  const cue = (times: string): string => `WEBVTT\n\n${times}\nwords`;
  const file = (change: object): string => JSON.stringify({ ...JSON.parse(JSON_FILE), ...change });
  expect([
    complaint('no header\n\n00:01.000 --> 00:02.000\nwords', 'a.vtt'),
    complaint(cue('00:00.000 -> 00:02.000'), 'a.vtt'),
    complaint(cue('00:00.000 --> soon'), 'a.vtt'),
    complaint(cue('00:61.000 --> 00:62.000'), 'a.vtt'),
    complaint(cue('00:05.000 --> 00:02.000'), 'a.vtt'),
    complaint('1\n00:00:01,000 --> 00:00:02\nwords\n\n2\nx --> y\nwords', 'a.srt'),
    complaint('{"schema"', 'a.json').slice(0, 51),
    complaint(file({ schema: 'other' }), 'a.json'),
    complaint(file({ segments: [{ start: 0, end: '1', text: 'a' }] }), 'a.json'),
    complaint(file({ segments: [{ start: 2, end: 1, text: 'a' }] }), 'a.json'),
    complaint(file({ segments: [{ start: 0, end: 1e300, text: 'a' }] }), 'a.json'),
    complaint('words', 'a.doc'),
  ]).toEqual([
    'transcript/bad-format: a.vtt: line 1: WEBVTT is missing',
    'transcript/bad-format: a.vtt: line 3: a time such as 00:00:01.000 --> 00:00:04.000 is missing',
    'transcript/bad-format: a.vtt: line 3: "00:00.000 --> soon" is no time such as 00:00:01.000 --> 00:00:04.000',
    'transcript/bad-format: a.vtt: line 3: minutes and seconds end at 59',
    'transcript/bad-format: a.vtt: line 3: the end is before the start',
    'transcript/bad-format: a.srt: line 6: "x --> y" is no time such as 00:00:01.000 --> 00:00:04.000',
    'transcript/bad-format: a.json: this is not JSON (Ex',
    'transcript/bad-format: a.json: schema: Invalid input: expected "mirror-transcript/1"',
    'transcript/bad-format: a.json: segments[0].end: Invalid input: expected number, received string',
    'transcript/bad-format: a.json: segments[0]: the end is before the start',
    'transcript/bad-format: a.json: segments[0].end: 1e+300 s is longer than any recording',
    'file/unknown-kind: a.doc: Mirror does not read this kind of file',
  ]);
});

test('a transcript without words is empty', () => {
  const silent = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Priya>…</v>\n';
  expect(['', 'WEBVTT', silent].map((text) => complaint(text, 'a.vtt'))).toEqual(
    Array.from({ length: 3 }, () => 'transcript/empty: a.vtt: the transcript has no words'),
  );
  expect(complaint(' \n\n', 'a.txt')).toBe('transcript/empty: a.txt: the transcript has no words');
});

test.each([
  ['a.vtt', VTT],
  ['a.srt', SRT],
  ['a.txt', `${VTT} ${SRT}`],
  ['a.json', JSON_FILE],
])('damaged transcripts end in a result or a clear refusal: %s', async (file, text) => {
  expect(await findCrashes(text, (mutant) => read(mutant, file))).toEqual([]);
});

test('a megabyte of half-open tags takes no longer than a megabyte of words', () => {
  const text = `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<v '.repeat(200_000)}${'{\\'.repeat(100_000)}${'&#'.repeat(100_000)} words`;
  expect(read(text, 'a.vtt').segments).toHaveLength(1);
});
