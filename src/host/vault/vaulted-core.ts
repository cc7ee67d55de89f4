// In: a workspace, sealed or not, and a door that stays open. Out: its core, which is there while the workspace is
// unlocked, behind one API that is always there: without a core it answers of the vault alone.
import { createRouterClient } from '@orpc/server';
import type { MirrorClient } from '../../api/client.ts';
import { router } from '../../api/router.ts';
import type { Services } from '../../api/services.ts';
import type { ApiContext } from '../../api/translated.ts';
import type { VaultService } from '../../api/vault-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { MovedVault } from '../../domain/vault.ts';
import type { Progress } from '../../domain/progress.ts';
import { type Core, type CoreOptions, createCore, reportToStderr } from '../core.ts';
import { createOffThread } from '../off-thread/pool.ts';
import { holdWorkspace, isNewWorkspace } from './hold-workspace.ts';
import { makeVault, type NewVault, summarise } from './keyring.ts';
import { type Move, moveWorkspace } from './move.ts';
import { createSlotService } from './slot-service.ts';
import { unwrapWithKeystore, unwrapWithSecret, type ScryptCost, type VaultKeystore } from './slots.ts';
import { requireKey } from './still-vault.ts';
import { findVault, writeVault } from './vault-file.ts';
import type { WorkspaceKey } from './workspace-key.ts';

export interface VaultedOptions extends Omit<CoreOptions, 'unlock' | 'held' | 'vault'> {
  readonly keystore?: VaultKeystore | undefined;
  /** Whether a workspace that is not there yet is sealed: by the keystore, or else by a passphrase the window asks for. */
  readonly sealNew?: boolean;
  /** A passphrase or recovery key that is at hand, such as from the environment. */
  readonly secret?: string | undefined;
  /** For tests. */
  readonly passphraseCost?: ScryptCost;
  /** Called each time a core has been opened, and waited for. */
  readonly whenOpened?: (core: Core) => Promise<void> | void;
}

export interface VaultedCore {
  /** The workspace's folder. */
  readonly folder: string;
  readonly context: ApiContext;
  readonly client: MirrorClient;
  /** The core of this moment. @throws vault/locked, vault/moving */
  core(): Core;
  close(): Promise<void>;
}

/**
 * Holds the workspace's lock until it is closed, whether the workspace is open or locked.
 * @throws as createCore, but for a locked vault, which is no failure here; vault/wrong-key for a wrong `secret`
 */
export async function openVaultedCore(options: VaultedOptions): Promise<VaultedCore> {
  const held = holdWorkspace(options.workspace);
  const vaulted = new Vaulted(options, held);
  try {
    await vaulted.begin();
    return vaulted;
  } catch (error) {
    await vaulted.close();
    throw error;
  }
}

type Held = ReturnType<typeof holdWorkspace>;

class Vaulted implements VaultedCore {
  readonly folder: string;
  readonly context: ApiContext;
  readonly client: MirrorClient;
  readonly #options: VaultedOptions;
  readonly #held: Held;
  readonly #offThread;
  readonly #vault: VaultService;
  #door: 'open' | 'locked' | 'unmade' | 'moving' = 'locked';
  #core: Core | undefined;
  #key: WorkspaceKey | undefined;

  constructor(options: VaultedOptions, held: Held) {
    this.#options = options;
    this.#held = held;
    this.#offThread = options.offThread ?? createOffThread();
    this.folder = held.path;
    this.#vault = this.#createService();
    this.context = {
      services: this.#createServices(),
      namesFiles: true,
      reportBug: options.reportBug ?? reportToStderr,
    };
    this.client = createRouterClient(router, { context: this.context });
  }

  core(): Core {
    if (this.#core !== undefined) return this.#core;
    throw new MirrorError(this.#door === 'moving' ? 'vault/moving' : 'vault/locked');
  }

  async begin(): Promise<void> {
    const { keystore, sealNew = false, secret } = this.#options;
    if (isNewWorkspace(this.folder) && sealNew) {
      if (keystore === undefined) this.#door = 'unmade';
      else await this.#make(true, null);
      return;
    }
    const vault = findVault(this.folder);
    if (vault === undefined) return this.#open(undefined);
    if (secret !== undefined) return this.#open(await unwrapWithSecret(vault, secret));
    const key = keystore && (await unwrapWithKeystore(vault, keystore).catch(askInstead));
    if (key !== undefined) await this.#open(key);
  }

  async close(): Promise<void> {
    const key = this.#key;
    await this.#closeCore();
    key?.fill(0);
    if (this.#options.offThread === undefined) await this.#offThread.close();
    this.#held.release();
  }

  async #open(key: WorkspaceKey | undefined): Promise<void> {
    this.#core = await createCore({
      ...this.#options,
      offThread: this.#offThread,
      // The lock outlives the core: a workspace that is locked, or being moved, is nobody else's.
      held: { path: this.folder, release: () => {} },
      unlock: () => Promise.resolve(requireKey(key)),
    });
    this.#key = key;
    this.#door = 'open';
    await this.#options.whenOpened?.(this.#core);
  }

