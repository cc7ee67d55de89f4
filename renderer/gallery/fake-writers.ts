// Models behind a server for the gallery: here and elsewhere, allowed and not; and the rules of what may leave.
import type { EgressPolicy } from '../../src/domain/policy.ts';
import type { WriterBudget, WriterChoice, WriterEntry, WriterId, WriterStatus } from '../../src/domain/writer.ts';

const entry = (id: string, changes: Partial<WriterEntry>): WriterEntry => ({
  id: id as WriterId, // a brand
  title: id,
  dialect: 'openai-compatible',
  url: 'http://127.0.0.1:11434/v1',
  model: id,
  strength: 'light',
  price: null,
  contextTokens: null,
  callsTools: null,
  ...changes,
});

const WRITERS: readonly WriterStatus[] = [
  {
    ...entry('qwen3:8b', { title: 'Qwen 3, 8 B', contextTokens: 32_768, callsTools: true }),
    host: '127.0.0.1:11434',
    isBeyond: false,
    hasKey: false,
    refusal: null,
    note: 'Ollama gives it 4,096 of 32,768 tokens: set OLLAMA_CONTEXT_LENGTH before it starts.',
  },
  {
    ...entry('claude-sonnet', {
      title: 'Claude Sonnet',
      dialect: 'anthropic',
      url: 'https://api.anthropic.com/v1',
      model: 'claude-sonnet-4-5',
      strength: 'strong',
      price: { input: 3, output: 15 },
      contextTokens: 200_000,
      callsTools: true,
    }),
    host: 'api.anthropic.com',
    isBeyond: true,
    hasKey: true,
    refusal: null,
    note: null,
  },
  {
    ...entry('gemini', {
      title: 'Gemini Flash',
      dialect: 'google',
      url: 'https://generativelanguage.googleapis.com/v1beta',
      model: 'gemini-2.5-flash',
      price: { input: 0.3, output: 2.5 },
    }),
    host: 'generativelanguage.googleapis.com',
    isBeyond: true,
    hasKey: false,
    refusal: 'The rules of this workspace do not name generativelanguage.googleapis.com.',
    note: null,
  },
];

const FOUND = entry('llama3.2', { title: 'Llama 3.2', contextTokens: 8192 });

export function makeFakeWriters({ isEmpty, chosen: first }: { isEmpty: boolean; chosen: WriterChoice }) {
  let writers = isEmpty ? [] : [...WRITERS];
  let chosen = first;
  let budget: WriterBudget = { perQuestionUsd: 0.1, perDayUsd: 2 };
  return {
    list: async () => ({ writers, chosen, budget, spentTodayUsd: isEmpty ? 0 : 0.1243 }),
    find: async () => [FOUND],
    save: async ({ writer }: { writer: WriterEntry }) => {
      const url = new URL(writer.url);
      const isBeyond = url.hostname !== '127.0.0.1';
      const kept = { ...writer, host: url.host, isBeyond, hasKey: isBeyond, refusal: null, note: null };
      writers = [...writers.filter(({ id }) => id !== writer.id), kept];
      return kept;
    },
    remove: async ({ writerId }: { writerId: WriterId }) => {
      writers = writers.filter(({ id }) => id !== writerId);
    },
    probe: async ({ writerId }: { writerId: WriterId }) => writers.find(({ id }) => id === writerId),
    choose: async ({ writer }: { writer: WriterChoice }) => {
      chosen = writer;
    },
    setBudget: async (next: WriterBudget) => {
      budget = next;
    },
  };
}

export const POLICY_STATES = ['nothing', 'figures', 'redacted', 'text'] as const;

const LOCAL: EgressPolicy = { release: 'nothing', receivers: [], agrees: 'asker', owner: '', changedMs: null };

export function makeFakePolicy(release: EgressPolicy['release']) {
  const open = { release, receivers: ['api.anthropic.com'], agrees: 'owner' as const, owner: 'Ilse Brandt' };
  let policy: EgressPolicy = release === 'nothing' ? LOCAL : { ...open, changedMs: Date.UTC(2026, 9, 12, 9) };
  return {
    read: async () => policy,
    set: async (next: Omit<EgressPolicy, 'changedMs'>) => (policy = { ...next, changedMs: Date.UTC(2026, 9, 14, 9) }),
  };
}
