// How much of a page is read, and how long it takes: tesseract.js and the machine's tesseract, on pictures by Chromium.
//   node bench/reader.ts [--json] [--pictures DIR]
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createScreenReader, type Recogniser } from '../models/screen/create-screen-reader.ts';
import { findSystemTesseract, openSystemTesseract } from '../models/system-tesseract.ts';
import { bundledEnglish, openTesseractJs } from '../models/tesseract-js.ts';
import { countFound } from '../models/screen/testing/count-found.ts';
import { makeInvoicePage } from './reader/invoice-page.ts';
import { takePictures } from './reader/take-picture.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, pictures: { type: 'string' } } });
const SIZE = { width: 1280, height: 800 };
const folder = values.pictures ?? (await mkdtemp(join(tmpdir(), 'mirror-reader-')));
await mkdir(folder, { recursive: true });

const [first, second] = await takePictures(
  [makeInvoicePage({ rows: 15 }), makeInvoicePage({ rows: 15, approved: 4 })],
  SIZE,
);
const files = { first: join(folder, 'first.webp'), second: join(folder, 'second.webp') };
// As the recorder packs them.
await writeFile(files.first, await sharp(first!.png).webp({ quality: 80 }).toBuffer());
await writeFile(files.second, await sharp(second!.png).webp({ quality: 80 }).toBuffer());

const system = await findSystemTesseract();
const figures: Record<string, unknown> = { ...SIZE, words: first!.words.length };
try {
  figures['tesseractJs'] = await measure(await openTesseractJs(bundledEnglish()));
  figures['tesseract'] = system ? await measure(openSystemTesseract(system, 'eng')) : null;
} finally {
  if (values.pictures === undefined) await rm(folder, { recursive: true });
}
if (values.json) console.log(JSON.stringify(figures));
else console.dir(figures, { depth: 4 });

/** The first picture whole, then the second, on which a click has changed a row and added a line. */
async function measure(recogniser: Recogniser) {
  const reader = createScreenReader(recogniser);
  try {
    await reader.read(files.first); // the first of all pays for starting
    const whole = await clock(() => reader.read(files.first));
    const before = { file: files.first, words: whole.value };
    const changed = await clock(() => reader.read(files.second, { before: [before] }));
    return {
      madeBy: reader.madeBy,
      whole: { seconds: whole.seconds, ...countFound(first!.words, listTexts(whole.value)) },
      changed: { seconds: changed.seconds, ...countFound(second!.words, listTexts(changed.value)) },
    };
  } finally {
    await recogniser.close();
  }
}

function listTexts(words: readonly { text: string }[]): string[] {
  return words.map(({ text }) => text);
}

/** The best of three: what else this machine does is none of it. */
async function clock<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const runs: { value: Value; seconds: number }[] = [];
  for (let run = 0; run < 3; run += 1) {
    const startMs = performance.now();
    const value = await work();
    runs.push({ value, seconds: Math.round(performance.now() - startMs) / 1000 });
  }
  return runs.toSorted((a, b) => a.seconds - b.seconds)[0]!;
}