  async #closeCore(): Promise<void> {
    const core = this.#core;
    this.#core = undefined;
    await core?.close();
    this.#key = undefined;
  }

  /** What is not of the vault is the open core's, whichever that is when it is asked. */
  #createServices(): Services {
    const find = (_: unknown, name: string | symbol): unknown =>
      name === 'vault' ? this.#vault : Reflect.get(this.core().context.services, name);
    return new Proxy<Services>(Object.create(null), { get: find }); // every member is found above
  }

  #createService(): VaultService {
    const { keystore, nowMs = Date.now, passphraseCost: cost } = this.#options;
    return {
      ...createSlotService({
        folder: this.folder,
        key: () => (this.core(), requireKey(this.#key)),
        keystore,
        clock: { nowMs },
        cost,
      }),
      state: () => ({
        door: this.#door,
        form: findVault(this.folder) === undefined ? 'plain' : 'sealed',
        slots: summarise(findVault(this.folder)),
        keystore: keystore?.name ?? null,
        canMove: true,
      }),
      unlock: (secret) => this.#unlock(secret),
      lock: () => this.#lock(),
      make: ({ isSealed, passphrase }) => this.#make(isSealed, passphrase),
      seal: (passphrase, signal) => this.#seal(passphrase, signal),
      unseal: (signal) => this.#unseal(signal),
    };
  }

  async #unlock(secret: string): Promise<void> {
    const vault = findVault(this.folder);
    if (this.#door !== 'locked' || vault === undefined) return;
    const key = await unwrapWithSecret(vault, secret);
    // Somebody else may have been quicker.
    if (this.#door === 'locked') await this.#during('locked', () => this.#open(key));
  }

  async #lock(): Promise<void> {
    const key = (this.core(), requireKey(this.#key));
    await this.#requireQuiet();
    await this.#closeCore();
    key.fill(0);
    this.#door = 'locked';
  }

  async #make(isSealed: boolean, passphrase: string | null): Promise<MovedVault> {
    if (!isNewWorkspace(this.folder)) throw new MirrorError('vault/already', { data: { form: 'there' } });
    if (!isSealed) {
      await this.#during('unmade', () => this.#open(undefined));
      return { recoveryKey: null };
    }
    const made = await this.#makeVault(passphrase);
    writeVault(this.folder, made.vault);
    await this.#during('locked', () => this.#open(made.key));
    return { recoveryKey: made.recoveryKey };
  }

  async *#seal(passphrase: string | null, signal?: AbortSignal): AsyncGenerator<Progress, MovedVault> {
    if (this.core() && this.#key !== undefined) throw new MirrorError('vault/already', { data: { form: 'sealed' } });
    const { recoveryKey, ...into } = await this.#makeVault(passphrase);
    yield* this.#move({ fromKey: undefined, into }, signal);
    return { recoveryKey };
  }

  async *#unseal(signal?: AbortSignal): AsyncGenerator<Progress, MovedVault> {
    if (this.core() && this.#key === undefined) throw new MirrorError('vault/already', { data: { form: 'plain' } });
    yield* this.#move({ fromKey: this.#key, into: undefined }, signal);
    return { recoveryKey: null };
  }

  #makeVault(passphrase: string | null): Promise<NewVault> {
    const { keystore, nowMs = Date.now, passphraseCost: cost } = this.#options;
    return makeVault({ passphrase, keystore, nowMs: nowMs(), cost });
  }

  /** Whatever comes of it, the workspace is open again afterwards, in the form that it has then. */
  async *#move(move: Move, signal?: AbortSignal): AsyncGenerator<Progress, void> {
    await this.#requireQuiet();
    await this.#closeCore();
    this.#door = 'moving';
    try {
      yield* moveWorkspace(this.folder, move, { offThread: this.#offThread, signal });
    } finally {
      this.#door = 'locked';
      const isSealed = findVault(this.folder) !== undefined;
      await this.#open(isSealed ? (move.into?.key ?? move.fromKey) : undefined);
    }
  }

  async #requireQuiet(): Promise<void> {
    const { running } = await this.core().recorder.health();
    if (running !== null) throw new MirrorError('vault/recording');
  }

  /** Meanwhile the door is `moving`, so that nobody begins a second time. */
  async #during(before: 'locked' | 'unmade', act: () => Promise<void>): Promise<void> {
    this.#door = 'moving';
    try {
      await act();
    } finally {
      if (this.#core === undefined) this.#door = before;
    }
  }
}

/** A keystore that gives no key is no end: the passphrase or the recovery key opens as well. */
function askInstead(error: unknown): undefined {
  if (error instanceof MirrorError && error.code === 'vault/keystore') return undefined;
  throw error;
}
