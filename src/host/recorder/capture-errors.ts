// Failures of recording that several places tell of.
import type { Budget } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';

export const nearlyFull = ({ freeBytes }: Budget): MirrorError =>
  new MirrorError('recorder/disk-nearly-full', { data: { free: Math.round(freeBytes / 1e6) } });

export const badChunk = (track: string, detail: string): MirrorError =>
  new MirrorError('recorder/bad-chunk', { data: { track, detail } });

/** Why the core stops a recording by itself, as people are told. */
export const STOPPED = { disk: 'the disk is nearly full', gone: 'its window was closed' } as const;
export type StopReason = keyof typeof STOPPED;
