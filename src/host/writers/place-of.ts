// In: where a writer is said to be. Out: its host, and whether that is beyond this machine.
import { MirrorError } from '../../domain/errors.ts';
import type { WriterEntry } from '../../domain/writer.ts';
import { isLoopback } from '../egress/hosts.ts';

export interface Place {
  /** With its port where that is unusual. */
  readonly host: string;
  readonly isBeyond: boolean;
}

/** @throws writer/bad-entry for an address that is none or holds a key, and for a model that only seems to be here */
export function placeOf({ dialect, url, model }: Pick<WriterEntry, 'dialect' | 'url' | 'model'>): Place {
  if (dialect === 'in-process') return { host: 'in Mirror', isBeyond: false };
  const place = URL.parse(url);
  if (place === null || !['http:', 'https:'].includes(place.protocol)) throw bad(`"${url}" is no address of a server`);
  if (place.username !== '' || place.password !== '') throw bad('A key does not belong into the address');
  if (place.search !== '' || place.hash !== '') throw bad('The address of a model ends before a "?" or a "#"');
  if (isLoopback(place) && isPassedOn(model))
    throw bad(`${model} runs at ollama.com: give https://ollama.com/v1 as its address`);
  return { host: place.host, isBeyond: !isLoopback(place) };
}

/** Ollama passes what is asked of these on to ollama.com: it would leave the machine although the server is on it. */
export const isPassedOn = (model: string): boolean => /[-:]cloud$/.test(model);

const bad = (detail: string): MirrorError => new MirrorError('writer/bad-entry', { data: { detail } });
