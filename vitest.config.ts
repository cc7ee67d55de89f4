// Tests stand beside the code; those that need a real Chromium end in .browser.test.ts and run one at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,db,models,renderer,electron,scripts,bench}/**/*.test.{ts,tsx}'],
    pool: 'threads',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
