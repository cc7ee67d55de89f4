// Which is which: what an activity's numbers and its words come from, in a sentence.
import type { Activity } from '../../src/domain/graph.ts';
import { countOf } from '../format.ts';

/** `hasLog`: an event log of the process is there at all. */
export function describeSources({ sources }: Pick<Activity, 'sources'>, hasLog: boolean): string {
  const { log, recordings } = sources;
  const told = countOf(recordings, 'recording');
  if (log > 0 && recordings > 0) return `Counts and times come from the event log, words and clips from ${told}.`;
  if (log > 0) return 'Only the event log knows it: nobody tells it in a recording.';
  return hasLog ? `Told in ${told}, in no event log: how often and how long is not known.` : `Told in ${told}.`;
}

/** As it stands on the map: how often in the log; what is only told has no such number. */
export function tellCount(sources: Activity['sources'], counted: string): string {
  if (sources.log > 0) return counted;
  return sources.recordings > 1 ? `told ${sources.recordings}×` : 'told';
}
