// In: the store, the keys, the rules for what may leave. Out: models that write, as a door and a conversation see them.
import type { WriterService } from '../../api/writer-service.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { EgressPolicy } from '../../domain/policy.ts';
import {
  type WriterBudget,
  type WriterEntry,
  type WriterId,
  type WriterStatus,
  writerIdOf,
} from '../../domain/writer.ts';
import type { Clock } from '../../needs/clock.ts';
import type { Store } from '../../needs/store.ts';
import type { WriterGate } from '../../needs/writer.ts';
import type { WriterOffer } from '../ask/write-answer.ts';
import type { Egress } from '../egress/gate.ts';
import { requireAllowed } from '../egress/hosts.ts';
import { type KeyStore, keyIdOf } from '../keys/key-store.ts';
import { explainRefusal } from '../policy/explain-refusal.ts';
import { findWriters, type FindOptions } from './find-writers.ts';
import type { LocalWriters } from './local-writers.ts';
import { openWriter, type WriterParts } from './open-writer.ts';
import { placeOf } from './place-of.ts';
import { probeWriter } from './probe-writer.ts';
import { readBudget, readChoice, readNotes, writeBudget, writeChoice, writeNote } from './writer-settings.ts';

export interface WritersOptions {
  readonly store: Pick<
    Store,
    'listWriters' | 'saveWriter' | 'removeWriter' | 'spentUsd' | 'readSetting' | 'writeSetting'
  >;
  readonly keys: KeyStore;
  readonly policy: () => EgressPolicy;
  readonly egress: Pick<Egress, 'get'>;
  readonly local: LocalWriters;
  readonly clock: Clock;
  /** Where servers of this machine are looked for; for tests. */
  readonly servers?: FindOptions['servers'];
}

export interface Writers {
  readonly service: WriterService;
  /** Everybody who could answer, as things stand. */
  offers(): WriterOffer[];
  budget(): { readonly budget: WriterBudget; readonly spentTodayUsd: number };
}

export function createWriters(options: WritersOptions): Writers {
  const { store, keys, local, policy } = options;
  const spentTodayUsd = (): number => store.spentUsd(beginDay(options.clock.nowMs()));
  const describe = (entry: WriterEntry): WriterStatus => describeWriter(entry, options);
  return {
    offers: () =>
      store.listWriters().map((entry) => ({
        writer: openWriter(entry, partsFor(entry, options)),
        strength: entry.strength,
        refusal: explainRefusal(policy(), placeOf(entry)),
      })),
    budget: () => ({ budget: readBudget(store), spentTodayUsd: spentTodayUsd() }),
    service: {
      list: () => ({
        writers: store.listWriters().map(describe),
        chosen: readChoice(store),
        budget: readBudget(store),
        spentTodayUsd: spentTodayUsd(),
      }),
      find: async (signal) => [
        ...local.list().map(toLocalEntry),
        ...(await findWriters(options.egress, { signal: signal ?? NEVER, servers: options.servers })),
      ],
      save: (entry, key) => {
        requirePlace(entry);
        const before = store.listWriters().find(({ id }) => id === entry.id);
        // A key belongs to the server it was typed for.
        if (before && keyIdOf(before) !== keyIdOf(entry)) keys.forget(keyIdOf(before));
        if (key?.trim() === '') keys.forget(keyIdOf(entry));
        else if (key !== undefined) keys.write(keyIdOf(entry), key.trim());
        store.saveWriter(entry);
        if (before && !isSamePlace(before, entry)) writeNote(store, entry.id, null);
        return describe(entry);
      },
      remove: (id) => {
        const entry = getWriter(store, id);
        keys.forget(keyIdOf(entry));
        store.removeWriter(id);
        writeNote(store, id, null);
        if (readChoice(store) === id) writeChoice(store, 'auto');
      },
      probe: async (id, signal) => {
        const entry = getWriter(store, id);
        const gate = gateFor(policy);
        const probed = await probeWriter(entry, { ...partsFor(entry, options), gate, signal: signal ?? NEVER });
        // It takes a while: whoever has removed it or set it up anew meanwhile knows better.
        const now = getWriter(store, id);
        if (!isSamePlace(now, entry)) return describe(now);
        const { callsTools, contextTokens } = probed.entry;
        store.saveWriter({ ...now, callsTools, contextTokens });
        writeNote(store, id, probed.note);
        return describe({ ...now, callsTools, contextTokens });
      },
      choose: (choice) => {
        if (choice !== 'none' && choice !== 'auto') getWriter(store, choice);
        writeChoice(store, choice);
      },
      setBudget: (budget) => writeBudget(store, budget),
    },
  };
}

const NEVER = new AbortController().signal;

const partsFor = (entry: WriterEntry, { egress, local, keys }: WritersOptions): WriterParts => ({
  egress,
  local,
  readKey: () => keys.read(keyIdOf(entry)),
});

function describeWriter(entry: WriterEntry, { store, keys, policy }: WritersOptions): WriterStatus {
  const place = placeOf(entry);
  return {
    ...entry,
    ...place,
    hasKey: keys.has(keyIdOf(entry)),
    refusal: explainRefusal(policy(), place),
    note: readNotes(store)[entry.id] ?? null,
  };
}

/** What was found of one is true of the other. */
const isSamePlace = (one: WriterEntry, other: WriterEntry): boolean =>
  one.url === other.url && one.model === other.model && one.dialect === other.dialect;

function getWriter(store: WritersOptions['store'], id: WriterId): WriterEntry {
  const found = store.listWriters().find((entry) => entry.id === id);
  if (found === undefined) throw new MirrorError('writer/unknown', { data: { id } });
  return found;
}

/** @throws writer/bad-entry, egress/not-encrypted */
function requirePlace(entry: WriterEntry): void {
  const { host } = placeOf(entry);
  if (entry.dialect !== 'in-process') requireAllowed(new URL(entry.url), [host]);
}

/**
 * What a probe sends holds nothing of the workspace and is the same for everybody (`PROBE`), so whoever asks for it
 * agrees to it; to whom anything may be sent is the rules' to say all the same.
 */
const gateFor = (policy: () => EgressPolicy): WriterGate => ({
  pass: async ({ host, isBeyond }) => {
    const reason = explainRefusal(policy(), { host, isBeyond });
    if (reason !== null) throw new MirrorError('policy/refused', { data: { host, reason } });
    return { agreedBy: isBeyond ? 'whoever tried it out' : null };
  },
  sent: () => {},
});

const toLocalEntry = ({ id, title }: { readonly id: string; readonly title: string }): WriterEntry => ({
  id: writerIdOf({ url: '', model: id }),
  title: `${title} (in Mirror)`,
  dialect: 'in-process',
  url: '',
  model: id,
  strength: 'light',
  price: null,
  contextTokens: null,
  callsTools: false,
});

/** Of this machine's day. */
const beginDay = (nowMs: number): number => new Date(nowMs).setHours(0, 0, 0, 0);
