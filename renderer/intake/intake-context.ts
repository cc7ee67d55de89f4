// What every place that takes files shares: the one intake of this window.
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { IntakeModel, IntakeState } from './intake-store.ts';

export const IntakeContext = createContext<IntakeModel | undefined>(undefined);

export function useIntake(): IntakeModel {
  const intake = useContext(IntakeContext);
  if (!intake) throw new Error('IntakeContext is missing above this component.');
  return intake;
}

export const useIntakeState = (): IntakeState => useStore(useIntake().state);
