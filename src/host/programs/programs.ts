// In: what Mirror starts beside itself, or reads from its own folder. Out: where it is, run from source and from a package.
import { fileURLToPath } from 'node:url';

/**
 * Everything that runs in a thread or a process of its own, by where its source is. The bundle of the desktop makes of
 * each a file of its name (`vite.desktop.config.ts`).
 */
export const PROGRAMS = {
  'off-thread': 'src/host/off-thread/worker.ts',
  search: 'src/host/search/search-worker.ts',
  'sound.engine': 'src/host/engines/sound.engine.ts',
  'speech.engine': 'src/host/engines/speech.engine.ts',
  'reader.engine': 'src/host/engines/reader.engine.ts',
  'embedder.engine': 'src/host/engines/embedder.engine.ts',
  'writer.engine': 'src/host/engines/writer.engine.ts',
  'input-helper': 'src/host/windows/input-helper.ts',
  terminal: 'src/cli/main.ts',
} as const satisfies Readonly<Record<string, `src/${string}.ts`>>;

export type ProgramName = keyof typeof PROGRAMS;

/** All files of a bundle lie beside each other in `dist/desktop`, and none of them ends as a source does. */
const isSource = (here: string): boolean => here.endsWith('.ts');

/** The file to give to a `Worker`, or to whoever starts a process. */
export function findProgram(name: ProgramName, here = import.meta.url): URL {
  return isSource(here) ? new URL(`../../../${PROGRAMS[name]}`, here) : new URL(`./${name}.js`, here);
}

/** A file or folder of Mirror's own, as `samples`: a package is laid out as the project is. */
export function appFile(path: string, here = import.meta.url): string {
  return fileURLToPath(new URL(isSource(here) ? `../../../${path}` : `../../${path}`, here));
}

/**
 * The same where programs other than Node read it: the archive that a package is in is a folder to Electron's Node alone,
 * and what others open lies beside it.
 */
export function unpackedAppFile(path: string, here = import.meta.url): string {
  return appFile(path, here).replace(/([/\\])app\.asar([/\\])/, '$1app.asar.unpacked$2');
}
