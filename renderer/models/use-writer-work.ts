// Finding, trying, saving and removing models behind a server, each with what came of it.
import { useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { WriterEntry, WriterId, WriterStatus } from '../../src/domain/writer.ts';
import type { Writers } from '../chat/use-writers.ts';
import { countOf } from '../format.ts';
import { useLink } from '../use-mirror.ts';

export interface WriterMessage {
  readonly text: string;
  readonly isProblem: boolean;
  /** Of one model; of the whole section where it is absent. */
  readonly id?: WriterId;
}

export interface WriterWork {
  readonly message: WriterMessage | undefined;
  readonly isFinding: boolean;
  readonly trying: WriterId | undefined;
  /** Those that answered and are not added yet. */
  readonly found: readonly WriterEntry[];
  messageOf(id: WriterId): WriterMessage | undefined;
  find(): Promise<void>;
  add(entry: WriterEntry): Promise<void>;
  probe(writer: WriterStatus): Promise<void>;
  remove(writer: WriterStatus): Promise<void>;
  saved(writer: WriterStatus): Promise<void>;
}

export function useWriterWork({ all, refresh }: Writers): WriterWork {
  const { client } = useLink();
  const [message, setMessage] = useState<WriterMessage>();
  const [isFinding, setIsFinding] = useState(false);
  const [trying, setTrying] = useState<WriterId>();
  const [found, setFound] = useState<readonly WriterEntry[]>([]);
  const attempt = async (act: () => Promise<WriterMessage | undefined>, id?: WriterId): Promise<void> => {
    setMessage(undefined);
    try {
      setMessage(await act());
    } catch (error) {
      setMessage({ text: sayFailure(error), isProblem: true, ...(id !== undefined && { id }) });
    }
    await refresh();
  };
  const isKnown = ({ url, model }: WriterEntry): boolean =>
    all.some((each) => each.url === url && each.model === model);
  return {
    message: message?.id === undefined ? message : undefined,
    messageOf: (id) => (message?.id === id ? message : undefined),
    isFinding,
    trying,
    found: found.filter((entry) => !isKnown(entry)),
    find: async () => {
      setIsFinding(true);
      await attempt(async () => {
        const entries = await client.writer.find();
        setFound(entries);
        const news = entries.filter((entry) => !isKnown(entry)).length;
        if (entries.length === 0)
          return { text: 'No model server answers on the usual ports of this machine.', isProblem: false };
        return { text: news === 0 ? 'Nothing new answers.' : `${countOf(news, 'model')} found.`, isProblem: false };
      });
      setIsFinding(false);
    },
    add: (entry) =>
      attempt(async () => {
        await client.writer.save({ writer: entry });
        return { text: `${entry.title} is added.`, isProblem: false };
      }),
    probe: async ({ id }) => {
      setTrying(id);
      await attempt(async () => {
        const { note } = await client.writer.probe({ writerId: id });
        return { id, text: note ?? 'It answers.', isProblem: false };
      }, id);
      setTrying(undefined);
    },
    remove: ({ id, title }) =>
      attempt(async () => {
        await client.writer.remove({ writerId: id });
        return { text: `${title} is removed, with its key.`, isProblem: false };
      }, id),
    saved: async ({ title }) => {
      setMessage({ text: `${title} is saved.`, isProblem: false });
      await refresh();
    },
  };
}

export function sayFailure(error: unknown): string {
  const problem = readProblem(error);
  return problem
    ? `${problem.title}. ${problem.hint}`
    : 'That did not work. Try again; if it stays so, restart Mirror.';
}
