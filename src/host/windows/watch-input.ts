// Keys, clicks and the wheel, by a helper process that tells that they were used and no more.
import { fileURLToPath } from 'node:url';
import { INPUT_ACTS, type InputAct } from '../../capture/windows.ts';
import { findProgram } from '../programs/programs.ts';
import { type Helper, runHelper } from './run-helper.ts';

export interface InputListener {
  onInput(act: InputAct, atMs: number): void;
  /** `problem` when nothing is counted for the moment, or at all. */
  onState(problem: string | undefined): void;
}

const HELPER = fileURLToPath(findProgram('input'));
const ACTS: ReadonlySet<string> = new Set(INPUT_ACTS);
const isAct = (word: string): word is InputAct => ACTS.has(word);

export function watchInput(env: NodeJS.ProcessEnv, listener: InputListener): Helper {
  const args = ['--disable-warning=ExperimentalWarning', HELPER];
  // In the desktop app this process is Electron, which then runs a script as Node does.
  return runHelper(
    { command: process.execPath, args, env: { ...env, ELECTRON_RUN_AS_NODE: '1' } },
    {
      onLines: (lines) => {
        const atMs = performance.now();
        for (const word of lines) {
          if (word === 'ready') listener.onState(undefined);
          if (isAct(word)) listener.onInput(word, atMs);
        }
      },
      onLost: (problem) => listener.onState(problem || 'its helper ended'),
    },
  );
}
