// What every part of a process's screen shares: the process, its map model, and what is selected.
import { createContext, useContext } from 'react';
import type { ProcessView } from '../../src/domain/views.ts';
import type { MapModel } from '../map/map-model.ts';
import type { Selection } from '../route.ts';

export interface ProcessScope {
  readonly view: ProcessView;
  readonly model: MapModel;
  readonly selection: Selection | undefined;
  select(selection: Selection | undefined): void;
  /** Goes to the map with this selected on it. */
  showOnMap(selection: Selection): void;
}

export const ProcessContext = createContext<ProcessScope | undefined>(undefined);

export function useScope(): ProcessScope {
  const scope = useContext(ProcessContext);
  if (!scope) throw new Error('ProcessContext is missing above this component.');
  return scope;
}
