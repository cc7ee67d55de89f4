// mirror doctor
import { resolve } from 'node:path';
import { runDoctor } from '../../host/doctor.ts';
import { defaultModelsFolder } from '../../host/models/models-folder.ts';
import { createOffThread } from '../../host/off-thread/pool.ts';
import { print, printJson } from '../output.ts';

/** Opens no workspace: it must answer when none can be opened, and while the app has it open. */
export async function runDoctorCommand(options: {
  readonly workspace: string;
  readonly json?: boolean;
}): Promise<void> {
  const offThread = createOffThread();
  try {
    const models = defaultModelsFolder();
    const checks = await runDoctor(resolve(options.workspace), models, (file) => offThread.run('findDamage', [file]));
    if (checks.some(({ state }) => state === 'problem')) process.exitCode = 1;
    if (options.json) return printJson({ checks });
    for (const { name, state, detail, fix } of checks)
      print(`${state.padEnd(8)} ${name}: ${detail}${fix ? `\n         ${fix}` : ''}`);
  } finally {
    await offThread.close();
  }
}
