// Models that can write answers: what is known of each, and what they cost.
import { z } from 'zod';

/** How a server is spoken to. `in-process` is a model of this machine that Mirror runs itself. */
export const WriterDialect = z.enum(['openai-compatible', 'anthropic', 'google', 'in-process']);
export type WriterDialect = z.infer<typeof WriterDialect>;

export const WriterId = z.string().min(1).max(80).brand('WriterId');
export type WriterId = z.infer<typeof WriterId>;

/** One server has a model once, so adding it again changes it. */
export const writerIdOf = ({ url, model }: { readonly url: string; readonly model: string }): WriterId =>
  WriterId.parse(
    `${/^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? 'here'}-${model}`
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/g, '-')
      .slice(0, 80),
  );

/** Who answers: rules alone, whoever routing chooses, or one writer. */
export const WriterChoice = z.union([z.literal('none'), z.literal('auto'), WriterId]);
export type WriterChoice = z.infer<typeof WriterChoice>;

/** US dollars for a million tokens, as its maker publishes them; typed by whoever adds the writer. */
export const WriterPrice = z.object({ input: z.number().min(0), output: z.number().min(0) });

export const WriterEntry = z.object({
  id: WriterId,
  /** As people see it. */
  title: z.string().trim().min(1).max(120),
  dialect: WriterDialect,
  /** "http://127.0.0.1:11434/v1"; empty for `in-process`. */
  url: z.string().max(2000),
  /** As its server calls it. */
  model: z.string().trim().min(1).max(200),
  /** `light` ones are asked first where they do. */
  strength: z.enum(['light', 'strong']),
  price: WriterPrice.nullable(),
  /** Tokens that it can read at once: probed, or typed; null while nobody knows. */
  contextTokens: z.int().min(256).nullable(),
  /** Null until it was tried. Those that cannot are given a protocol in JSON instead. */
  callsTools: z.boolean().nullable(),
});
export type WriterEntry = z.infer<typeof WriterEntry>;

export const WriterStatus = WriterEntry.extend({
  host: z.string(),
  isBeyond: z.boolean(),
  hasKey: z.boolean(),
  /** Why it may not be asked under the policy, in words; null when it may. */
  refusal: z.string().nullable(),
  /** What the last probe found that a person should know, in words. */
  note: z.string().nullable(),
});
export type WriterStatus = z.infer<typeof WriterStatus>;

/** What routing may spend; money only ever counts for writers with a price. */
export const WriterBudget = z.object({
  perQuestionUsd: z.number().min(0).nullable(),
  perDayUsd: z.number().min(0).nullable(),
});
export type WriterBudget = z.infer<typeof WriterBudget>;
