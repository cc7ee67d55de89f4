// What stands before everything else while the workspace is locked, is being written anew, or is not there yet.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMirror } from '../use-mirror.ts';
import { MakeScreen } from './MakeScreen.tsx';
import { MovingScreen } from './MovingScreen.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import { UnlockScreen } from './UnlockScreen.tsx';

/** How soon a window hears that another one unlocked the workspace, or that it is written. */
const LOOK_AGAIN_MS = 1000;

/** Until the core has said otherwise, the workspace is open: nobody waits for a question that is nearly always no. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const vault = useQuery({
    ...useMirror().vault.state.queryOptions(),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.door === 'open' ? false : LOOK_AGAIN_MS),
  });
  // What was asked in vain while it was locked is asked again.
  const lookAgain = (): void => void queries.resetQueries();
  const door = vault.data?.door ?? 'open';
  if (door === 'locked') return <UnlockScreen onUnlocked={lookAgain} />;
  if (door === 'unmade') return <MakeScreen onMade={lookAgain} />;
  if (door === 'moving') return <MovingScreen />;
  const isUnkept = vault.data?.slots.some(({ kind, isKept }) => kind === 'recovery' && !isKept) ?? false;
  return (
    <>
      {children}
      {isUnkept && <RecoverySheet canWait />}
    </>
  );
}
