import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testScreenReader } from './screen/testing/screen-reader.case.ts';
import { bundledEnglish, openTesseractJs } from './tesseract-js.ts';

testScreenReader(() => openTesseractJs(bundledEnglish()));

test('says which data it reads by', async () => {
  const recogniser = await openTesseractJs(bundledEnglish());
  onTestFinished(() => recogniser.close());
  expect(recogniser.name).toBe('tesseract.js 7.0.0 (eng)');
});

test('language data that is not there, or is none, is refused and takes nothing along', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const missing = join(folder, 'deu.traineddata');
  await expect(openTesseractJs({ language: 'deu', file: missing })).rejects.toMatchObject({
    code: 'reader/bad-data',
    title: expect.stringContaining('deu.traineddata: the screen reader cannot use its language data (ENOENT'),
  });
  const broken = join(folder, 'fra.traineddata');
  writeFileSync(broken, 'not what was trained');
  await expect(openTesseractJs({ language: 'fra', file: broken })).rejects.toMatchObject({ code: 'reader/bad-data' });
});
