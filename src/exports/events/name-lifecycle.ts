// What mining distinguishes of a row's state, as the standard lifecycle of XES names it.
import { LIFECYCLE } from '../../domain/log.ts';

/** Takes one of LIFECYCLE. What the log called any other state is not kept, so it is "unknown". */
export function nameLifecycle(lifecycle: number): string {
  if (lifecycle === LIFECYCLE.complete) return 'complete';
  return lifecycle === LIFECYCLE.start ? 'start' : 'unknown';
}
