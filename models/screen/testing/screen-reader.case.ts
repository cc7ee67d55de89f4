// What every reader of screens must do, on two pictures of a made page (bench/reader/invoice-page.ts) by Chromium.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ScreenReader } from '../../../src/needs/screen-reader.ts';
import { createScreenReader, type Recogniser } from '../create-screen-reader.ts';
import { countFound } from './count-found.ts';

const fixture = (name: string): string => join(import.meta.dirname, '..', 'fixtures', name);
const WAITING = fixture('waiting.webp');
const APPROVED = fixture('approved.webp');

const BAR = 'Ledgerly Invoices Customers Reports Settings'.split(' ');
const HEAD =
  'Invoices to approve These invoices wait for a decision. Amounts over 2,000 EUR go to the finance team before Thursday. Number Customer Amount State Owner Note';
const rowsWith = (state: string): string =>
  `INV-20381 Hartwell Foods 2026-03-01 EUR 1234.50 Waiting Ida Brandt missing receipt
INV-20382 Nordsee Logistik 2026-03-02 EUR 1311.85 Approved Noor Haddad over the limit
INV-20383 Bluepine Ltd 2026-03-03 EUR 1389.20 Rejected Tom Reyes second reminder sent
INV-20384 Kestrel Motors 2026-03-04 EUR 1466.55 ${state} Ida Brandt needs approval
INV-20385 Hartwell Foods 2026-03-05 EUR 1543.90 Waiting Noor Haddad missing receipt`;
const SMALL = 'Last change at 14:05. Questions about limits: see the order rules, section 4.';
const split = (text: string): string[] => text.split(/\s+/);
/** All but the buttons and one short heading, of which not every reader makes out each. */
const WORDS = [...BAR, ...split(`${HEAD} ${rowsWith('On hold')} ${SMALL}`)];
const WORDS_APPROVED = split(`${rowsWith('Approved')} Invoice INV-20384 was approved by Ida Brandt just now. ${SMALL}`);

export function testScreenReader(open: () => Promise<Recogniser>): void {
  let recogniser: Recogniser;
  let reader: ScreenReader;
  let asked = 0;
  beforeAll(async () => {
    recogniser = await open();
    const { recognise } = recogniser;
    reader = createScreenReader({ ...recogniser, recognise: (...args) => ((asked += 1), recognise(...args)) });
  });
  afterAll(() => recogniser.close());

  test('reads a page, white words on dark ground among it, each word with its place', async () => {
    const words = await reader.read(WAITING);
    expect(countFound(WORDS, listTexts(words)).missed).toEqual([]);
    const number = words.find(({ text }) => text === 'INV-20384')!;
    // The fourth row begins 21 pixels from the left; letters are 10 pixels high.
    expect({ x: near(number.x, 21), y: near(number.y, 273), w: near(number.w, 66), h: near(number.h, 10) }).toEqual({
      x: 21,
      y: 273,
      w: 66,
      h: 10,
    });
    expect(words.filter(({ confidence }) => confidence < 0 || confidence > 1)).toEqual([]);
  });

  test('says the same of the same picture', async () => {
    expect(await reader.read(WAITING)).toEqual(await reader.read(WAITING));
  });

  test('reads again only what has changed since an earlier picture', async () => {
    const before = { file: WAITING, words: await reader.read(WAITING) };
    const words = await reader.read(APPROVED, { before: [before] });
    expect(countFound([...BAR, ...WORDS_APPROVED], listTexts(words)).missed).toEqual([]);
    expect(listTexts(words)).not.toContain('hold');
    // What stands above the changed row was not looked at: its words are those of before.
    const above = words.filter(({ y }) => y < 200);
    expect(above).toEqual(before.words.filter(({ y }) => y < 200));
    const askedBefore = asked;
    expect(await reader.read(WAITING, { before: [before] })).toEqual(before.words);
    expect(asked).toBe(askedBefore);
  });

  test('of several earlier pictures the nearest is gone on from', async () => {
    const blank = join(createFolder(), 'blank.png');
    await sharp({ create: { width: 900, height: 440, channels: 3, background: '#fff' } })
      .png()
      .toFile(blank);
    const earlier = { file: WAITING, words: await reader.read(WAITING) };
    const askedBefore = asked;
    const before = [{ file: blank, words: [] }, earlier];
    expect(await reader.read(WAITING, { before })).toEqual(earlier.words);
    expect(asked).toBe(askedBefore);
  });

  test('a picture of another size is read whole', async () => {
    const folder = createFolder();
    const smaller = join(folder, 'smaller.png');
    await sharp(WAITING).extract({ left: 0, top: 0, width: 900, height: 300 }).png().toFile(smaller);
    const words = await reader.read(smaller, { before: [{ file: WAITING, words: [] }] });
    expect(listTexts(words)).toContain('Nordsee');
  });

  test('an empty screen has no words', async () => {
    const blank = join(createFolder(), 'blank.png');
    await sharp({ create: { width: 640, height: 400, channels: 3, background: '#1c2430' } })
      .png()
      .toFile(blank);
    expect(await reader.read(blank)).toEqual([]);
  });

  test('what is no picture is refused in words, and the next is read', async () => {
    const file = join(createFolder(), 'broken.webp');
    writeFileSync(file, 'RIFF no picture');
    await expect(reader.read(file)).rejects.toMatchObject({ code: 'screen/unreadable' });
    await expect(recogniser.recognise(Buffer.from('P5\nno greymap'))).rejects.toMatchObject({ code: 'reader/failed' });
    expect((await reader.read(WAITING)).length).toBeGreaterThan(60);
  });

  test('a read that is cancelled ends as cancelled', async () => {
    await expect(reader.read(WAITING, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
}

const listTexts = (words: readonly { text: string }[]): string[] => words.map(({ text }) => text);

/** What is expected, where it is as near as readers of text agree; else what was found, for the failure to show. */
const near = (found: number, expected: number): number => (Math.abs(found - expected) <= 4 ? expected : found);

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
