import type { WindowWatch } from '../../src/domain/capture.ts';

/** Whether exclusions can act: `off` only means that nothing is recorded yet. */
export const canWatch = ({ state }: WindowWatch): boolean => state !== 'unavailable' && state !== 'lost';
