// In: the usual ports of model servers on this machine. Out: the models behind them. Asked only when a person wants it.
import { z } from 'zod';
import { MirrorError } from '../../domain/errors.ts';
import { WRITER_PRESETS, type WriterPreset } from '../../domain/writer-presets.ts';
import { type WriterEntry, writerIdOf } from '../../domain/writer.ts';
import type { Egress } from '../egress/gate.ts';
import { isLoopback } from '../egress/hosts.ts';
import { readAnswer } from './ask-page.ts';
import { isPassedOn } from './place-of.ts';

/** A server of this machine that has nothing to work out answers at once; one that listens and is silent is another. */
const PATIENCE_MS = 1500;

export interface FindOptions {
  readonly signal: AbortSignal;
  /** Where to look, if not at the usual ports. */
  readonly servers?: readonly WriterPreset[];
}

/** In the order of the presets; of each server those that can write. */
export async function findWriters(
  egress: Pick<Egress, 'get'>,
  { signal, servers = HERE }: FindOptions,
): Promise<WriterEntry[]> {
  const found = await Promise.all(servers.map((server) => lookInto(server, egress, signal)));
  return found.flat();
}

const HERE = WRITER_PRESETS.filter(({ url }) => {
  const place = URL.parse(url);
  return place !== null && isLoopback(place);
});

async function lookInto(
  server: WriterPreset,
  egress: Pick<Egress, 'get'>,
  signal: AbortSignal,
): Promise<WriterEntry[]> {
  const { host } = new URL(server.url);
  const wish = { url: `${server.url}/models`, purpose: 'looking for models', hosts: [host], patienceMs: PATIENCE_MS };
  try {
    const models = Models.safeParse(await readAnswer(await egress.get(wish, { signal }))).data?.data ?? [];
    return models
      .map(({ id }) => id)
      .filter(canWrite)
      .map((model) => toEntry(server, model));
  } catch (error) {
    signal.throwIfAborted();
    // Nobody is there, or somebody who speaks otherwise: that is what was asked.
    if (error instanceof MirrorError && error.code.startsWith('egress/')) return [];
    throw error;
  }
}

const Models = z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })) });

/** By their names: lists say nothing of what a model is for. What only seems to run here is no model of this machine. */
const canWrite = (model: string): boolean =>
  !/embed|rerank|whisper|\bbge\b|\btts\b|minilm|moderation|stable-diffusion/i.test(model) && !isPassedOn(model);

const toEntry = ({ url, title, dialect }: WriterPreset, model: string): WriterEntry => ({
  id: writerIdOf({ url, model }),
  title: `${model} (${title})`.slice(0, 120),
  dialect,
  url,
  model,
  strength: guessStrength(model),
  price: null,
  contextTokens: null,
  callsTools: null,
});

/** By the billions in its name; what names none is as likely as not a large one. */
export function guessStrength(model: string): WriterEntry['strength'] {
  const billions = Number(/(?:^|[-_:/\s])(\d+(?:\.\d+)?)b\b/i.exec(model)?.[1] ?? Number.NaN);
  if (Number.isFinite(billions)) return billions < 20 ? 'light' : 'strong';
  return /mini|small|flash|haiku|nano|lite|tiny/i.test(model) ? 'light' : 'strong';
}
