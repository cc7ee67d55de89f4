// The desktop's main process: decides nothing, asks src/desktop, and does what it says.
import { join } from 'node:path';
import { appFile } from '../src/host/programs/programs.ts';
import { boot } from './boot.ts';

boot({
  pages: appFile('dist/renderer'),
  preload: join(import.meta.dirname, 'preload.cjs'),
  programs: import.meta.dirname,
}).catch((error: unknown) => {
  console.error('mirror: the desktop could not start:', error);
  process.exit(1);
});
