// Files dropped on the window in a real Chromium: on fixtures, and once against the real core.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { whyNoBrowser } from '../../scripts/find-chromium.ts';
import { openChromium } from '../../scripts/testing/open-chromium.ts';
import { createTestCore, createTestFolder } from '../../src/host/testing.ts';
import { makeDocx, makeEmail, makePdf } from '../../src/ingest/documents/documents.sample.ts';
import { serveWeb } from '../../src/web/serve.ts';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';
import { listViolations } from '../gallery/testing/open-gallery.ts';

/** Drops files as a browser does: first held over the window, then let go. */
async function drop(page: Page, names: readonly string[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const name of given) transfer.items.add(new File(['12345'], name));
    return transfer;
  }, names);
  await page.dispatchEvent('#main', 'dragover', { dataTransfer: data });
  await page.getByText('Drop to add').waitFor();
  await page.dispatchEvent('#main', 'drop', { dataTransfer: data });
}

describeGallery('files dropped on the window', (gallery) => {
  const { open, complaints } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const dialog = () => page.getByRole('dialog');

  it('on a process they are shown as what they are, confirmed and added, without complaint and for everybody', async () => {
    await open('/process/claims/recordings');
    await drop(page, ['talk.vtt', 'claims.csv', 'handbook.pdf', 'notes.txt', 'lost.webm', 'all.zip']);
    await dialog().getByRole('heading', { name: 'Add to “Motor claim handling”' }).waitFor();
    await dialog().getByText('5,120 events of 640 cases').waitFor();
    const rows = await dialog().getByRole('list', { name: 'What you gave' }).locator(':scope > li').all();
    expect(await Promise.all(rows.map((row) => row.getByRole('checkbox').first().isChecked()))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    await dialog().getByText('Cannot be added: the file is empty').waitFor();
    await dialog().getByText('all.zip: unpack it first').waitFor();
    expect(await listViolations(page)).toEqual([]);
    await dialog().getByLabel('Take notes.txt in as').selectOption('Words of a recording');
    await dialog().getByLabel('Who is recorded').fill('Ida');
    await dialog().getByRole('button', { name: 'How it is read' }).click();
    await dialog()
      .getByRole('region', { name: /as they would be stored/ })
      .waitFor();
    expect(await listViolations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Add 4 items' }).click();
    await dialog().getByText('2 recordings, 1 event log, 1 document added').waitFor();
    expect(await listViolations(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Open the map' }).click();
    await page.locator('[data-activity]').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('a log that cannot be read by itself asks, and what is chosen settles it', async () => {
    await open('/');
    await drop(page, ['odd.csv']);
    await dialog().getByRole('heading', { name: 'Add to a process' }).waitFor();
    await dialog().getByText('cannot tell which column is the case').waitFor();
    expect(await listViolations(page)).toEqual([]);
    const add = dialog().getByRole('button', { name: 'Add 1 item' });
    expect(await add.isDisabled()).toBe(true);
    await dialog().getByLabel('Case').selectOption('ref');
    await dialog().getByLabel('Activity').selectOption('what');
    await dialog().getByLabel('Time (or end)').selectOption('when');
    await dialog().getByText('5,120 events of 640 cases').waitFor();
    await dialog().getByText('Say which process this shows.').waitFor();
    await dialog().getByLabel('Process', { exact: true }).selectOption('A new process…');
    await dialog().getByLabel('Name of the new process').fill('Refunds');
    await add.click();
    await dialog()
      .getByText(/added to/)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('Escape leaves at any stage, and the keyboard is back where it was', async () => {
    await open('/process/claims/recordings');
    await page
      .locator('input[data-role="files"]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await dialog().getByRole('heading').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('a document shows its text page by page', async () => {
    await open('/process/claims/recordings');
    await page.getByRole('link', { name: 'claims-handbook.pdf' }).click();
    await page.getByText('A claim is registered on the day it arrives.').waitFor();
    await page.getByRole('link', { name: 'Page 2' }).click();
    await page.getByText('a second signature is needed').waitFor();
    await page.getByRole('link', { name: 'Page 3' }).click();
    await page.getByText('This page has no text.').waitFor();
    expect(await listViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(whyNoBrowser() !== undefined)('files given to the real core', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openChromium();
  });

  afterAll(() => browser.close());

  it('a folder becomes a process with a recording, a log and documents that can be read and saved', async () => {
    const folder = createTestFolder();
    const given = join(folder, 'monday');
    mkdirSync(join(given, 'mails'), { recursive: true });
    writeFileSync(
      join(given, 'talk.vtt'),
      'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nFirst I open the return request in Atlas.\n',
    );
    writeFileSync(
      join(given, 'jira.csv'),
      'Issue key,Status,Changed\nA-1,Open,2026-03-02 08:00\nA-1,Done,2026-03-02 09:00\n',
    );
    writeFileSync(join(given, 'policy.docx'), makeDocx(['Above 500 a second signature is needed.']));
    const mail = {
      subject: 'Order 4711',
      text: 'Please.',
      attachments: [{ name: 'terms.pdf', type: 'application/pdf', bytes: makePdf(['Net 30']) }],
    };
    writeFileSync(join(given, 'mails', 'order.eml'), makeEmail(mail));
    const core = await createTestCore(join(folder, 'workspace'));
    const app = await serveWeb(core, { port: 0 });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    onTestFinished(async () => {
      await page.close();
      await app.close();
    });
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Add a folder' }).waitFor();
    await page.locator('input[data-role="folder"]').setInputFiles(given);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 events of 1 case').waitFor();
    await dialog.getByLabel('Name of the new process').fill('Refunds');
    await dialog.getByRole('button', { name: 'Add 4 items' }).click();
    await dialog.getByText('1 recording, 1 event log, 2 documents added to “Refunds”').waitFor();
    await dialog.getByRole('button', { name: 'Open the map' }).click();
    await page
      .getByRole('navigation', { name: 'Views of this process' })
      .getByRole('link', { name: 'Recordings' })
      .click();
    await page.getByRole('link', { name: 'terms.pdf' }).click();
    await page.getByText('Net 30').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save the original' }).click();
    expect((await saved).suggestedFilename()).toBe('terms.pdf');
    expect(complaints).toEqual([]);
  });

  it('a folder that is dropped is walked through, and what was sent goes when the window is closed', async () => {
    const folder = createTestFolder();
    const given = join(folder, 'monday');
    mkdirSync(join(given, 'mails', 'old'), { recursive: true });
    for (const name of ['a.pdf', 'mails/b.pdf', 'mails/old/c.pdf']) writeFileSync(join(given, name), makePdf([name]));
    const core = await createTestCore(join(folder, 'workspace'));
    const app = await serveWeb(core, { port: 0 });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    onTestFinished(() => app.close());
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Add a folder' }).waitFor();
    const desk = await page.context().newCDPSession(page);
    const data = { items: [], files: [given], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await desk.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
    const rows = page.getByRole('list', { name: 'What you gave' }).locator(':scope > li');
    await rows.nth(2).waitFor();
    expect(await rows.locator('label').evaluateAll((names) => names.map((name) => name.getAttribute('title')))).toEqual(
      ['monday/a.pdf', 'monday/mails/b.pdf', 'monday/mails/old/c.pdf'],
    );
    expect(readdirSync(core.host.workspace.incoming).length).toBe(1);
    await page.close();
    await vi.waitUntil(() => readdirSync(core.host.workspace.incoming).length === 0);
  });
});
