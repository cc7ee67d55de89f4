// In: where a person wants a model from. Out: that place, or a refusal.
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { HUBS } from '../../../models/hubs.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { ModelEntry, ModelFile } from '../../domain/models.ts';

export type ModelSource =
  | { readonly kind: 'folder'; readonly folder: string; readonly title: string }
  | {
      readonly kind: 'web';
      /** As the hub writes its own. */
      readonly base: string;
      readonly hosts: readonly string[];
      readonly title: string;
    };

/**
 * `hub`, the address of a mirror that lays its files out as the hub does, or the absolute path of a folder.
 * @throws models/bad-source
 */
export function readSource(from: string, { origin }: ModelEntry): ModelSource {
  const hub = HUBS[origin.hub];
  if (from === 'hub') return openWeb(new URL(hub.base), hub.sendsTo);
  const url = /^https?:\/\//.test(from) ? URL.parse(from) : null;
  if (url !== null) return openWeb(url, hub.sendsTo);
  if (isAbsolute(from) && statSync(from, { throwIfNoEntry: false })?.isDirectory())
    return { kind: 'folder', folder: from, title: from };
  throw new MirrorError('models/bad-source', { data: { from } });
}

/** A mirror may send on to where the hub keeps its large files, and nowhere else. */
function openWeb({ origin, pathname, host }: URL, sendsTo: readonly string[]): ModelSource {
  return { kind: 'web', base: `${origin}${pathname.replace(/\/$/, '')}`, hosts: [host, ...sendsTo], title: host };
}

export const addressOf = (base: string, { origin }: ModelEntry, file: ModelFile): string =>
  `${base}/${HUBS[origin.hub].place(origin, file)}`;
