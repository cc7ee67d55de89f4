// Which files of a workspace are sealed, by what they are bound to their place, and under which name they lie there.
import { createHmac, hkdfSync } from 'node:crypto';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';

/** Everything else (the database, which seals itself, and exports, which are for others) is as it is. */
const SEALED: readonly string[] = [
  'media',
  'artifacts',
  'live',
  '.incoming',
  '.sound',
  'egress.jsonl',
  'egress.jsonl.head',
];

/** Where files lie under the names that people gave them; all others have names of Mirror's own. */
const NAMED_BY_PEOPLE = '.incoming';

export interface SealedPlace {
  /** From the workspace on, parted by `/`: what the file is bound to. */
  readonly name: string;
  /** Where it lies. */
  readonly path: string;
}

/** Answers the place of a file that is sealed; undefined for one that is not. */
export function createPlaces(root: string, key: Uint8Array): (path: string) => SealedPlace | undefined {
  const nameKey = Buffer.from(hkdfSync('sha256', key, '', 'mirror/files/1/names', 32));
  return (path) => {
    const inside = relative(root, path);
    const [first = ''] = inside.split(sep);
    if (isAbsolute(inside) || !SEALED.includes(first)) return undefined;
    const name = inside.split(sep).join('/');
    if (first !== NAMED_BY_PEOPLE) return { name, path };
    const hidden = createHmac('sha256', nameKey).update(basename(path)).digest('hex').slice(0, 32);
    return { name, path: join(dirname(path), hidden) };
  };
}

/** Makes what a file is refused with, in the one line that a person is told. */
export type Refuse = (detail: string) => MirrorError;

export const refusal =
  ({ name }: SealedPlace): Refuse =>
  (detail) =>
    new MirrorError('file/changed-outside', { data: { file: name, detail } });
