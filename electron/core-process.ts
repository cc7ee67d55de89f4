// How Electron starts processes: the core, and what the core wants beside it.
import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron';
import { join } from 'node:path';
import { type CoreNeeds, type SupervisedCore, superviseCore } from '../src/desktop/supervise-core.ts';

export type CoreProcess = SupervisedCore<MessagePortMain>;

/** @param programs where `core.js` and the programs that it has started are */
export function createCoreProcess(
  programs: string,
  needs: Pick<CoreNeeds<MessagePortMain>, 'keystore' | 'open' | 'onState'>,
): CoreProcess {
  return superviseCore<MessagePortMain>({
    ...needs,
    makeChannel: () => new MessageChannelMain(),
    forkCore: () =>
      utilityProcess.fork(join(programs, 'core.js'), [], { serviceName: 'Mirror core', stdio: 'inherit' }),
    forkHelper: (program, env) =>
      utilityProcess.fork(join(programs, `${program}.js`), [], {
        serviceName: `Mirror ${program}`,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { ...process.env, ...env },
      }),
  });
}
