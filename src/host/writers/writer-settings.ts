// What a workspace says of models that write: which one is asked, what they may cost, what was found when they were tried.
import { z } from 'zod';
import { WriterBudget, WriterChoice, type WriterId } from '../../domain/writer.ts';
import type { Store } from '../../needs/store.ts';

type Settings = Pick<Store, 'readSetting' | 'writeSetting'>;

/** Rules alone answer what they can; a model is asked where there is one that may be asked. */
export const readChoice = (store: Settings): WriterChoice =>
  WriterChoice.safeParse(store.readSetting('writer-choice')).data ?? 'auto';

export const writeChoice = (store: Settings, choice: WriterChoice): void => store.writeSetting('writer-choice', choice);

/** Enough for some hundred questions to a large model; nobody finds a bill they did not expect. */
const FIRST_BUDGET: WriterBudget = { perQuestionUsd: 0.2, perDayUsd: 2 };

export const readBudget = (store: Settings): WriterBudget =>
  WriterBudget.safeParse(store.readSetting('writer-budget')).data ?? FIRST_BUDGET;

export const writeBudget = (store: Settings, budget: WriterBudget): void => store.writeSetting('writer-budget', budget);

const Notes = z.record(z.string(), z.string());

export const readNotes = (store: Settings): Readonly<Record<string, string>> =>
  Notes.safeParse(store.readSetting('writer-notes')).data ?? {};

/** Null takes it away. */
export function writeNote(store: Settings, id: WriterId, note: string | null): void {
  const { [id]: _old, ...others } = readNotes(store);
  store.writeSetting('writer-notes', note === null ? others : { ...others, [id]: note });
}
