// mirror doctor
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { runDoctor } from '../../host/doctor.ts';
import { print, printJson } from '../output.ts';

/** Opens no workspace: it must answer when none can be opened. */
export async function runDoctorCommand(options: {
  readonly workspace: string;
  readonly json?: boolean;
}): Promise<void> {
  const checks = await runDoctor(nearestFolder(options.workspace));
  if (checks.some(({ state }) => state === 'problem')) process.exitCode = 1;
  if (options.json) return printJson({ checks });
  for (const { name, state, detail, fix } of checks)
    print(`${state.padEnd(8)} ${name}: ${detail}${fix ? `\n         ${fix}` : ''}`);
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}
