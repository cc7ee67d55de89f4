// What an answer's citations lead to, on the screen that the panel stands beside.
import { createContext, useContext } from 'react';
import type { ProcessView } from '../../src/domain/views.ts';
import type { Selection } from '../route.ts';
import type { Moment } from '../view-store.ts';

export interface Evidence {
  /** Undefined while it is on the way. */
  readonly view: ProcessView | undefined;
  play(moment: Omit<Moment, 'nonce'>): void;
  showOnMap(selection: Selection): void;
}

export const EvidenceContext = createContext<Evidence | undefined>(undefined);

export function useEvidence(): Evidence {
  const evidence = useContext(EvidenceContext);
  if (!evidence) throw new Error('EvidenceContext is missing above this component.');
  return evidence;
}
