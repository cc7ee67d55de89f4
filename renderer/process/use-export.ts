// Asks the core for a process as a file, follows how far it has come, and hands it to the browser as a download.
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { ExportedFile } from '../../src/domain/views.ts';
import { formatCount } from '../format.ts';
import { useLink, useMirror } from '../use-mirror.ts';

interface ExportState {
  readonly isRunning: boolean;
  /** How far the running one is, or what came of the last one; empty before. */
  readonly message: string;
}

/** The formats this process can be saved in; asked for only when somebody wants to know. */
export const useFormats = (processId: ProcessId, isWanted: boolean) =>
  useQuery(useMirror().process.formats.queryOptions({ input: { processId }, enabled: isWanted }));

export function useExport(processId: ProcessId): { readonly state: ExportState; run(format: string): void } {
  const { client } = useLink();
  const [message, setMessage] = useState('');
  const exporting = useMutation({
    mutationFn: async (format: string): Promise<ExportedFile> => {
      setMessage('');
      const steps = await client.process.export({ processId, format });
      for (;;) {
        const step = await steps.next();
        if (step.done) return step.value;
        setMessage(`Writing: ${formatCount(step.value.done)} ${step.value.unit}`);
      }
    },
    onSuccess: (file) => {
      download(file);
      setMessage(`Saved ${file.fileName}`);
    },
    onError: (error) => {
      const problem = readProblem(error);
      setMessage(problem ? `${problem.title}. ${problem.hint}` : 'The export failed. Try again.');
    },
  });
  return { state: { isRunning: exporting.isPending, message }, run: (format) => exporting.mutate(format) };
}

function download({ url, fileName }: ExportedFile): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
