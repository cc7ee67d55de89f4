// Where everything meets: a workspace is opened and the services of the door are put together. Nothing is composed elsewhere.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { backupDatabase } from '../../db/backup.ts';
import type { MirrorDatabase } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { createStore } from '../../db/store.ts';
import type { MirrorClient } from '../api/client.ts';
import { router } from '../api/router.ts';
import type { ApiContext } from '../api/translated.ts';
import type { Change, Services } from '../api/services.ts';
import { createHub } from '../lib/signal-hub.ts';
import { createIngest, type IngestOptions } from './ingest/ingest.ts';
import { STAGES } from './ingest/stages.ts';
import { createAgents } from './agents/agents.ts';
import { type AgentSessions, createAgentSessions } from './agents/sessions.ts';
import { createAsking } from './ask/ask.ts';
import { createChat } from './chat/chat.ts';
import { createDetached } from './detached.ts';
import { ledgerOf } from './egress/copy-ledger.ts';
import { createEgress, type EgressOptions } from './egress/gate.ts';
import { createLedger } from './egress/ledger.ts';
import type { Host } from './host.ts';
import { finishRemovals } from './housekeeping.ts';
import type { SoundMethods } from './engines/sound.engine.ts';
import { createSpeechEngines } from './engines/speech-engines.ts';
import { createScreenReaders } from './engines/screen-readers.ts';
import { startEngine } from './engines/start-engine.ts';
import type { StartProcess } from './engines/start-process.ts';
import { createFileSlots, defaultKeysFile } from './keys/file-slots.ts';
import { createKeyStore, type KeySlots } from './keys/key-store.ts';
import { dropSound } from './media/sound.ts';
import { createFfmpegFinder } from './media/find-ffmpeg.ts';
import { createMediaReader } from './media.ts';
import { type ModelServiceOptions } from './models/model-service.ts';
import { defaultModelsFolder, openModelsFolder } from './models/models-folder.ts';
import { createOffThread, type OffThread } from './off-thread/pool.ts';
import { requireOutside } from './outside.ts';
import { readPolicy } from './policy/policy-service.ts';
import { findProgram } from './programs/programs.ts';
import { createRecorder, type Recorder, type RecorderOptions } from './recorder/recorder.ts';
import { finishAll, finishProcess, resumeUnfinished } from './resume.ts';
import { type FoundAhead, lookAhead } from './redaction/found-ahead.ts';
import { listNames } from './redaction/list-names.ts';
import { openCleaner } from './redaction/open-cleaner.ts';
import { redactBeforeSaving } from './redaction/redacting-store.ts';
import { createSearch } from './search/search-service.ts';
import { searchWhole } from './search/search-whole.ts';
import { findKey } from './vault/find-key.ts';
import { type HeldWorkspace, holdWorkspace } from './vault/hold-workspace.ts';
import { createStillVault } from './vault/still-vault.ts';
import { findVault, printVault, type Vault } from './vault/vault-file.ts';
import { deriveKey, type WorkspaceKey } from './vault/workspace-key.ts';
import { findWindowSource } from './windows/find-window-source.ts';
import { clearIncoming, openWorkspace, type Workspace } from './workspace.ts';
import { createServices } from './create-services.ts';
import { createLocalWriters } from './writers/local-writers.ts';
import { createWriters } from './writers/writer-service.ts';

export interface CoreOptions {
  readonly workspace: string;
  readonly door: 'desktop' | 'web' | 'terminal';
  readonly nowMs?: () => number;
  readonly reportBug?: (error: unknown, reference: string) => void;
  /** The worker for heavy work, of whoever opens many cores; it stays open. Otherwise the core has one of its own. */
  readonly offThread?: OffThread;
  /** Where models are kept, if not where this system keeps such things. */
  readonly models?: string;
  /** Where keys of model servers lie: the system's keystore, if whoever opens the core has one; a file otherwise. */
  readonly keys?: KeySlots;
  /** How processes of ours are started; as children of this one where nobody said. */
  readonly startProcess?: StartProcess;
  /** For tests and benches. */
  readonly recorder?: Partial<RecorderOptions>;
  readonly ingest?: Partial<IngestOptions>;
  /** Whether what takes long is worked off in the background; otherwise in every door that stays open. */
  readonly worksInBackground?: boolean;
  readonly egress?: Partial<Pick<EgressOptions, 'patienceMs' | 'env' | 'ca'>> & Pick<ModelServiceOptions, 'pausesMs'>;
  /** Of whoever opens the workspace several times while an agent is connected; its own otherwise. */
  readonly agentSessions?: AgentSessions;
  /** How the key of a sealed workspace is come by; asked for nothing where the workspace is plain. */
  readonly unlock?: (vault: Vault) => Promise<WorkspaceKey>;
  /** Of whoever holds the workspace already; it goes with the core. */
  readonly held?: HeldWorkspace;
}

/** One opened workspace. Close it: it holds the workspace's lock. */
export interface Core {
  readonly host: Host;
  readonly context: ApiContext;
  /** The typed API, in process. */
  readonly client: MirrorClient;
  readonly recorder: Recorder;
  close(): Promise<void>;
}

/** @throws workspace/not-empty, workspace/locked, workspace/damaged, workspace/newer, vault/* */
export async function createCore(options: CoreOptions): Promise<Core> {
  const held = options.held ?? holdWorkspace(options.workspace);
  let database: MirrorDatabase | undefined;
  try {
    const key = await findKey(held.path, options.unlock);
    const workspace = openWorkspace(held.path, key);
    database = openDatabase(workspace.database, { key: key && deriveKey(key, 'database'), lock: held });
    return await compose(options, { workspace, key }, database);
  } catch (error) {
    // Or its lock would stay with this process, which may well try again.
    if (database === undefined) held.release();
    else database.close();
    throw error;
  }
}

interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly key: WorkspaceKey | undefined;
}

async function compose(
  options: CoreOptions,
  { workspace, key }: OpenedWorkspace,
  database: MirrorDatabase,
): Promise<Core> {
  const { startProcess } = options;
  clearIncoming(workspace);
  const hub = createHub<Change>((a, b) => a.changed === b.changed && a.processId === b.processId);
  const found: FoundAhead = new Map();
  const store = redactBeforeSaving(createStore(database), listNames, found);
  const offThread = options.offThread ?? createOffThread();
  const reportBug = options.reportBug ?? reportToStderr;
  const modelsFolder = openModelsFolder(options.models ?? defaultModelsFolder());
  const clock = { nowMs: options.nowMs ?? Date.now };
  const keys = createKeyStore(options.keys ?? createFileSlots(defaultKeysFile()), process.env);
  const ledger = createLedger(ledgerOf(workspace.path), randomUUID, workspace.files);
  const egress = createEgress({
    ledger,
    clock,
    env: process.env,
    ...options.egress,
  });
  const host: Host = {
    workspace,
    store,
    media: createMediaReader(workspace.files),
    offThread,
    sound: startEngine<SoundMethods>(findProgram('sound.engine'), {
      name: 'The reader of sound',
      startProcess,
    }),
    ffmpeg: createFfmpegFinder(process.env),
    speech: createSpeechEngines({ models: modelsFolder, store, offThread, egress, startProcess }),
    screens: createScreenReaders({ access: workspace.files.access, models: modelsFolder, startProcess }),
    ingest: createIngest({
      stages: STAGES,
      isRecording: async () => (await recorder.health()).running !== null,
      reportBug,
      whenSettled: dropSound,
      ...options.ingest,
    }),
    search: createSearch({ store, database, models: modelsFolder, offThread, startProcess }),
    clock,
    lookAhead: (processId, texts, signal) => lookAhead({ store, offThread, found }, { processId, texts }, signal),
    asking: createAsking(),
    announce: (change) => {
      host.asking.forget(change.processId);
      hub.announce(change);
    },
  };
  const detached = createDetached();
  const backup = async (file: string): Promise<{ sizeBytes: number }> => {
    requireOutside(workspace, file);
    const vault = findVault(workspace.path);
    await backupDatabase(database, file, {
      note: vault && printVault(vault),
      copy: (...asked) => offThread.run('copySealed', asked),
    });
    return { sizeBytes: (await stat(file)).size };
  };
  await finishRemovals(host);
  await resumeUnfinished(host, (error, process) => reportBug(error, process.name));
  // After it: what the recorder saves from an earlier run is worked out on its own.
  const recorder = createRecorder(host, {
    report: reportBug,
    windows: findWindowSource({ platform: process.platform, env: process.env, startProcess }),
    whenKept: (process) => detached.start(`finish ${process.id}`, (stop) => finishProcess(host, process, stop)),
    ...options.recorder,
  });
  // What is under way at a closing door goes on at the next that stays open; a command of the terminal is gone too soon.
  const goOn = (name: string): void => {
    if (!staysOpen(options)) return;
    detached.start(name, (stop) => finishAll(host, stop, (error, process) => reportBug(error, process.name)));
  };
  // Never before the window is drawn; it listens as soon as it is.
  const drawn = Promise.withResolvers<void>();
  void Promise.race([drawn.promise, delay(LONGEST_OPENING_MS, undefined, { ref: false })]).then(() => goOn('ingest'));
  const watch: Services['watch'] = (signal) => {
    drawn.resolve();
    return hub.listen(signal);
  };
  const goesOn = staysOpen(options);
  const sessions = options.agentSessions ?? createAgentSessions();
  const agents = createAgents({ host, ledger, sessions, search: searchWhole(host, goesOn) });
  const localWriters = createLocalWriters(modelsFolder, { startProcess });
  const writers = createWriters({
    store,
    keys,
    policy: () => readPolicy(store),
    egress,
    local: localWriters,
    clock,
  });
  const chat = createChat(host, {
    offers: writers.offers,
    policy: () => readPolicy(store),
    budget: writers.budget,
    cleaner: (processId) => openCleaner(store, processId),
    newId: randomUUID,
  });
  const running = {
    watch,
    detached,
    backup,
    recorder,
    egress,
    writers: writers.service,
    agents,
    chat,
    vault: createStillVault(workspace.path, key, clock),
    databaseKey: database.key,
    modelsFolder,
    goOn,
    goesOn,
  };
  const services = createServices(host, { door: options.door, pausesMs: options.egress?.pausesMs }, running);
  const context: ApiContext = { services, namesFiles: true, reportBug };
  return {
    host,
    context,
    client: createRouterClient(router, { context }),
    recorder,
    close: async () => {
      await chat.close();
      await recorder.close();
      await detached.close();
      await host.sound.close();
      await localWriters.close();
      await host.speech.close();
      await host.screens.close();
      await host.search.close();
      if (options.offThread === undefined) await host.offThread.close();
      host.store.close();
    },
  };
}

/** Where no window comes, work begins without one. */
const LONGEST_OPENING_MS = 10_000;

const staysOpen = ({ worksInBackground, door }: CoreOptions): boolean => worksInBackground ?? door !== 'terminal';

export function reportToStderr(error: unknown, reference: string): void {
  console.error(`mirror: bug ${reference}:`, error);
}
