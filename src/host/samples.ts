// In: the folder of bundled samples. Out: what the flow is given to take the sample process in.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MirrorError } from '../domain/errors.ts';
import type { Source } from '../domain/source.ts';
import type { FlowRequest } from './flow/work.ts';
import { unpackedAppFile } from './programs/programs.ts';

const SampleFile = z.object({
  schema: z.literal('mirror-sample/1'),
  process: z.object({ name: z.string(), owner: z.string().optional(), description: z.string().optional() }),
  recordings: z.array(
    z.object({
      file: z.string(),
      transcript: z.string(),
      events: z.string().optional(),
      actor: z.string(),
      role: z.string(),
      title: z.string().optional(),
    }),
  ),
  logs: z.array(
    z.object({
      file: z.string(),
      mapping: z.object({
        case: z.string().optional(),
        activity: z.string().optional(),
        timestamp: z.string().optional(),
        start: z.string().optional(),
        resource: z.string().optional(),
        role: z.string().optional(),
      }),
    }),
  ),
});

const SAMPLE = join('customer-onboarding', 'sample.json');

/** The samples shipped with Mirror: beside the sources, or where the packaged app keeps its resources. */
export function samplesFolder(): string {
  return process.env['MIRROR_SAMPLES'] || unpackedAppFile('samples');
}

/** @throws samples/missing */
export function readSample(folder = samplesFolder()): FlowRequest {
  const file = join(folder, SAMPLE);
  if (!existsSync(file)) throw new MirrorError('samples/missing');
  const sample = SampleFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const path = (name: string): string => join(folder, 'customer-onboarding', name);
  const recordings = sample.recordings.map(
    ({ file: media, transcript, events, ...about }): Source => ({
      kind: 'recording',
      file: path(media),
      transcript: path(transcript),
      events: events === undefined ? undefined : path(events),
      ...about,
    }),
  );
  const logs = sample.logs.map(
    ({ file: log, mapping }): Source => ({ kind: 'log', file: path(log), columns: mapping }),
  );
  // It comes with its words: who looks at it first shall not wait for its films to be looked through.
  return { process: sample.process, sources: [...recordings, ...logs], waitsFor: 'map' };
}
