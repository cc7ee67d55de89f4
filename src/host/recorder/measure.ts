// In: the bytes of a track as they come. Out: what has arrived: frames, samples or lines, and how long they last.
import { createWebmScanner } from '../../capture/scan-webm.ts';
import { type CapturedTrack, SAMPLE_RATE } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { parseJson } from '../../ingest/parse-json.ts';
import { EventLine } from '../../ingest/ui-events.ts';

export interface Measured {
  readonly units: number;
  readonly mediaMs: number;
}

/** Takes the chunks of one piece in order. @throws recorder/bad-chunk for bytes of another kind */
export type Measure = (chunk: Uint8Array) => Measured;

export function createMeasure(track: CapturedTrack): Measure {
  if (track.format === 'webm') return measureWebm(track);
  return track.format === 'pcm16' ? measureSamples() : measureLines(track);
}

/** Of a screen only pictures count: sound in the same file says nothing of them. */
function measureWebm({ name, kind }: CapturedTrack): Measure {
  const scanner = createWebmScanner();
  return (chunk) => {
    const { blocks, pictures, mediaMs, isWebm } = scanner.push(chunk);
    if (!isWebm) throw new MirrorError('recorder/bad-chunk', { data: { track: name, detail: 'this is no WebM' } });
    return { units: kind === 'screen' ? pictures : blocks, mediaMs: Math.max(0, Math.round(mediaMs)) };
  };
}

function measureSamples(): Measure {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.length;
    const units = Math.floor(bytes / 2);
    return { units, mediaMs: Math.floor((units * 1000) / SAMPLE_RATE) };
  };
}

/** Events are read when they come: one that cannot be read would make all others of the file unreadable. */
function measureLines({ name }: CapturedTrack): Measure {
  let units = 0;
  let mediaMs = 0;
  const refuse = (detail: string): never => {
    throw new MirrorError('recorder/bad-chunk', { data: { track: name, detail } });
  };
  return (chunk) => {
    const text = new TextDecoder().decode(chunk);
    if (!text.endsWith('\n')) refuse('the last event breaks off');
    const times = text.split('\n').flatMap((line) => {
      if (line === '') return [];
      const parsed = parseJson(line);
      const event = EventLine.safeParse('problem' in parsed ? undefined : parsed.value);
      return event.success ? [Math.round(event.data.t * 1000)] : refuse(`"${line.slice(0, 80)}" is no event`);
    });
    units += times.length;
    mediaMs = Math.max(mediaMs, ...times);
    return { units, mediaMs };
  };
}
