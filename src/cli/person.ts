// Whoever sits at the terminal, to be asked something. What they are asked goes to stderr: stdout is for the answer.
import { createInterface } from 'node:readline/promises';

export interface Person {
  /** What they type, without its line end; undefined where they leave with Ctrl-D. @throws AbortError when `signal` aborts */
  ask(prompt: string, signal: AbortSignal): Promise<string | undefined>;
  show(text: string): void;
}

/** Undefined where nobody sits: input or messages go to a file, a pipe or another program. */
export function findPerson(): Person | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return {
    ask: async (prompt, signal) => {
      signal.throwIfAborted();
      // Opened for each question: an open one would keep Ctrl-C to itself while an answer is being written.
      const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true });
      const left = new AbortController();
      lines.once('close', () => left.abort());
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      try {
        return await lines.question(prompt, { signal: AbortSignal.any([signal, left.signal]) });
      } catch (error) {
        if (signal.aborted || !left.signal.aborted) throw error;
        process.stderr.write('\n');
        return undefined;
      } finally {
        lines.close();
      }
    },
    show: (text) => void process.stderr.write(`${text}\n`),
  };
}
