// Asks the core for a process as a document, and hands it to the browser as a download.
import { useMutation } from '@tanstack/react-query';
import { readProblem } from '../../src/api/client.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { useMirror } from '../use-mirror.ts';

interface ExportState {
  readonly isRunning: boolean;
  /** What came of the last one; empty before. */
  readonly message: string;
}

export function useExport(processId: ProcessId): { readonly state: ExportState; run(format: string): void } {
  const mirror = useMirror();
  const exporting = useMutation(mirror.process.export.mutationOptions({ onSuccess: download }));
  const problem = readProblem(exporting.error);
  const message = problem
    ? `${problem.title}. ${problem.hint}`
    : exporting.error
      ? 'The export failed. Try again.'
      : exporting.data
        ? `Saved ${exporting.data.fileName}`
        : '';
  return {
    state: { isRunning: exporting.isPending, message },
    run: (format) => exporting.mutate({ processId, format }),
  };
}

function download(file: { fileName: string; mimeType: string; text: string }): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: file.mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  URL.revokeObjectURL(url);
}
