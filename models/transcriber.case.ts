// What every transcriber must do, whatever runs it. It is given the tiny Whisper, or something that hears as it does.
import { expect, test } from 'vitest';
import { judgeHeard } from '../src/ingest/speech/judge-heard.ts';
import type { Transcriber } from '../src/needs/transcriber.ts';
import { join, mix, noise, silence, tone } from './testing/made-sound.ts';
import { textsOf, TONES } from './testing/tiny-whisper-words.ts';

export function passesAsTranscriber(name: string, open: () => Promise<Transcriber>): void {
  test(`${name}: words come with times and how probable they are`, async () => {
    const transcriber = await open();
    const [first, second] = textsOf('invoice');
    const { segments } = await transcriber.transcribe(tone(TONES.invoice, 3), 'en');
    expect(segments.map(({ startMs, endMs, text }) => ({ startMs, endMs, text }))).toEqual([
      { startMs: 0, endMs: 1200, text: first },
      { startMs: 1400, endMs: 2600, text: second },
    ]);
    for (const { logProbability } of segments) {
      expect(logProbability).toBeLessThanOrEqual(0);
      expect(logProbability).toBeGreaterThan(-0.1);
    }
  });

  test(`${name}: other languages, noise in the room, and 30 seconds are heard as well`, async () => {
    const transcriber = await open();
    const hear = async (samples: Float32Array, language: string): Promise<string[]> =>
      (await transcriber.transcribe(samples, language)).segments.map(({ text }) => text);
    expect(await hear(tone(TONES.german, 3), 'de')).toEqual(textsOf('german'));
    expect(await hear(mix(tone(TONES.handover, 3), noise(3, 0.02)), 'en')).toEqual(textsOf('handover'));
    expect(await hear(join(tone(TONES.handover, 3), silence(27)), 'en')).toEqual(textsOf('handover'));
    // A language it does not know is left to its own guess.
    expect(await hear(tone(TONES.handover, 3), 'tlh')).toEqual(textsOf('handover'));
  });

  test(`${name}: the language is guessed`, async () => {
    const transcriber = await open();
    expect((await transcriber.guessLanguage(tone(TONES.german, 3)))?.language).toBe('de');
    expect((await transcriber.guessLanguage(tone(TONES.handover, 3)))?.language).toBe('en');
  });

  test(`${name}: what it makes up in silence and noise is told from speech by what it says of it`, async () => {
    const transcriber = await open();
    for (const sound of [silence(11), noise(11)]) {
      const heard = await transcriber.transcribe(sound, 'en');
      expect(heard.segments.length).toBeGreaterThan(0);
      const window = { startMs: 0, endMs: 11_000 };
      expect(judgeHeard([{ ...window, heard }], [window]).segments).toEqual([]);
    }
  });

  test(`${name}: whoever cancels is told so`, async () => {
    const transcriber = await open();
    const stop = new AbortController();
    const heard = transcriber.transcribe(tone(TONES.invoice, 3), 'en', { signal: stop.signal });
    stop.abort();
    await expect(heard).rejects.toMatchObject({ name: 'AbortError' });
  });
}
