// How much of a page is read, how much of what is read is not there, and how long it takes, by each reader of screens.
//   node bench/reader.ts [--json] [--pictures DIR] [--film NAME]
//
// Pages are those of the samples' films, whose words are known from the stories they were made by, and others that are
// drawn here. A film is read as an ingest reads it: picture by picture, each only where it differs from earlier ones.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createScreenReader, type Recogniser } from '../models/screen/create-screen-reader.ts';
import { countFound } from '../models/screen/testing/count-found.ts';
import { findSystemTesseract, openSystemTesseract } from '../models/system-tesseract.ts';
import { bundledEnglish, openTesseractJs } from '../models/tesseract-js.ts';
import type { ScreenWord } from '../src/domain/evidence.ts';
import { rememberScreen } from '../src/ingest/screen/remember-screens.ts';
import type { ReadScreen, ScreenReader } from '../src/needs/screen-reader.ts';
import { takeAt, takeChosen } from './reader/film-pictures.ts';
import { makeInvoicePage } from './reader/invoice-page.ts';
import { makePages } from './reader/made-pages.ts';
import { PAGE_TOP_PX, readSampleGold } from './reader/read-sample-gold.ts';
import { takePictures } from './reader/take-picture.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, pictures: { type: 'string' }, film: { type: 'string', default: 'credit' } },
});
const SIZE = { width: 1280, height: 800 };

interface KnownPage {
  readonly file: string;
  readonly words: readonly string[];
  /** What stands above is not of the page. */
  readonly topPx: number;
}

const folder = values.pictures ?? (await mkdtemp(join(tmpdir(), 'mirror-reader-')));
await mkdir(folder, { recursive: true });
const readers = [await openTesseractJs(bundledEnglish())];
const system = await findSystemTesseract();
if (system) readers.push(openSystemTesseract(system, 'eng'));
try {
  const pages = { samples: await listSamplePages(), made: await listMadePages() };
  const click = await makeClick();
  const film = await takeChosen(values.film, folder);
  const figures: Record<string, unknown> = { ...SIZE };
  for (const recogniser of readers) {
    const reader = createScreenReader(recogniser);
    await reader.read(click.before); // the first of all pays for starting
    figures[recogniser.name] = {
      samples: await readPages(reader, pages.samples),
      made: await readPages(reader, pages.made),
      click: await readClick(reader, click),
      film: await readFilm(recogniser, film),
    };
  }
  if (values.json) console.log(JSON.stringify(figures));
  else console.dir(figures, { depth: 4 });
} finally {
  await Promise.all(readers.map((reader) => reader.close()));
  if (values.pictures === undefined) await rm(folder, { recursive: true });
}

async function listSamplePages(): Promise<KnownPage[]> {
  const pages: KnownPage[] = [];
  for (const { film, atMs, words } of readSampleGold())
    pages.push({ file: await takeAt(film, atMs, folder), words, topPx: PAGE_TOP_PX });
  return pages;
}

async function listMadePages(): Promise<KnownPage[]> {
  const pages = makePages();
  const pictures = await takePictures(
    pages.map(({ html }) => html),
    SIZE,
  );
  return Promise.all(
    pictures.map(async ({ png, words }, at) => ({ file: await keep(pages[at]!.name, png), words, topPx: 0 })),
  );
}

/** A page, and the same after a row of it was approved and a line added. */
async function makeClick(): Promise<{ before: string; after: string }> {
  const states = [makeInvoicePage({ rows: 15 }), makeInvoicePage({ rows: 15, approved: 4 })];
  const [before, after] = await takePictures(states, SIZE);
  return { before: await keep('before-click', before!.png), after: await keep('after-click', after!.png) };
}

/** As the recorder packs them. */
async function keep(name: string, png: Buffer): Promise<string> {
  const file = join(folder, `${name}.webp`);
  await writeFile(file, await sharp(png).webp({ quality: 80 }).toBuffer());
  return file;
}

/** Every page whole. */
async function readPages(reader: ScreenReader, pages: readonly KnownPage[]) {
  const [seconds, found, wrong]: [number[], number[], number[]] = [[], [], []];
  for (const { file, words, topPx } of pages) {
    const startMs = performance.now();
    const read = await reader.read(file);
    seconds.push((performance.now() - startMs) / 1000);
    const texts = read.filter(({ y, h }) => y + h / 2 >= topPx).map(({ text }) => text);
    found.push(countFound(words, texts).found);
    wrong.push(countFound(texts, words).missed.length);
  }
  const of = sum(pages.map(({ words }) => words.length));
  const share = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 1000;
  const least = Math.min(...pages.map(({ words }, at) => share(found[at]!, words.length)));
  return {
    pages: pages.length,
    words: of,
    found01: share(sum(found), of),
    leastFoundOfAPage01: least,
    wrong01: share(sum(wrong), sum(found) + sum(wrong)),
    secondsAPage: round(sum(seconds) / pages.length),
    slowestPageSeconds: round(Math.max(...seconds)),
  };
}

async function readClick(reader: ScreenReader, { before, after }: { before: string; after: string }) {
  const known = [{ file: before, words: await reader.read(before) }];
  const startMs = performance.now();
  await reader.read(after, { before: known });
  return { seconds: round((performance.now() - startMs) / 1000) };
}

/** `readShare01`: of all pixels of its pictures, those that were read. */
async function readFilm(recogniser: Recogniser, files: readonly string[]) {
  let bytes = 0;
  const counting = {
    ...recogniser,
    recognise: (picture: Buffer) => ((bytes += picture.length), recogniser.recognise(picture)),
  };
  const reader = createScreenReader(counting);
  let known: (ReadScreen & { readonly words: readonly ScreenWord[] })[] = [];
  const startMs = performance.now();
  for (const file of files) known = rememberScreen(known, { file, words: await reader.read(file, { before: known }) });
  const seconds = (performance.now() - startMs) / 1000;
  const all = files.length * SIZE.width * SIZE.height * 4;
  return { pictures: files.length, secondsAPicture: round(seconds / files.length), readShare01: round(bytes / all) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
