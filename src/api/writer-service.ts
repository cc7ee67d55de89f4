// What the door needs of models that write answers: implemented once, by the host.
import type { WriterBudget, WriterChoice, WriterEntry, WriterId, WriterStatus } from '../domain/writer.ts';

export interface WriterList {
  readonly writers: WriterStatus[];
  readonly chosen: WriterChoice;
  readonly budget: WriterBudget;
  readonly spentTodayUsd: number;
}

export interface WriterService {
  list(): WriterList;
  /** Asks the usual ports of this machine: never without a person who wants it. */
  find(signal: AbortSignal | undefined): Promise<WriterEntry[]>;
  /**
   * Adds one, or changes the one with its id. Without `key` the one there is stays; '' forgets it.
   * @throws writer/bad-entry, egress/not-encrypted
   */
  save(writer: WriterEntry, key: string | undefined): WriterStatus;
  /** @throws writer/unknown */
  remove(id: WriterId): void;
  /** @throws writer/*, egress/*, policy/refused */
  probe(id: WriterId, signal: AbortSignal | undefined): Promise<WriterStatus>;
  /** @throws writer/unknown */
  choose(choice: WriterChoice): void;
  setBudget(budget: WriterBudget): void;
}
