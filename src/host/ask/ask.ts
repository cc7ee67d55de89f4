// In: questions about processes. Out: their answers, worked out in the worker from the stored graph, with no model.
import { randomUUID } from 'node:crypto';
import type { AnswerInput, AnswerLog } from '../../answers/answer-input.ts';
import type { QuestionAsked } from '../../answers/answer-question.ts';
import type { LookUp } from '../../answers/written/item.ts';
import type { LookUpWish } from '../../answers/written/look-up.ts';
import type { Answer, AnswerWish, WrittenAnswer } from '../../domain/answer.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { EventLog } from '../../domain/process.ts';
import { openNames, relabelColumns } from '../../steps/corrections/relabel-log.ts';
import { listCorrected } from '../corrected.ts';
import type { Host } from '../host.ts';
import type { ToldNames } from '../off-thread/answer-questions.ts';
import type { ToolAsked } from '../off-thread/run-tool.ts';
import { getMined, getProcess } from '../views.ts';

export interface Asking {
  /** @throws process/missing, process/not-ready */
  ask(host: Host, wish: AnswerWish, signal?: AbortSignal): Promise<WrittenAnswer>;
  /**
   * One tool of the graph, by its name, as somebody outside asks for it.
   * @throws process/missing, process/not-ready, tools/unknown, tools/bad-input, tools/unknown-name
   */
  runTool(
    host: Host,
    use: ToolAsked & { processId: ProcessId },
    signal?: AbortSignal,
  ): Promise<Record<string, unknown>>;
  /** Every name of a process that is told of it: what agents are given stand-ins for. @throws process/* */
  listNames(host: Host, processId: ProcessId, signal?: AbortSignal): Promise<ToldNames>;
  /**
   * One tool of the graph as a model asks for it, in items that it may cite; what is wrong with the call is said in it.
   * @throws process/missing, process/not-ready
   */
  lookUp(host: Host, use: LookUpWish & { readonly processId: ProcessId }, signal?: AbortSignal): Promise<LookUp>;
  /** Whenever something stored of a process has changed; of all of them where none is named. */
  forget(processId: ProcessId | null): void;
}

/** The worker keeps what it was given of a process until that changes: reading it takes longer than answering. */
export function createAsking(): Asking {
  const keys = new Map<ProcessId, string>();
  const keyOf = (id: ProcessId): string => {
    const key = keys.get(id) ?? randomUUID();
    keys.set(id, key);
    return key;
  };
  return {
    ask: async (host, { processId, question, previous }, signal) => {
      const process = getProcess(host.store, processId);
      const key = keyOf(processId);
      const asked = { question, previous };
      const kept = await host.offThread.run('answerKept', [asked, key], signal);
      const first =
        kept === 'needs input'
          ? await host.offThread.run('answerFrom', [asked, key, readInput(host, process)], signal)
          : kept;
      const answer = first === 'needs columns' ? await answerFromRows(host, { process, asked, key }, signal) : first;
      if (answer === 'needs columns') throw new Error('a question asks for columns that it was given');
      return { ...answer, model: null, egressBytes: 0, removed: 0, tools: [], tokens: null, costUsd: null };
    },
    runTool: async (host, { processId, ...asked }, signal) => {
      const process = getProcess(host.store, processId);
      const key = keyOf(processId);
      const kept = await host.offThread.run('toolKept', [asked, key], signal);
      if (kept !== 'needs input') return kept;
      return host.offThread.run('toolFrom', [asked, key, readInput(host, process)], signal);
    },
    listNames: async (host, processId, signal) => {
      const process = getProcess(host.store, processId);
      const key = keyOf(processId);
      const kept = await host.offThread.run('namesKept', [key], signal);
      if (kept !== 'needs input') return kept;
      return host.offThread.run('namesFrom', [key, readInput(host, process)], signal);
    },
    lookUp: async (host, { processId, ...wish }, signal) => {
      const process = getProcess(host.store, processId);
      const key = keyOf(processId);
      const kept = await host.offThread.run('lookUpKept', [wish, key], signal);
      if (kept !== 'needs input') return kept;
      return host.offThread.run('lookUpFrom', [wish, key, readInput(host, process)], signal);
    },
    forget: (processId) => (processId === null ? keys.clear() : void keys.delete(processId)),
  };
}

function readInput({ store }: Host, process: AnswerInput['process']): AnswerInput {
  const recordings = listCorrected(store, process.id);
  return {
    process,
    ...getMined(store, process),
    recordings,
    said: recordings.map(({ recording: { id } }) => ({ recordingId: id, segments: store.listSegments(id) })),
    logs: store.listLogs(process.id).map((log) => ({ log, columns: null })),
  };
}

interface RowsAsked {
  readonly process: AnswerInput['process'];
  readonly asked: QuestionAsked;
  readonly key: string;
}

/** Columns of a log are large: they are read for the first question about some of its cases, and kept from then on. */
async function answerFromRows(
  host: Host,
  { process, asked, key }: RowsAsked,
  signal: AbortSignal | undefined,
): Promise<Answer | 'needs columns'> {
  const logs = readLogs(
    host,
    host.store.listLogs(process.id).map((log) => ({ log })),
    process.id,
  );
  const answer = await host.offThread.run('answerWithLogs', [asked, key, logs], signal);
  if (answer !== 'needs input') return answer;
  return host.offThread.run('answerFrom', [asked, key, { ...readInput(host, process), logs }], signal);
}

function readLogs({ store }: Host, logs: readonly { readonly log: EventLog }[], processId: ProcessId): AnswerLog[] {
  const columns = logs.map(({ log }) => store.readLogColumns(log.id));
  const nameOf = openNames(columns, store.listCorrections(processId));
  return logs.map(({ log }, at) => ({ log, columns: relabelColumns(columns[at]!, nameOf) }));
}
