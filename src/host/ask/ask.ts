// In: a question about a process. Out: its answer, worked out in the worker from the stored graph, with no model.
import type { AnswerLog } from '../../answers/answer-input.ts';
import type { AnswerWish, WrittenAnswer } from '../../domain/answer.ts';
import type { ProcessId } from '../../domain/ids.ts';
import type { EventLog } from '../../domain/process.ts';
import { openNames, relabelColumns } from '../../steps/corrections/relabel-log.ts';
import { listCorrected } from '../corrected.ts';
import type { Host } from '../host.ts';
import { getMined, getProcess } from '../views.ts';

/** @throws process/missing, process/not-ready */
export async function askProcess(
  host: Host,
  { processId, question, previous }: AnswerWish,
  signal?: AbortSignal,
): Promise<WrittenAnswer> {
  const { store, offThread } = host;
  const process = getProcess(store, processId);
  const input = {
    process,
    ...getMined(store, process),
    recordings: listCorrected(store, processId),
    logs: store.listLogs(processId).map((log) => ({ log, columns: null })),
  };
  const asked = { question, previous };
  const first = await offThread.run('answerQuestion', [asked, input], signal);
  // Columns of a log are large: they are read only for questions about some of its cases.
  const answer =
    first === 'needs columns'
      ? await offThread.run(
          'answerQuestion',
          [asked, { ...input, logs: readLogs(host, input.logs, processId) }],
          signal,
        )
      : first;
  if (answer === 'needs columns') throw new Error('a question asks for columns that it was given');
  return { ...answer, model: null, egressBytes: 0 };
}

function readLogs({ store }: Host, logs: readonly { readonly log: EventLog }[], processId: ProcessId): AnswerLog[] {
  const columns = logs.map(({ log }) => store.readLogColumns(log.id));
  const nameOf = openNames(columns, store.listCorrections(processId));
  return logs.map(({ log }, at) => ({ log, columns: relabelColumns(columns[at]!, nameOf) }));
}
