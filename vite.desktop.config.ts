// Builds what the desktop runs: the shell, the core and every program they start, each a file in dist/desktop. Mode
// `preload` builds the one file that a window's sandbox lets in.
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { DATA_FILES } from './scripts/package/data-files.ts';
import { EXTERNAL } from './scripts/package/native-packages.ts';
import { PROGRAMS } from './src/host/programs/programs.ts';

const HOME = import.meta.dirname;
const OUT = join(HOME, 'dist', 'desktop');
/** Of the shell itself; a checkout without it still has its programs bundled. */
const SHELL = { main: 'electron/main.ts', core: 'electron/core.ts' };

export default defineConfig(({ mode }) => {
  const isPreload = mode === 'preload';
  return {
    root: HOME,
    publicDir: false,
    plugins: isPreload ? [] : [copyDataFiles()],
    // Everything that can be is bundled: a package then has no node_modules but that of native code.
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: OUT,
      emptyOutDir: !isPreload,
      sourcemap: false,
      minify: false,
      license: { fileName: isPreload ? 'preload.licences.json' : 'programs.licences.json' },
      rolldownOptions: {
        external: [...EXTERNAL],
        input: isPreload ? { preload: join(HOME, 'electron/preload.ts') } : programs(),
        output: {
          format: isPreload ? 'cjs' : 'es',
          entryFileNames: isPreload ? '[name].cjs' : '[name].js',
          // Flat: a program is looked for beside whoever starts it, and that may be a shared part.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
});

function programs(): Record<string, string> {
  const all = Object.entries({ ...PROGRAMS, ...SHELL }).map(([name, file]) => [name, join(HOME, file)] as const);
  return Object.fromEntries(all.filter(([, file]) => existsSync(file)));
}

function copyDataFiles(): Plugin {
  return {
    name: 'mirror-data-files',
    writeBundle: () => {
      for (const [name, file] of Object.entries(DATA_FILES))
        cpSync(join(HOME, file), join(OUT, name), { recursive: true });
    },
  };
}
