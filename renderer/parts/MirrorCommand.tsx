import { useInfo } from '../use-mirror.ts';
import { CopyCommand } from './CopyCommand.tsx';

/** A command of Mirror as it is typed in the project's folder: `import LOG --process "Claims"`. */
export function MirrorCommand({ command }: { readonly command: string }) {
  const workspace = useInfo().data?.workspace;
  // Named always: the page cannot know which workspace a terminal takes when none is named.
  const place = workspace === undefined ? '' : ` --workspace "${workspace}"`;
  return <CopyCommand command={`npm run mirror -- ${command}${place}`} />;
}
