// Builds the window. Mode `gallery` builds the page that shows every screen in every state; it is never shipped.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => {
  const isGallery = mode === 'gallery';
  return {
    root: at('./renderer'),
    base: './',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir: at(isGallery ? './dist/gallery' : './dist/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: false,
      // For the list of a package.
      license: { fileName: 'licences.json' },
      // The served policy allows no data: addresses for scripts, workers or styles.
      assetsInlineLimit: 0,
      // Loaded from the same machine: one file of a megabyte is no wait.
      chunkSizeWarningLimit: 1500,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at(isGallery ? './renderer/gallery/index.html' : './renderer/index.html') },
    },
    worker: { format: 'es' },
  };
});
