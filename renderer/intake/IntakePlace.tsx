// Files may be dropped anywhere on the window; what is under way shows itself in a dialog, its code fetched when needed.
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useLocation } from 'wouter';
import type { ProcessId } from '../../src/domain/ids.ts';
import { Icon } from '../parts/Icon.tsx';
import { useFetchAhead } from '../use-fetch-ahead.ts';
import { useConnection } from '../use-mirror.ts';
import { collectDropped } from './collect-files.ts';
import styles from './IntakePlace.module.css';
import { IntakeContext } from './intake-context.ts';
import { createIntakeModel, type IntakeModel } from './intake-store.ts';

const loadDialog = () => import('./IntakeDialog.tsx');
const IntakeDialog = lazy(loadDialog);

export function IntakePlace({ children }: { readonly children: ReactNode }) {
  const connection = useConnection();
  const intake = useMemo(() => createIntakeModel(() => connection.read().client), [connection]);
  const isActive = useStore(intake.state, ({ stage }) => stage !== 'idle');
  const isOver = useDrop(intake, useProcessOnScreen());
  useFetchAhead(loadDialog);
  return (
    <IntakeContext value={intake}>
      {children}
      {isOver && !isActive && <DropVeil />}
      {isActive && (
        <Suspense fallback={null}>
          <IntakeDialog />
        </Suspense>
      )}
    </IntakeContext>
  );
}

/** Whatever is dropped on a screen of a process is meant for that process. */
function useProcessOnScreen(): ProcessId | undefined {
  const [path] = useLocation();
  const id = /^\/process\/([^/]+)/.exec(path)?.[1];
  // The address was written by this app; an id that names nothing is asked for anew.
  return id === undefined ? undefined : (decodeURIComponent(id) as ProcessId);
}

/** Whether files are held over the window. Without this a browser would open what is dropped, in place of Mirror. */
function useDrop(intake: IntakeModel, processId: ProcessId | undefined): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Only out of the window: from one element to the next there is always another one entered.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      const { dataTransfer } = event;
      if (!hasFiles(event) || dataTransfer === null) return;
      event.preventDefault();
      intake.begin((found) => collectDropped(dataTransfer, found), processId);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [intake, processId]);
  return isOver;
}

function DropVeil() {
  return (
    <div className={styles.veil}>
      <div className={styles.words}>
        <Icon name="plus" size={28} />
        <p className={styles.title}>Drop to add</p>
        <p>Recordings, documents, event logs or a whole folder. Nothing is taken in before you have looked at it.</p>
      </div>
    </div>
  );
}
