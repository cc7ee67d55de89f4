// The window: what every screen stands in, and which screen an address shows.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { StoreApi } from 'zustand';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { ArtifactId, ProcessId, RecordingId } from '../src/domain/ids.ts';
import type { RecorderModel } from './capture/recorder-model.ts';
import { ChatContext, type ChatState, createChatStore } from './chat/chat-store.ts';
import type { Connection } from './client.ts';
import type { DesktopModel } from './desktop/create-desktop-model.ts';
import { DesktopContext } from './desktop/desktop-context.ts';
import { DesktopPlace } from './desktop/DesktopPlace.tsx';
import { IngestPlace } from './ingest/IngestPlace.tsx';
import { IntakePlace } from './intake/IntakePlace.tsx';
import { Boundary } from './parts/Boundary.tsx';
import { NotFound } from './parts/NotFound.tsx';
import { ScreenSkeleton } from './parts/Skeleton.tsx';
import { ProcessesScreen } from './processes/ProcessesScreen.tsx';
import { RecorderContext } from './recorder/recorder-context.ts';
import { mapPath, PATTERNS, readKind } from './route.ts';
import { Shell } from './Shell.tsx';
import { useFetchAhead } from './use-fetch-ahead.ts';
import { ConnectionContext } from './use-mirror.ts';
import { VaultGate } from './vault/VaultGate.tsx';
import { createViewStore, ViewContext } from './view-store.ts';

const loadProcessScreen = () => import('./process/ProcessScreen.tsx');
const ProcessScreen = lazy(loadProcessScreen);
const RecordingScreen = lazy(() => import('./recording/RecordingScreen.tsx'));
const ModelsScreen = lazy(() => import('./models/ModelsScreen.tsx'));
const PolicyScreen = lazy(() => import('./policy/PolicyScreen.tsx'));
const LedgerScreen = lazy(() => import('./ledger/LedgerScreen.tsx'));
const EncryptionScreen = lazy(() => import('./vault/EncryptionScreen.tsx'));
const DocumentScreen = lazy(() => import('./documents/DocumentScreen.tsx'));

interface Props {
  readonly connection: Connection;
  readonly recorder: RecorderModel;
  /** The panel of questions, where it is not to begin as it was left. */
  readonly chat?: StoreApi<ChatState>;
  /** None in a browser. */
  readonly desktop?: DesktopModel | undefined;
}

export function App({ connection, recorder, chat: given, desktop }: Props) {
  const [queries] = useState(makeQueryClient);
  const [view] = useState(createViewStore);
  const [chat] = useState(() => given ?? createChatStore());
  useFetchAhead(loadProcessScreen);
  return (
    <ConnectionContext value={connection}>
      <QueryClientProvider client={queries}>
        <ViewContext value={view}>
          <ChatContext value={chat}>
            <RecorderContext value={recorder}>
              <DesktopContext value={desktop}>
                <DesktopPlace />
              </DesktopContext>
              {/* oxlint-disable-next-line react/hooks -- how wouter takes its kind of address */}
              <Router hook={useHashLocation}>
                <VaultGate>
                  <IntakePlace>
                    <IngestPlace>
                      <Shell>
                        <Boundary>
                          <Suspense fallback={<ScreenSkeleton />}>
                            <Screens />
                          </Suspense>
                        </Boundary>
                      </Shell>
                    </IngestPlace>
                  </IntakePlace>
                </VaultGate>
              </Router>
            </RecorderContext>
          </ChatContext>
        </ViewContext>
      </QueryClientProvider>
    </ConnectionContext>
  );
}

// The ids come out of addresses that this app wrote; one that names nothing is answered by a problem.
function Screens() {
  return (
    <Switch>
      <Route path={PATTERNS.processes}>
        <ProcessesScreen />
      </Route>
      <Route path={PATTERNS.map}>
        {(params) => (
          <ProcessScreen processId={params.processId as ProcessId} tab="map" selectionText={params.selection} />
        )}
      </Route>
      <Route path={PATTERNS.findings}>
        {(params) => (
          <ProcessScreen
            processId={params.processId as ProcessId}
            tab="findings"
            kind={readKind(params.kind)}
            selectionText={params.selection}
          />
        )}
      </Route>
      <Route path={PATTERNS.recordings}>
        {(params) => <ProcessScreen processId={params.processId as ProcessId} tab="recordings" />}
      </Route>
      <Route path={PATTERNS.questions}>
        {(params) => <ProcessScreen processId={params.processId as ProcessId} tab="questions" />}
      </Route>
      <Route path={PATTERNS.corrections}>
        {(params) => <ProcessScreen processId={params.processId as ProcessId} tab="corrections" />}
      </Route>
      <Route path={PATTERNS.performance}>
        {(params) => <ProcessScreen processId={params.processId as ProcessId} tab="performance" />}
      </Route>
      <Route path={PATTERNS.compare}>
        {(params) => <ProcessScreen processId={params.processId as ProcessId} tab="compare" />}
      </Route>
      <Route path={PATTERNS.process}>
        {(params) => <Redirect to={mapPath(params.processId as ProcessId)} replace />}
      </Route>
      <Route path={PATTERNS.recording}>
        {(params) => (
          <RecordingScreen
            // Another moment of it is another opening: it plays from there.
            key={`${params.recordingId} ${params.atMs ?? ''}`}
            recordingId={params.recordingId as RecordingId}
            startMs={params.atMs === undefined ? undefined : Number(params.atMs)}
          />
        )}
      </Route>
      <Route path={PATTERNS.document}>
        {(params) => (
          <DocumentScreen
            key={params.artifactId}
            artifactId={params.artifactId as ArtifactId}
            page={Math.max(1, Math.trunc(Number(params.page ?? 1)) || 1)}
          />
        )}
      </Route>
      <Route path={PATTERNS.models}>
        <ModelsScreen />
      </Route>
      <Route path={PATTERNS.policy}>
        <PolicyScreen />
      </Route>
      <Route path={PATTERNS.ledger}>
        <LedgerScreen />
      </Route>
      <Route path={PATTERNS.encryption}>
        <EncryptionScreen />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The core is on this machine: a failure is an answer, and changes are announced by `app.watch`.
      queries: { retry: false, staleTime: 60_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
