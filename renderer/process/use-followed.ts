// The selection as it is meant now: when its id is gone, what took its place is shown at once and put into the address.
import { useEffect, useState } from 'react';
import type { ProcessView } from '../../src/domain/views.ts';
import type { Selection } from '../route.ts';
import { findSuccessor, isThere } from './follow-selection.ts';

interface Known {
  readonly view: ProcessView;
  readonly selection: Selection;
  /** As this selection began; it stays while it is followed, so that its panel stays as well. */
  readonly began: Selection;
}

export interface Followed {
  readonly selection: Selection | undefined;
  readonly origin: string | undefined;
}

/** `onMoved` is called after drawing, with where the selection went. */
export function useFollowed(
  view: ProcessView,
  selection: Selection | undefined,
  onMoved: (selection: Selection) => void,
): Followed {
  const [known, setKnown] = useState<Known>();
  const isHere = selection !== undefined && isThere(view, selection);
  const isKnown = known !== undefined && selection !== undefined && known.selection.id === selection.id;
  const successor = !isHere && isKnown ? findSuccessor(known.view, view, selection) : undefined;
  const returned = isHere && isKnown ? findReturned(known, view) : undefined;
  if (isHere && !returned && (!isKnown || known.view !== view)) {
    const cameFrom = known && !isKnown && !isThere(view, known.selection) ? known : undefined;
    const isFollowed = cameFrom && findSuccessor(cameFrom.view, view, cameFrom.selection)?.id === selection.id;
    const began = known && (isKnown || isFollowed) ? known.began : selection;
    setKnown({ view, selection, began });
  }
  const moved = successor ?? returned;
  useEffect(() => {
    if (moved) onMoved(moved);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each place it went to
  }, [moved?.id]);
  const shown = moved ?? selection;
  return { selection: shown, origin: successor || (isKnown && isHere) ? known?.began.id : shown?.id };
}

/** What was selected first is there again: two that were put together are taken apart, and this was the one meant. */
export const findReturned = ({ view: before, selection, began }: Known, view: ProcessView): Selection | undefined =>
  began.id !== selection.id && !isThere(before, began) && isThere(view, began) ? began : undefined;
