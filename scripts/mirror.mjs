#!/usr/bin/env node
// The package's bin: the same way in as `npm run mirror`, from any folder.
process.argv.splice(2, 0, 'mirror');
await import('./run.mjs');
