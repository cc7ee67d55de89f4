// Keys, clicks and the wheel, by a helper process that tells that they were used and no more.
import { fileURLToPath } from 'node:url';
import { INPUT_ACTS, type InputAct } from '../../capture/windows.ts';
import type { StartProcess } from '../engines/start-process.ts';
import { findProgram } from '../programs/programs.ts';
import { type Helper, runHelper } from './run-helper.ts';

export interface InputListener {
  onInput(act: InputAct, atMs: number): void;
  /** `problem` when nothing is counted for the moment, or at all. */
  onState(problem: string | undefined): void;
}

const ACTS: ReadonlySet<string> = new Set(INPUT_ACTS);
const isAct = (word: string): word is InputAct => ACTS.has(word);

/** `startProcess`: of the desktop, whose Electron is no Node that could run the script. */
export function watchInput(
  { env, startProcess }: { readonly env: NodeJS.ProcessEnv; readonly startProcess?: StartProcess | undefined },
  listener: InputListener,
): Helper {
  const script = findProgram('input-helper');
  const args = ['--disable-warning=ExperimentalWarning', fileURLToPath(script)];
  return runHelper(startProcess ? { script, startProcess } : { command: process.execPath, args, env }, {
    onLines: (lines) => {
      const atMs = performance.now();
      for (const word of lines) {
        if (word === 'ready') listener.onState(undefined);
        if (isAct(word)) listener.onInput(word, atMs);
      }
    },
    onLost: (problem) => listener.onState(problem || 'its helper ended'),
  });
}
