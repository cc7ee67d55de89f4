// For tests: somebody who speaks, with pauses whose places are known.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Pause {
  readonly startS: number;
  readonly endS: number;
}

const SENTENCES = [
  'I open the invoice and check the amount.',
  'If it is above two hundred I ask my team lead.',
  'Then I copy the number into the ledger.',
  'Last I write to the customer.',
];
const PAUSE_S = 2;

/** A WAV file of about 19 s in the form that Chromium takes for a microphone: 48 kHz, mono, 16 bit. */
export function makeNarration(folder: string): string {
  const silence = join(folder, 'silence.wav');
  execFileSync('sox', ['-n', '-r', '22050', '-c', '1', '-b', '16', silence, 'trim', '0', String(PAUSE_S)]);
  const parts = SENTENCES.map((words, number) => {
    const file = join(folder, `sentence-${number}.wav`);
    execFileSync('espeak-ng', ['-v', 'en-us', '-s', '150', '-w', file, words]);
    return file;
  });
  const target = join(folder, 'narration.wav');
  const joined = parts.flatMap((part) => [part, silence]);
  execFileSync('sox', [...joined, '-r', '48000', '-c', '1', '-b', '16', target]);
  return target;
}

/**
 * Pauses of a second or more in the sound of a file of any kind, by ffmpeg. Where a file has no sound for a moment it is
 * silent, as it is when it is played; ffmpeg's search counts samples, and would take the pause around it for shorter.
 */
export function findPauses(file: string): Pause[] {
  const filled = 'aresample=async=1:min_hard_comp=0.03:first_pts=0';
  const filter = ['-af', `${filled},silencedetect=noise=-38dB:d=1`, '-f', 'null', '-'];
  const { stderr } = spawnSync('ffmpeg', ['-nostats', '-i', file, '-map', '0:a:0', ...filter], { encoding: 'utf8' });
  const times = (word: string): number[] =>
    [...stderr.matchAll(new RegExp(`silence_${word}: (-?[\\d.]+)`, 'g'))].map(([, seconds]) => Number(seconds));
  const ends = times('end');
  return times('start').flatMap((startS, at) => (ends[at] === undefined ? [] : [{ startS, endS: ends[at] }]));
}
