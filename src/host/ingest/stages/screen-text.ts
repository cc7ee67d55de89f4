// Stage "screen-text". In: the pictures of a recording. Out: the words on each, with their places.
import { MirrorError } from '../../../domain/errors.ts';
import type { Recording } from '../../../domain/process.ts';
import type { ReadScreen } from '../../../needs/screen-reader.ts';
import type { Picture, ReadFrame } from '../../../needs/store.ts';
import { rememberScreen, shareWords } from '../../../ingest/screen/remember-screens.ts';
import { sayScreen } from '../../../ingest/screen/say-screen.ts';
import type { ChosenReader } from '../../engines/screen-readers.ts';
import type { Host } from '../../host.ts';
import { hashInputs, type IngestStage } from '../stage.ts';
import { keepMaker } from './keep-maker.ts';

/** Nothing that steps are made of changes: screens are searched and shown, and cited where somebody asks. */
export const screenTextStage: IngestStage = {
  name: 'screen-text',
  plan: async (host, recording) => {
    const frames = host.store.listPictures(recording.id);
    if (frames.length === 0) return { skip: 'There are no pictures of its screen.' };
    const { madeBy } = await choose(host, recording, new AbortController().signal);
    const inputHash = hashInputs(frames.map(({ atMs, sha256 }) => [atMs, sha256]));
    // Read as German what was read as English: yes. By another version of the program: no.
    const essence = (name: string): string | undefined => /\((\w+)/.exec(name)?.[1];
    return { inputHash, madeBy: keepMaker(host, recording.id, { stage: 'screen-text', madeBy, essence }) };
  },
  run: async function* (host, recording, signal) {
    const frames = host.store.listPictures(recording.id);
    const reader = await choose(host, recording, signal);
    const screens: ReadFrame[] = [];
    const unreadable: string[] = [];
    let known: readonly KnownScreen[] = [];
    for (const [done, frame] of frames.entries()) {
      yield { stage: 'screen-text', done, total: frames.length, unit: 'pictures' };
      const file = host.workspace.file(frame.path);
      const same = known.find(({ sha256 }) => sha256 === frame.sha256);
      const read = same?.words ?? (await readOne(reader, { file, before: known, signal }));
      if (read === undefined) unreadable.push(frame.path);
      else {
        const words = shareWords(read, known);
        known = rememberScreen(known, { file, words, sha256: frame.sha256 });
        screens.push({ atMs: frame.atMs, text: sayScreen(words).text, words });
      }
    }
    const texts = screens.map(({ text }) => text);
    await host.lookAhead(recording.processId, texts, signal);
    return {
      save: () => host.store.saveScreens(recording.id, screens),
      counts: { pictures: screens.length, words: screens.reduce((sum, { words }) => sum + words.length, 0) },
      warnings: [...sayUnreadable(unreadable.length, frames), ...sayLanguage(recording, reader)],
    };
  },
};

interface KnownScreen extends ReadScreen {
  readonly sha256: string;
}

const choose = ({ screens }: Host, { language }: Recording, signal: AbortSignal): Promise<ChosenReader> =>
  screens.choose(language, { signal });

/** Undefined for what is no picture: a recording is not given up for one of thousands. */
async function readOne(
  reader: ChosenReader,
  { file, before, signal }: { file: string; before: readonly ReadScreen[]; signal: AbortSignal },
) {
  try {
    return await reader.read(file, { before: before.map(({ file, words }) => ({ file, words })), signal });
  } catch (error) {
    if (error instanceof MirrorError && error.code === 'screen/unreadable') return undefined;
    throw error;
  }
}

const sayUnreadable = (count: number, frames: readonly Picture[]): string[] =>
  count === 0 ? [] : [`${count} of ${frames.length} pictures of the screen cannot be opened; they have no text`];

/** A recording in which nobody speaks has no language, and most screens have some English. */
function sayLanguage({ language }: Recording, { isFitting, fetchable }: ChosenReader): string[] {
  if (isFitting || language === 'und') return [];
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  const hint = fetchable ? `: \`mirror models pull ${fetchable}\` fetches one` : '';
  return [`the screens were read as English, for no reader of ${name} is here${hint}`];
}
