// In: what a log calls the state an event reaches. Out: what mining distinguishes.
import { LIFECYCLE } from '../domain/log.ts';

/** One of LIFECYCLE, whatever the case of the letters; a row that names none is complete. */
export function readLifecycle(transition: string): number {
  if (transition === 'complete' || transition === '') return LIFECYCLE.complete;
  if (transition === 'start') return LIFECYCLE.start;
  const lower = transition.toLowerCase();
  if (lower === 'complete') return LIFECYCLE.complete;
  return lower === 'start' ? LIFECYCLE.start : LIFECYCLE.other;
}
