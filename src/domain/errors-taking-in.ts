// Expected failures of what is recorded and taken in, and of the models and programs that read it.
import type { ErrorText } from './error-text.ts';

export const TAKING_IN = {
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
  'recording/missing': {
    title: 'There is no such recording',
    hint: 'It may have been removed; open the process again.',
  },
  'document/missing': { title: 'There is no such document', hint: 'It may have been removed; open the process again.' },
  'log/missing': { title: 'There is no such event log', hint: 'It may have been removed; open the process again.' },
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
} as const satisfies Record<string, ErrorText>;
