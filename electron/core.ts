// The core, in a utility process: no window, and no way out but its line to main.
import { runCore } from '../src/desktop/run-core.ts';

runCore(process.parentPort, { exit: (code) => process.exit(code) });
