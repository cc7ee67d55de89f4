// Every expected failure, with what happened and what to do next, in words for the person in front of it. Here those of files,
// the workspace and the process; the others are in errors-*.ts.
import { ASKING } from './errors-asking.ts';
import type { ErrorText } from './error-text.ts';
import { LEAVING } from './errors-leaving.ts';
import { TAKING_IN } from './errors-taking-in.ts';
import { VAULT } from './errors-vault.ts';

export const ERRORS = {
  'file/missing': { title: '{file}: there is no such file', hint: 'Check the path.' },
  'file/empty': { title: '{file}: the file is empty', hint: 'Record or export it again.' },
  'file/unknown-kind': { title: '{file}: Mirror does not read this kind of file', hint: 'Give one of {kinds}.' },
  'file/unreadable': { title: '{file}: the file cannot be read ({detail})', hint: 'Check its permissions.' },
  'file/no-file': { title: '{file}: this is a folder or a device, not a file', hint: 'Give the path of a file.' },
  'file/changed-outside': {
    title: '{file}: this sealed file of the workspace is refused: {detail}',
    hint: 'Put it back from a copy of the workspace; everything else opens as before.',
  },
  'disk/full': {
    title: 'The disk is full ({detail})',
    hint: 'Free some space and run it again; what is stored is whole.',
  },
  'disk/no-access': {
    title: '{file}: this cannot be opened or written ({detail})',
    hint: 'Check the permissions of it and of its folder, or choose another workspace with --workspace.',
  },
  'disk/failing': {
    title: '{file}: the disk does not answer as it should ({detail})',
    hint: 'Check the disk and its connection, then run it again.',
  },
  'files/not-from-a-page': {
    title: 'A page in a browser cannot name files of this machine',
    hint: 'Use `mirror ingest` or `mirror import` on the terminal.',
  },
  'redaction/bad-pattern': {
    title: '"{pattern}" cannot be used as a pattern ({detail})',
    hint: 'Write it with characters, classes, groups and repeats, or give the words themselves with --as words.',
  },
  'process/missing': { title: 'There is no process named "{name}"', hint: 'The processes are: {names}.' },
  'process/none': {
    title: 'There is no process yet',
    hint: 'Take something in with `mirror ingest` or `mirror import`.',
  },
  'process/which': { title: 'There is more than one process', hint: 'Name one with --process: {names}.' },
  'part/missing': {
    title: '{many} in "{process}" is called "{wanted}"',
    hint: '`mirror list` shows what there is; name it by its id.',
  },
  'process/name-taken': { title: 'There is a process named "{name}" already', hint: 'Choose another name.' },
  'process/not-ready': {
    title: '"{name}" is still being worked out',
    hint: 'Wait a moment and open it again; if that does not help, start Mirror again.',
  },
  'element/missing': { title: 'This part of the map is not there any more', hint: 'Open the process again.' },
  'correction/unfit': { title: '{detail}', hint: 'Nothing was changed.' },
  'question/missing': { title: 'This question is not asked any more', hint: 'Look at the list of questions again.' },
  'compare/empty': {
    title: '{title}: nothing is left to compare',
    hint: 'Choose another period, role, resource, activity or variant, or take in a log or a recording first.',
  },
  'compare/bad-side': { title: '{typed} cannot be used: {detail}', hint: '`mirror compare --help` says how.' },
  'performance/no-log': {
    title: '"{name}" has no event log, so nothing is known of its times',
    hint: 'Take one in with `mirror import LOG --process "{name}"`.',
  },
  'performance/empty': {
    title: '{scope}: there is no such case',
    hint: 'Choose another period, role, resource, activity or variant.',
  },
  'performance/half-way': {
    title: 'A way has two ends',
    hint: 'Name both with --from ACTIVITY and --to ACTIVITY.',
  },
  'performance/no-way': {
    title: 'No case goes from "{source}" straight to "{target}"',
    hint: 'Name two activities that follow each other on the map; `mirror graph` prints them.',
  },
  'approval/none': {
    title: 'No graph of "{process}" is approved yet',
    hint: 'Approve one with `mirror approve`, or under Compare in the app.',
  },
  'approval/missing': { title: 'There is no approved graph "{name}"', hint: 'Those in force are: {names}.' },
  'approval/taken': {
    title: 'An approved graph of this process is called "{name}" already',
    hint: 'Choose another name, or withdraw that one first.',
  },
  'workspace/missing': {
    title: '{path}: there is no workspace',
    hint: 'Check --workspace, or take something in first with `mirror ingest` or `mirror import`.',
  },
  'workspace/not-empty': {
    title: '{path}: this folder holds other files',
    hint: 'Choose an empty folder or an existing workspace.',
  },
  'workspace/newer': {
    title: '{path}: a newer version of Mirror made this workspace',
    hint: 'Update Mirror to open it.',
  },
  'workspace/damaged': {
    title: '{path}: the database is damaged ({detail})',
    hint: 'Put a copy of mirror.db back in its place; what is broken is left as it is.',
  },
  'workspace/locked': {
    title: '{path}: another Mirror is using this workspace',
    hint: 'Close it, or choose another folder with --workspace.',
  },
  'export/unknown-format': { title: 'Mirror does not export "{format}"', hint: 'Choose one of {formats}.' },
  'export/nothing-to-write': {
    title: '{title} cannot be written: {missing}',
    hint: 'Take in a recording or an event log of it first.',
  },
  'export/unwritable': { title: '{file}: cannot be written ({detail})', hint: 'Choose another place.' },
  'samples/missing': {
    title: 'The sample recordings are not part of this installation',
    hint: 'Install Mirror again, or use your own recordings.',
  },
  'web/port-taken': { title: 'Port {port} is taken', hint: 'Choose another with --port, or leave it out.' },
  'web/not-built': { title: 'The app has not been built', hint: 'Run `npm start`, which builds it.' },
  usage: { title: '{detail}', hint: 'See `mirror --help`.' },
  ...TAKING_IN,
  ...LEAVING,
  ...ASKING,
  ...VAULT,
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorData = Readonly<Record<string, string | number>>;

/** An expected failure: somebody can do something about it. Its message is one line. Anything else thrown is a bug. */
export class MirrorError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;
  /** What is wrong and where. */
  readonly title: string;
  /** What to do next. */
  readonly hint: string;

  constructor(code: ErrorCode, options: { data?: ErrorData; cause?: unknown } = {}) {
    const data = options.data ?? {};
    const title = fill(ERRORS[code].title, data);
    const hint = fill(ERRORS[code].hint, data);
    super(`${title}. ${hint}`, { cause: options.cause });
    this.name = 'MirrorError';
    this.code = code;
    this.data = data;
    this.title = title;
    this.hint = hint;
  }
}

const fill = (text: string, data: ErrorData): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in data ? oneLine(data[name]!) : whole));

// A file name or a parser's complaint may hold a line break; an error is one line.
const oneLine = (value: string | number): string => String(value).replaceAll(/\s+/g, ' ').trim();
