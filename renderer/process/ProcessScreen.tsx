// One process: its numbers above, map, findings or recordings below, what is selected at the right.
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { useUndoKeys } from '../corrections/use-undo-keys.ts';
import { FindingsTab } from '../findings/FindingsTab.tsx';
import { capitalize } from '../format.ts';
import { MapTab } from '../map/MapTab.tsx';
import { buildMapModel } from '../map/map-model.ts';
import { Panel } from '../panel/Panel.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { type FindingKind, findingsPath, mapPath, readSelection, type Selection } from '../route.ts';
import { useFetchAhead } from '../use-fetch-ahead.ts';
import { useProcess } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import { ProcessHeader } from './ProcessHeader.tsx';
import { ProcessLoading } from './ProcessLoading.tsx';
import styles from './ProcessScreen.module.css';
import { ProcessContext, type ProcessScope } from './process-context.ts';
import { RecordingsTab } from './RecordingsTab.tsx';
import { useFollowed } from './use-followed.ts';

const QuestionsTab = lazy(() => import('../questions/QuestionsTab.tsx'));
const PerformanceTab = lazy(() => import('../performance/PerformanceTab.tsx'));
const CompareTab = lazy(() => import('../compare/CompareTab.tsx'));
const CorrectionsTab = lazy(() => import('../corrections/CorrectionsTab.tsx'));
const loadPlayerDrawer = () => import('../player/PlayerDrawer.tsx');
const PlayerDrawer = lazy(loadPlayerDrawer);

export type ProcessTab = 'map' | 'findings' | 'recordings' | 'questions' | 'performance' | 'compare' | 'corrections';

/** These need the room, and select nothing. */
const isWide = (tab: ProcessTab): boolean => tab !== 'map' && tab !== 'findings';

interface Props {
  readonly processId: ProcessId;
  readonly tab: ProcessTab;
  readonly kind?: FindingKind;
  /** The part of the address that names what is selected. */
  readonly selectionText?: string;
}

export default function ProcessScreen({ processId, tab, kind = 'bottlenecks', selectionText }: Props) {
  const selection = useMemo(() => readSelection(selectionText), [selectionText]);
  const process = useProcess(processId);
  if (process.data) return <Full key={processId} view={process.data} tab={tab} kind={kind} selection={selection} />;
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: 'Process' }]} />
      {process.error ? (
        <ProblemNote error={process.error} onRetry={() => void process.refetch()} />
      ) : (
        <ProcessLoading />
      )}
    </>
  );
}

interface FullProps {
  readonly view: ProcessView;
  readonly tab: ProcessTab;
  readonly kind: FindingKind;
  readonly selection: Selection | undefined;
}

function Full({ view, tab, kind, selection: asked }: FullProps) {
  const [, navigate] = useLocation();
  const { selection, origin } = useFollowed(view, asked, (moved) =>
    navigate(pathOf(view.process.id, tab, kind, moved), { replace: true }),
  );
  const scope = useScopeOf(view, { tab, kind, selection });
  const { moment, reset } = useView((state) => state);
  useUndoKeys(view.process.id);
  useEffect(() => reset, [reset]);
  useFetchAhead(loadPlayerDrawer);
  return (
    <ProcessContext value={scope}>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: capitalize(view.process.name) }]} />
      <div className={styles.screen}>
        <ProcessHeader view={view} tab={tab} kind={kind} />
        <div className={styles.body} data-has-panel={!isWide(tab)}>
          <div className={styles.main}>
            <div className={styles.content}>
              {tab === 'map' && (
                <MapTab view={view} model={scope.model} selection={selection} onSelect={scope.select} />
              )}
              {tab === 'findings' && <FindingsTab view={view} kind={kind} />}
              {tab === 'recordings' && <RecordingsTab view={view} />}
              {tab === 'questions' && (
                <Suspense fallback={<ScreenSkeleton label="Loading questions" />}>
                  <QuestionsTab view={view} />
                </Suspense>
              )}
              {tab === 'performance' && (
                <Suspense fallback={<ScreenSkeleton label="Loading performance" />}>
                  <PerformanceTab view={view} />
                </Suspense>
              )}
              {tab === 'compare' && (
                <Suspense fallback={<ScreenSkeleton label="Loading comparison" />}>
                  <CompareTab view={view} />
                </Suspense>
              )}
              {tab === 'corrections' && (
                <Suspense fallback={<ScreenSkeleton label="Loading corrections" />}>
                  <CorrectionsTab view={view} />
                </Suspense>
              )}
            </div>
            {moment && (
              <Suspense fallback={null}>
                <PlayerDrawer moment={moment} />
              </Suspense>
            )}
          </div>
          {!isWide(tab) && <Panel key={origin ?? 'overview'} />}
        </div>
      </div>
    </ProcessContext>
  );
}

function useScopeOf(
  view: ProcessView,
  { tab, kind, selection }: { tab: ProcessTab; kind: FindingKind; selection: Selection | undefined },
): ProcessScope {
  const [, navigate] = useLocation();
  const model = useMemo(() => buildMapModel(view), [view]);
  const processId = view.process.id;
  return useMemo(
    () => ({
      view,
      model,
      selection,
      // Walking over the map must not fill the way back with every step; but from the first thing opened, the way back
      // leads to the list or the map it was opened on.
      select: (next) => navigate(pathOf(processId, tab, kind, next), { replace: selection !== undefined }),
      showOnMap: (next) => navigate(mapPath(processId, next)),
    }),
    [view, model, selection, tab, kind, processId, navigate],
  );
}

const pathOf = (processId: ProcessId, tab: ProcessTab, kind: FindingKind, selection: Selection | undefined): string =>
  tab === 'findings' ? findingsPath(processId, kind, selection) : mapPath(processId, selection);
