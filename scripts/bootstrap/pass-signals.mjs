// In: a program that was started. Out: it hears the signals that are meant for it. Only Node built-ins here.

/**
 * Passes on what would stop us. A terminal sends Ctrl-C to the whole group, so the program has it already and would
 * hear it twice; where no terminal is on stdin, SIGINT comes from another program, and to us alone.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignals(child) {
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
}
