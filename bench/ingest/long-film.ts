// A working day on a screen, made by ffmpeg: two pages that change every minute, and somebody who speaks now and then.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { join as joinSounds, silence, tone } from '../../models/testing/made-sound.ts';
import { TONES } from '../../models/testing/tiny-whisper-words.ts';
import { writeWave } from '../../src/host/media/testing.ts';

const FFMPEG = process.env['MIRROR_FFMPEG'] || 'ffmpeg';
const PICTURES = join(import.meta.dirname, '../../models/screen/fixtures');
/** So much is encoded; the rest is copies of it. */
const PART_S = 120;

/** 1280 by 800 at five frames a second in VP8, and Opus, as Mirror's recorder and most browsers write. */
export function makeLongFilm(folder: string, hours: number): string {
  const part = join(folder, 'part.webm');
  if (!existsSync(part)) encodePart(folder, part);
  const film = join(folder, `film-${hours}.webm`);
  // Less than 1 would go on for ever.
  const times = Math.max(1, Math.round((hours * 3600) / PART_S));
  run(['-stream_loop', String(times - 1), '-i', part, '-c', 'copy', film]);
  return film;
}

function encodePart(folder: string, part: string): void {
  const told = joinSounds(silence(5), tone(TONES.invoice, 8), silence(7), tone(TONES.handover, 10));
  const sound = joinSounds(told, told, silence(PART_S - 60));
  const wave = writeWave(folder, { channels: [sound], rate: 16_000, name: 'part.wav' });
  const still = (name: string): string[] => ['-loop', '1', '-t', String(PART_S / 2), '-i', join(PICTURES, name)];
  const size = 'scale=1280:-2,pad=1280:800:0:40:white';
  const cut = `[0]${size}[a];[1]${size}[b];[a][b]concat=n=2:v=1,fps=5,format=yuv420p`;
  const codecs = '-c:v libvpx -deadline realtime -cpu-used 8 -b:v 600k -g 50 -c:a libopus -b:a 32k'.split(' ');
  run([
    ...still('waiting.webp'),
    ...still('approved.webp'),
    '-i',
    wave,
    '-filter_complex',
    cut,
    '-map',
    '2:a',
    ...codecs,
    '-t',
    String(PART_S),
    part,
  ]);
}

const run = (args: readonly string[]): unknown => execFileSync(FFMPEG, ['-v', 'error', '-y', ...args]);
