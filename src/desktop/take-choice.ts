// In: a page that wants to record a screen, and what a person chose. Out: the screen; undefined where that is a no.
import type { PickerKind, ScreenSource } from '../domain/desktop.ts';
import { isOurPage } from './addresses.ts';

export interface ScreenRequest {
  readonly address: string;
  readonly isMainFrame: boolean;
  /** Somebody pressed something in the page just now. */
  readonly hasGesture: boolean;
}

export interface Choice<Source> {
  readonly picker: PickerKind;
  readonly chosen: string | undefined;
  /** As the picker showed them. */
  readonly listed: readonly ScreenSource[];
  readonly found: readonly Source[];
}

/** Nothing is recorded that nobody chose: without a choice there is no first screen that would do. */
export function takeChoice<Source extends { readonly id: string }>(
  { address, isMainFrame, hasGesture }: ScreenRequest,
  { picker, chosen, listed, found }: Choice<Source>,
): Source | undefined {
  if (!isMainFrame || !hasGesture || !isOurPage(address)) return undefined;
  // One source: the one that a person gave to the portal.
  if (picker === 'portal') return found[0];
  const isOffered = listed.some(({ id, excludedBy }) => id === chosen && excludedBy === null);
  return isOffered ? found.find(({ id }) => id === chosen) : undefined;
}
