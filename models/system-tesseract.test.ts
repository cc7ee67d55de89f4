import { describe, expect, test } from 'vitest';
import { testScreenReader } from './screen/testing/screen-reader.case.ts';
import { findSystemTesseract, openSystemTesseract } from './system-tesseract.ts';

const here = await findSystemTesseract();
const hasEnglish = here?.languages.includes('eng') ?? false;

// Debian: apt-get install tesseract-ocr
describe.skipIf(!hasEnglish)('where the machine has a Tesseract with English', () => {
  testScreenReader(() => Promise.resolve(openSystemTesseract(here!, 'eng')));

  test('a language it has not is told of', async () => {
    const picture = Buffer.concat([Buffer.from('P5\n8 8\n255\n'), Buffer.alloc(64, 255)]);
    await expect(openSystemTesseract(here!, 'xxx').recognise(picture)).rejects.toMatchObject({ code: 'reader/failed' });
  });
});

test('a program that is not there, or is something else, is none', async () => {
  expect(await findSystemTesseract('no-such-tesseract')).toBeUndefined();
  expect(await findSystemTesseract(process.execPath)).toBeUndefined();
});
