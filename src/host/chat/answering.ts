// What a conversation asks of whoever answers.
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { ChatEvent } from '../../domain/chat.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { ReleaseLevel } from '../../domain/policy.ts';
import type { WriterBudget, WriterChoice } from '../../domain/writer.ts';
import type { Writer, WriterGate } from '../../needs/writer.ts';
import type { Host } from '../host.ts';

/** A model that could be asked, and why it may not be, in words. */
export interface WriterOffer {
  readonly writer: Writer;
  readonly strength: 'light' | 'strong';
  readonly refusal: string | null;
}

export interface WriteWish {
  readonly processId: ProcessId;
  readonly question: string;
  /** Of this conversation, the oldest first. */
  readonly earlier: readonly { readonly question: string; readonly answer: WrittenAnswer }[];
  readonly choice: WriterChoice;
  readonly writers: readonly WriterOffer[];
  readonly release: ReleaseLevel;
  readonly budget: WriterBudget;
  readonly spentTodayUsd: number;
  readonly gate: WriterGate;
}

export type WriteEvent = Extract<ChatEvent, { kind: 'asking' | 'looking' | 'sentence' }>;

export type WriteAnswer = (
  host: Host,
  wish: WriteWish,
  options: {
    readonly signal: AbortSignal;
    readonly spent: (writerId: string, usd: number) => void;
    readonly clean: (text: string) => string;
  },
) => AsyncGenerator<WriteEvent, WrittenAnswer>;
