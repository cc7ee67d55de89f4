import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const HELPER = pathToFileURL(join(import.meta.dirname, 'bootstrap', 'pass-signals.mjs')).href;

/** Says which signal stopped it, and waits for one until then. */
const CHILD = `
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, () => { process.stdout.write(name); process.exit(0); });
  setInterval(() => {}, 1000);
  process.stdout.write('ready ');
`;
const PARENT = `
  import { spawn } from 'node:child_process';
  import { passSignals } from ${JSON.stringify(HELPER)};
  const child = spawn(process.execPath, ['-e', ${JSON.stringify(CHILD)}], { stdio: ['ignore', 'inherit', 'inherit'] });
  passSignals(child);
  child.on('exit', (code) => process.exit(code ?? 1));
`;

test.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s to the parent alone stops what it has started',
  async (signal) => {
    const parent = spawn(process.execPath, ['--input-type=module', '-e', PARENT], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    parent.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said === 'ready ') parent.kill(signal);
    });
    const [code] = await once(parent, 'close');
    expect({ code, said }).toEqual({ code: 0, said: `ready ${signal}` });
  },
);
