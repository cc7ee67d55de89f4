// Every expected failure, with what happened and what to do next, in words for the person in front of it.
// long on purpose: one table.

interface ErrorText {
  /** What happened. `{name}` is filled from the error's data. */
  readonly title: string;
  /** What to do next. */
  readonly hint: string;
}

export const ERRORS = {
  'file/missing': { title: '{file}: there is no such file', hint: 'Check the path.' },
  'file/empty': { title: '{file}: the file is empty', hint: 'Record or export it again.' },
  'file/unknown-kind': { title: '{file}: Mirror does not read this kind of file', hint: 'Give one of {kinds}.' },
  'file/unreadable': { title: '{file}: the file cannot be read ({detail})', hint: 'Check its permissions.' },
  'file/no-file': { title: '{file}: this is a folder or a device, not a file', hint: 'Give the path of a file.' },
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
  'document/unreadable': {
    title: '{file}: the document cannot be read ({detail})',
    hint: 'Open it in its own program and save it again, or save it as PDF.',
  },
  'document/locked': {
    title: '{file}: the document asks for a password',
    hint: 'Save a copy without the password, and add that.',
  },
  'document/too-large': {
    title: '{file}: the document is too large to be read ({detail})',
    hint: 'Add the part that matters, as a file of its own.',
  },
  'redaction/bad-pattern': {
    title: '"{pattern}" cannot be used as a pattern ({detail})',
    hint: 'Write it with characters, classes, groups and repeats, or give the words themselves with --as words.',
  },
  'intake/none': {
    title: 'These files are not here any more',
    hint: 'Drop or choose them again; nothing of them was taken in.',
  },
  'intake/bad-chunk': {
    title: '{file}: the file changed while it was read, or its parts came in the wrong order',
    hint: 'Drop or choose it again.',
  },
  'intake/too-many': { title: 'More than {limit} files at once', hint: 'Take them in as several smaller folders.' },
  'intake/too-large': {
    title: '{file}: there is room for {limit}, and the file has {size}',
    hint: 'Free some space, or leave this file out.',
  },
  'media/unreadable': {
    title: '{file}: this is not a playable recording ({detail})',
    hint: 'Play it in another program; if that fails too, export or record it again.',
  },
  'media/truncated': {
    title: '{file}: the recording breaks off ({detail})',
    hint: 'Copy the whole file again, or repair it with a remux before ingesting it.',
  },
  'media/ffmpeg-missing': {
    title: '{file}: {what} can only be read with ffmpeg, which is not on this machine',
    hint: 'Install ffmpeg, or set MIRROR_FFMPEG to it, and try again.',
  },
  'media/bad-ffmpeg': {
    title: 'MIRROR_FFMPEG names "{command}", which does not run',
    hint: 'Set it to an ffmpeg that runs, or leave it out.',
  },
  'media/no-sound': { title: '{title}: there is no sound in it', hint: 'Give a transcript, or record it again.' },
  'transcript/bad-format': { title: '{file}: {detail}', hint: 'Correct the transcript and run the command again.' },
  'transcript/changed': {
    title: 'These words have changed meanwhile',
    hint: 'Look at them again; nothing was saved.',
  },
  'transcript/unfit': { title: '{detail}', hint: 'Nothing was changed.' },
  'transcript/empty': {
    title: '{file}: the transcript has no words',
    hint: 'Give a transcript with at least one line of speech.',
  },
  'events/bad-format': {
    title: '{file}: line {line}: {detail}',
    hint: 'Each line is one JSON object {"t": seconds, "app": "…", "title": "…"}.',
  },
  'log/bad-format': {
    title: '{file}: {detail}',
    hint: 'Export the log again (CSV as UTF-8), or correct the place named.',
  },
  'log/no-column': { title: '{file}: there is no column "{column}"', hint: 'The columns are: {columns}.' },
  'log/unclear-columns': {
    title: '{file}: cannot tell which column is the {role}',
    hint: 'Name it with --{role}; the columns are: {columns}.',
  },
  'log/bad-time': {
    title: '{file}: row {row}: "{value}" is no time',
    hint: 'Use ISO 8601 times such as 2026-03-02T14:05:00+01:00, or name the format with --date-format.',
  },
  'log/bad-times': {
    title: '{file}: {count} of {rows} rows have a time that is none, the first in row {row}: "{value}"',
    hint: 'One in a hundred would be left out. Use ISO 8601 times such as 2026-03-02T14:05:00+01:00, or name the format with --date-format.',
  },
  'log/unclear-dates': {
    title: '{file}: "{value}" in column "{column}" can be {dayFirst} or {monthFirst}',
    hint: 'Say which with --date-format dmy (day first) or --date-format mdy (month first).',
  },
  'log/bad-format-name': {
    title: '"{format}" is no format of dates',
    hint: 'Give a pattern such as "DD.MM.YYYY HH:mm", or one of iso, dmy, mdy, excel, seconds, milliseconds.',
  },
  'log/bad-encoding': {
    title: '"{encoding}" is no encoding that is known here',
    hint: 'Give one such as utf-8, utf-16le, windows-1252 or iso-8859-2.',
  },
  'log/no-classifier': {
    title: '{file}: there is no classifier "{classifier}"',
    hint: 'The classifiers are: {classifiers}. Without --classifier the activity is concept:name.',
  },
  'log/no-object-type': {
    title: '{file}: there are no objects of type "{objectType}"',
    hint: 'The types are: {objectTypes}.',
  },
  'log/too-large': {
    title: '{file}: the log is too large ({detail})',
    hint: 'Export a part of it, such as a shorter time.',
  },
  'log/empty': { title: '{file}: the log has no events', hint: 'Export it again with its events.' },
  'process/missing': { title: 'There is no process named "{name}"', hint: 'The processes are: {names}.' },
  'part/missing': {
    title: '{many} in "{process}" is called "{wanted}"',
    hint: '`mirror list` shows what there is; name it by its id.',
  },
  'process/name-taken': { title: 'There is a process named "{name}" already', hint: 'Choose another name.' },
  'process/not-ready': {
    title: '"{name}" is still being worked out',
    hint: 'Wait a moment and open it again; if that does not help, start Mirror again.',
  },
  'recording/missing': {
    title: 'There is no such recording',
    hint: 'It may have been removed; open the process again.',
  },
  'document/missing': { title: 'There is no such document', hint: 'It may have been removed; open the process again.' },
  'log/missing': { title: 'There is no such event log', hint: 'It may have been removed; open the process again.' },
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
  'recorder/busy': {
    title: 'A recording is running already',
    hint: 'Stop it first, or go on in the window that runs it.',
  },
  'recorder/returning': {
    title: 'An earlier recording may still be going on in its window',
    hint: 'Go on or stop there; if that window is closed, what was recorded is saved within {seconds} seconds.',
  },
  'recorder/stopped': {
    title: 'Mirror has stopped this recording: {why}',
    hint: 'Start a new one; everything recorded so far is kept.',
  },
  'recorder/bad-time': {
    title: '{what}: second {at} cannot be, for the recording is at second {clock}',
    hint: 'Start a new recording; everything recorded so far is kept.',
  },
  'recorder/none': {
    title: 'This recording is not running any more',
    hint: 'Start a new one; what was recorded is kept.',
  },
  'recorder/not-now': {
    title: '{wish} is not possible while the recording is {phase}',
    hint: 'Look at its state again.',
  },
  'recorder/chunk-missing': {
    title: '{track}: chunk {got} came before chunk {expected}',
    hint: 'Send chunk {expected} and those after it again.',
  },
  'recorder/bad-chunk': { title: '{track}: {detail}', hint: 'Choose the source again.' },
  'recorder/disk-nearly-full': {
    title: 'The disk is nearly full: {free} MB are free',
    hint: 'Free some space and record again; everything recorded so far is kept.',
  },
  'egress/bad-address': { title: '{address} is no address to connect to', hint: 'Give one such as https://host/path.' },
  'egress/other-host': {
    title: 'The way leads to {host}, which nobody has chosen',
    hint: 'Nothing was sent there; chosen are {hosts}.',
  },
  'egress/not-encrypted': {
    title: '{host}: the address is not encrypted',
    hint: 'Use one that begins with https://; only this machine may be asked without.',
  },
  'egress/unknown-host': {
    title: '{host} is not known: no network, or a mistyped name ({detail})',
    hint: 'Check the connection and the address.',
  },
  'egress/unreachable': {
    title: '{host} cannot be reached ({detail})',
    hint: 'Check the connection, a firewall or a proxy (HTTPS_PROXY), and try again.',
  },
  'egress/certificate': {
    title: '{host}: its certificate is not to be trusted ({detail})',
    hint: 'A company network may stand between: set NODE_EXTRA_CA_CERTS to its certificate, or take the files from a folder.',
  },
  'egress/stalled': {
    title: '{host} has said nothing for {seconds} seconds',
    hint: 'Try again later; what has come is kept.',
  },
  'egress/cut': { title: '{host} broke off ({detail})', hint: 'Try again; what has come is kept.' },
  'egress/too-many-redirections': { title: '{host} sends from place to place', hint: 'Try again later.' },
  'egress/no-proxy': {
    title: 'A proxy is set, and this Node cannot use one',
    hint: 'Install Node 24.5 or newer, or take the files from a folder.',
  },
  'egress/bad-header': {
    title: 'The key for this server has characters that cannot be sent (in {name})',
    hint: 'Enter it again, in one line and without spaces.',
  },
  'egress/ledger-held': {
    title: '{file}: another program keeps the ledger from being written',
    hint: 'Close it and try again; nothing is sent without a line in the ledger.',
  },
  'ledger/no-entry': {
    title: 'The ledger has no such entry, or it keeps no payload',
    hint: '`mirror egress` lists the entries.',
  },
  'ledger/too-large': {
    title: 'The ledger has {size}, too much for a window',
    hint: 'Copy it with `mirror egress export FILE`.',
  },
  'policy/refused': {
    title: 'Nothing was sent to {host}: {reason}',
    hint: 'Change the rules under "What may leave", or with `mirror policy set`.',
  },
  'policy/declined': {
    title: 'Nothing was sent to {host}: nobody agreed to it',
    hint: 'Ask again and agree, or have it answered without a model.',
  },
  'policy/unread': {
    title: 'Nothing was sent to {host}: nobody has read what would leave',
    hint: 'Ask on a terminal, or add --agree {sha256} where you have read it.',
  },
  'policy/not-owner': {
    title: 'Nothing was sent to {host}: only {owner} may agree to it',
    hint: 'Have {owner} read what would leave and agree, by name.',
  },
  'policy/no-owner': {
    title: 'The owner must agree, and nobody is named',
    hint: 'Name who answers for these rules, with `mirror policy set --owner NAME` for instance.',
  },
  'policy/bad-receiver': {
    title: '"{receiver}" is no host',
    hint: 'Write it as api.example.com, with a port where that is unusual, or give its https:// address.',
  },
  'keys/readable': {
    title: '{file}: other people of this machine can read your keys',
    hint: 'Run chmod 600 on it, and make new keys where somebody may have read these.',
  },
  'keys/damaged': {
    title: '{file}: the keys in it cannot be read',
    hint: 'Remove the file and enter the keys again.',
  },
  'keys/no-variable': {
    title: 'The environment variable {name} is not set',
    hint: 'Set it before Mirror is started, or enter the key itself.',
  },
  'keys/unusable': {
    title: 'This is no key: it is empty, or has spaces, line breaks or letters that cannot be sent',
    hint: 'Copy it again, whole, from where it was made.',
  },
  'tools/unknown': { title: 'There is no tool "{tool}"', hint: 'Use one of {tools}.' },
  'tools/bad-input': { title: '{tool} cannot be asked so ({detail})', hint: 'Give what its input schema says.' },
  'tools/unknown-name': { title: '"{name}" is no {what} of this process', hint: 'The nearest: {nearest}.' },
  'agents/nothing-released': {
    title: 'The policy of this workspace releases nothing, and what an agent does with what it reads is unknown',
    hint: 'Change it in the app under Policy or with `mirror policy`, or start `mirror mcp --local` if the agent keeps everything on this machine.',
  },
  'agents/no-receiver': {
    title: 'The policy of this workspace does not name agents ("mcp") among those who may receive anything',
    hint: 'Add "mcp" in the app under Policy or with `mirror policy`, or start `mirror mcp --local` if the agent keeps everything on this machine.',
  },
  'agents/not-agreed': {
    title: 'The policy of this workspace asks {owner} to agree before anything leaves',
    hint: 'Ask, and start `mirror mcp --agreed-by` with that name.',
  },
  'agents/not-released': {
    title: '{what} is not released at the level "{level}"',
    hint: 'The policy must release "{needed}" for it: in the app under Policy, or with `mirror policy`.',
  },
  'proposal/missing': {
    title: 'This proposal is not open any more',
    hint: 'Look at the list of proposals again.',
  },
  'proposal/too-many': {
    title: '{open} proposals wait for somebody to read them',
    hint: 'Accept or decline some with `mirror proposals` first.',
  },
  'agents/no-resource': { title: 'There is nothing at {uri}', hint: 'List the resources again.' },
  'agents/too-large': {
    title: '{what} has {size} MB, and agents are given at most {most}',
    hint: 'Write it to a file with `mirror export` instead.',
  },
  'models/unknown': { title: 'There is no model "{id}"', hint: '`mirror models` lists those there are.' },
  'models/not-installed': {
    title: 'The model {id} is not installed',
    hint: 'Fetch it with `mirror models pull {id}`.',
  },
  'models/no-checksum': {
    title: '{id}: nobody says what the checksum of {file} is',
    hint: 'Put it into the catalog; one that is learned from the download itself proves nothing.',
  },
  'models/damaged': {
    title: 'The model {id} is damaged: {file} {detail}',
    hint: 'Fetch it again with `mirror models pull {id}`.',
  },
  'models/wrong-size': {
    title: '{from} offers {file} with {got} bytes, and it has {expected}',
    hint: 'Nothing was installed; it is another file, or a part of it.',
  },
  'models/wrong-checksum': {
    title: '{file} from {from} is not the file of the catalog: its checksum is another',
    hint: 'Nothing was installed; try again, or another source with --from.',
  },
  'models/not-there': {
    title: '{from} has no file {file}',
    hint: 'Check the address or the folder; the catalog may also be older than its source.',
  },
  'models/refused': {
    title: '{from} answers {status} for {file}',
    hint: 'Try again later, or another source with --from; what has come is kept.',
  },
  'models/changing': {
    title: '{from} gives other bytes of {file} each time',
    hint: 'Try again later, or another source with --from.',
  },
  'models/no-space': {
    title: '{id} needs {needed} MB, and {free} MB are free in {folder}',
    hint: 'Free some space, or choose another folder with MIRROR_MODELS.',
  },
  'models/stopped': {
    title: 'Stopped; {id} is not installed',
    hint: '`mirror models pull {id}` goes on where it was.',
  },
  'models/busy': {
    title: 'Another Mirror is fetching {id} already',
    hint: 'Wait until it is done.',
  },
  'models/bad-source': {
    title: '"{from}" is neither an https address nor a folder',
    hint: 'Give `hub`, the address of a mirror of it, or a folder that has the files.',
  },
  'models/bad-catalog': { title: '{file} is no catalog of models ({detail})', hint: 'See "Models" in the README.' },
  'models/not-from-a-page': {
    title: 'A page in a browser cannot choose where models come from',
    hint: 'Use `mirror models` on the terminal.',
  },
  'ingest/stalled': {
    title: 'It showed no progress for {minutes} minutes ({stage})',
    hint: 'Free some memory or choose a smaller model, and try again.',
  },
  'engine/ended': {
    title: '{name} ended unexpectedly ({detail})',
    hint: 'It is started anew the next time; if it happens again, free some memory or choose a smaller model.',
  },
  'screen/unreadable': {
    title: '{file}: this picture cannot be read ({detail})',
    hint: 'The recording goes on without the text on it; whether the disk is whole, `mirror doctor` says.',
  },
  'reader/bad-data': {
    title: '{file}: the screen reader cannot use its language data ({detail})',
    hint: 'Fetch the language again with `mirror models pull`, or install Mirror again.',
  },
  'reader/failed': {
    title: 'The screen reader failed ({detail})',
    hint: 'It is tried again; if it stays so, install Tesseract anew or take it off the PATH.',
  },
  'engine/unfit': {
    title: '{name} cannot be used here ({detail})',
    hint: 'Choose another model, or install Mirror again with its optional parts.',
  },
  'transcriber/not-here': {
    title: '{address} is not a server of this machine',
    hint: 'Speech is sent nowhere else; give an address such as http://127.0.0.1:8080/v1.',
  },
  'transcriber/refused': {
    title: 'The transcription server {host} answers {status}',
    hint: 'Look at its log, or choose another with `mirror models use`.',
  },
  'transcriber/bad-reply': {
    title: 'The transcription server {host} answers something else than a transcription ({detail})',
    hint: 'It must speak as OpenAI does (POST /v1/audio/transcriptions); choose another with `mirror models use`.',
  },
  'writer/unknown': {
    title: 'There is no model "{id}" that could write answers',
    hint: '`mirror writers` lists those there are.',
  },
  'writer/not-allowed': {
    title: '{title} may not be asked: {detail}',
    hint: 'Choose another model, answer without one, or change the rules for what may leave.',
  },
  'writer/over-budget': {
    title: '{title} is not asked: {detail}',
    hint: 'Choose a cheaper model, answer without one, or raise the budget.',
  },
  'writer/too-small': {
    title: '{title} reads {tokens} tokens at once, too few for a question with the tools of the graph',
    hint: 'Give it a larger context where it runs, or choose another model.',
  },
  'writer/bad-entry': { title: '{detail}', hint: 'Nothing was changed.' },
  'writer/bad-key': {
    title: '{host} does not accept the key, or wants one',
    hint: 'Give it a key that is valid, where the model is set up or with `mirror writers add --key-env`.',
  },
  'writer/unpaid': {
    title: '{host} wants to be paid first ({detail})',
    hint: 'Look at the account there, or choose another model.',
  },
  'writer/unknown-model': {
    title: '{host} has no model "{model}" ({detail})',
    hint: 'Check its name, or load it there first.',
  },
  'writer/not-there': {
    title: '{host} has no models at this address ({detail})',
    hint: 'Check the address, which often ends in /v1, and how the server is spoken to.',
  },
  'writer/too-long': {
    title: 'This is more than {model} reads at once ({detail})',
    hint: 'Ask about less, probe the model again, or choose one that reads more.',
  },
  'writer/overloaded': { title: '{host} is busy ({detail})', hint: 'Ask again in a minute, or choose another model.' },
  'writer/failed': { title: '{host} failed ({detail})', hint: 'Ask again, look at its log, or choose another model.' },
  'writer/refused': {
    title: '{host} refuses the request ({detail})',
    hint: 'Check the model and its address, or choose another.',
  },
  'writer/no-tools': {
    title: '{model} at {host} calls no tools ({detail})',
    hint: 'Probe it: Mirror then speaks with it in another way.',
  },
  'writer/no-answer': {
    title: '{host} answers something that is no answer of a model',
    hint: 'Check the address, and how the server is spoken to.',
  },
  'writer/broken-off': { title: '{host} broke off in the middle of an answer', hint: 'Ask again.' },
  'writer/withheld': {
    title: '{host} withheld the answer ({detail})',
    hint: 'Ask in other words, or choose another model.',
  },
  'writer/bad-reply': {
    title: '{model} does not keep to the form it is asked to answer in',
    hint: 'Ask again, or choose another model.',
  },
  'chat/no-thread': {
    title: 'There is no such conversation',
    hint: 'It may have been removed; ask in a new one.',
  },
  'chat/no-turn': {
    title: 'There is no such question in this conversation',
    hint: 'Open the conversation again; it may have changed.',
  },
  'chat/decided': {
    title: 'Nobody waits for this decision any more',
    hint: 'It was decided already, or its question is over; ask again.',
  },
  'chat/evidence-removed': {
    title: 'Something that the answer cites was removed meanwhile',
    hint: 'Ask again; nothing of this answer was kept.',
  },
  'samples/missing': {
    title: 'The sample recordings are not part of this installation',
    hint: 'Install Mirror again, or use your own recordings.',
  },
  'web/port-taken': { title: 'Port {port} is taken', hint: 'Choose another with --port, or leave it out.' },
  'web/not-built': { title: 'The app has not been built', hint: 'Run `npm start`, which builds it.' },
  usage: { title: '{detail}', hint: 'See `mirror --help`.' },
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
