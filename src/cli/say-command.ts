// In: what to type next, without the program's name. Out: a line that works as it stands.
import { defaultWorkspace } from '../host/workspace.ts';

/**
 * The command with the words that started this one: after `npm start` there is no `mirror` on the path. The workspace is
 * named where it is not the usual one.
 */
export function sayCommand(
  command: string,
  workspace: string,
  { env = process.env, usual = defaultWorkspace(env) }: { env?: NodeJS.ProcessEnv; usual?: string } = {},
): string {
  const program = env['npm_lifecycle_event'] === undefined ? 'mirror' : 'npm run mirror --';
  return `${program} ${command}${workspace === usual ? '' : ` --workspace "${workspace}"`}`;
}
