// What a model is, in words for somebody who has to choose.
import type { ModelStatus } from '../../src/domain/models.ts';
import { saySize } from '../intake/say-size.ts';

export function sayState({ state, hasEngine, hereBytes, sizeBytes }: ModelStatus): string {
  if (state === 'installed') return hasEngine ? 'here' : 'here, and waits for its engine';
  if (state === 'partial') return `${saySize(hereBytes)} of ${saySize(sizeBytes)} are here`;
  if (state === 'damaged') return 'not whole';
  return hasEngine ? 'not here' : 'this version has no engine for it';
}

/** "English", "Dutch and German", "many languages". */
export function sayLanguages(codes: readonly string[]): string {
  if (codes.includes('many')) return 'many languages';
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return new Intl.ListFormat('en').format(codes.map((code) => names.of(code) ?? code));
}

/** Size, memory and licence, and what runs it. */
export const describeModel = ({ model, sizeBytes }: ModelStatus): string[] => [
  saySize(sizeBytes),
  `about ${saySize(model.memoryBytes)} of memory`,
  model.licence,
  model.engine,
];
