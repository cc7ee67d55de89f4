// A helper for tests: says two words to whoever started it, and ends with a complaint.
import { findParentLine } from '../../engines/parent-line.ts';

const line = findParentLine();
line?.onGone(() => process.exit(0));
for (const word of ['one', 'two']) line?.send(word);
process.stderr.write('no screen to watch\n', () => process.exit(1));
