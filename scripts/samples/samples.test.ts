import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { makeManifest } from './manifest.ts';
import { STORIES } from './stories/all.ts';

const FOLDER = new URL('../../samples/customer-onboarding/', import.meta.url);
const MAX_BYTES = 25_000_000;
const CUE = /^\d+\n(\S+) --> (\S+)\n(.+)$/gm;

describe('the customer onboarding sample', () => {
  it('has the manifest that the stories make, and every file it names', () => {
    const text = readText('sample.json');
    expect(text).toBe(makeManifest());
    const named = [...text.matchAll(/"(?:file|transcript|events)": "([^"]+)"/g)].map(([, file = '']) => file);
    expect(named.filter((file) => !existsSync(new URL(file, FOLDER)))).toEqual([]);
    expect(readdirSync(FOLDER).toSorted()).toEqual([...named, 'sample.json'].toSorted());
  });

  it('stays small enough to be cloned without a thought', () => {
    const sizes = readdirSync(FOLDER).map((file) => statSync(new URL(file, FOLDER)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  });

  it.each(STORIES)('$name is a seekable VP8 and Opus recording of one to two minutes', async ({ name }) => {
    using input = openMedia(name);
    const video = await input.getPrimaryVideoTrack();
    const audio = await input.getPrimaryAudioTrack();
    expect([video?.codec, audio?.codec, video?.displayWidth, video?.displayHeight]).toEqual(['vp8', 'opus', 1280, 800]);
    const seconds = await input.computeDuration();
    expect(seconds).toBeGreaterThan(60);
    expect(seconds).toBeLessThan(121);
  });

  it.each(STORIES)(
    '$name has a transcript with the spoken words at times within the recording',
    async ({ name, lines }) => {
      using input = openMedia(name);
      const cues = [...readText(`${name}.vtt`).matchAll(CUE)];
      expect(cues.map(([, , , text]) => text)).toEqual(lines.map(({ say }) => say));
      const times = cues.flatMap(([, start = '', end = '']) => [toSeconds(start), toSeconds(end)]);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(await input.computeDuration());
    },
  );

  it.each(STORIES)('$name has window events in order, and a copy before every paste', async ({ name }) => {
    using input = openMedia(name);
    const events = readText(`${name}.events.jsonl`)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const shape = { t: expect.any(Number), app: 'Chrome', title: expect.stringMatching(/ - /) };
    for (const event of events) expect(event).toMatchObject(shape);
    // Safe: the shape has just been checked.
    const known = events as { readonly t: number; readonly kind?: string }[];
    expect(known.map(({ t }) => t)).toEqual(known.map(({ t }) => t).toSorted((a, b) => a - b));
    expect(known.at(-1)?.t).toBeLessThanOrEqual(await input.computeDuration());
    const kinds = known.flatMap(({ kind }) => (kind === undefined ? [] : [kind]));
    expect(kinds.every((kind, index) => kind === 'copy' || kinds[index - 1] !== undefined)).toBe(true);
  });
});

function openMedia(name: string): Input {
  return new Input({
    source: new FilePathSource(fileURLToPath(new URL(`${name}.webm`, FOLDER))),
    formats: ALL_FORMATS,
  });
}

function readText(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}

function toSeconds(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
