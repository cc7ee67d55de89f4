// In: the signals a terminal sends. Out: one AbortSignal, however often they come.

/** Aborts at the first Ctrl-C or termination; further ones are swallowed until `release`, so that closing is not cut short. */
export function createStopSignal(): { readonly signal: AbortSignal; release(): void } {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: stop.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
