// In: a core that was just opened. Out: the sample process in a workspace with nothing in it, so that there is something
// to browse; offered once.
import type { Core } from './core.ts';

type Loading = Awaited<ReturnType<Core['client']['samples']['load']>>;

/** `follow` works it off, and tells whoever waits. */
export async function loadFirstSample(
  { host: { store }, client }: Pick<Core, 'host' | 'client'>,
  follow: (loading: Promise<Loading>) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const offered = store.readSetting('sample-offered');
  const isNew = offered === undefined && store.listProcesses().length === 0;
  // 'loading': an earlier start was killed while it took the sample in. Taking it in again completes it.
  if (!isNew && offered !== 'loading') return;
  store.writeSetting('sample-offered', 'loading');
  await follow(client.samples.load(undefined, { signal }));
  store.writeSetting('sample-offered', true);
}
