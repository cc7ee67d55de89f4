// Questions asked of the sample in a real Chromium, over the real core: answered, stopped, played, written by a model, refused
// before anything left, and all of it in the ledger.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { whyNoBrowser } from '../../scripts/find-chromium.ts';
import { openChromium } from '../../scripts/testing/open-chromium.ts';
import { addWriter, sayAgain } from '../../src/host/chat/testing/conversation.ts';
import { createTestCore, finish } from '../../src/host/testing.ts';
import type { WriterId } from '../../src/domain/writer.ts';
import { serveWeb } from '../../src/web/serve.ts';

const reason = whyNoBrowser();
if (reason) console.warn(`walk.browser.test.ts skipped: ${reason}`);

const BEYOND = 'models.example';

describe.skipIf(reason !== undefined)('asking the sample', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openChromium();
  });

  afterAll(() => browser.close());

  it('goes from the first question to the ledger, and nothing leaves that was not agreed to', async () => {
    const { page, server, complaints } = await openSample(browser);
    const panel = page.getByRole('complementary', { name: 'Ask this process' });
    const talk = panel.getByRole('region', { name: 'Questions and answers' });
    const box = panel.getByRole('textbox', { name: 'Your question' });
    const ask = async (question: string): Promise<void> => {
      await box.fill(question);
      await box.press('Enter');
    };

    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await panel.getByRole('button', { name: /^Auto/ }).click();
    await page.getByText('No model', { exact: true }).click();
    await page.keyboard.press('Escape');
    await ask('Which exceptions are there?');
    await talk.getByText('Worked out by Mirror: no model, nothing was sent.').waitFor();
    await talk
      .getByRole('button', { name: /^Evidence \d+: play from/ })
      .first()
      .click();
    const player = page.getByRole('region', { name: 'Player' });
    await player.locator('mark').first().waitFor();

    await panel.getByRole('button', { name: 'No model' }).click();
    await page.getByText('Small', { exact: true }).click();
    await page.keyboard.press('Escape');
    await ask('How many handoffs are there?');
    await expect.poll(() => server.asked.length).toBe(1);
    await box.press('Escape');
    expect(await server.asked[0]!.left).toBe('gone');
    expect(await box.inputValue()).toBe('How many handoffs are there?');

    await box.press('Enter');
    await talk.getByText('1 unsupported sentence removed').waitFor();
    await talk.getByText('Written by Small: on this machine, nothing left it').waitFor();

    await talk.getByRole('button', { name: 'Answer again' }).last().click();
    await page.getByRole('menuitem', { name: /^Big/ }).click();
    const dialog = page.getByRole('dialog', { name: `Send this to ${BEYOND}?` });
    await dialog.getByText('How many handoffs are there?').first().waitFor();
    await dialog.getByRole('button', { name: 'Do not send' }).click();
    await talk.getByText('Nothing was sent', { exact: true }).waitFor();
    await talk.getByRole('button', { name: 'Answer without a model' }).click();
    await expect.poll(() => talk.getByText('Worked out by Mirror: no model, nothing was sent.').count()).toBe(2);

    await page.getByRole('link', { name: /may leave$/ }).click();
    await page.getByRole('link', { name: 'the ledger' }).click();
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.locator('td:nth-child(2)').allTextContents()).toEqual(
      [1, 2].map(() => `${server.host}this machine`),
    );
    await rows.first().getByRole('button').click();
    const entry = page.getByRole('dialog');
    await entry.getByRole('tab', { name: 'Exact bytes' }).click();
    expect(await entry.locator('pre').first().textContent()).toBe(server.asked[1]!.body);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText(/^Whole: \d+ lines, each as it was written/).waitFor();
    expect(complaints).toEqual([]);
  });
});

/** The sample's map in a window, a model on this machine whose first answer never ends, and one beyond it. */
async function openSample(browser: Browser) {
  const core = await createTestCore();
  const { processId } = await finish(await core.client.samples.load());
  const never = Promise.withResolvers<never>();
  const { server, writer } = await addWriter(
    { core, processId },
    (asked, nth) => (nth === 0 ? { ...sayAgain(asked), holds: never.promise } : sayAgain(asked)),
    { contextTokens: 65_536 },
  );
  const big = { ...writer, id: 'big' as WriterId, title: 'Big', url: `https://${BEYOND}/v1`, model: 'big-1' };
  await core.client.writer.save({ writer: big });
  await core.client.policy.set({ release: 'figures', receivers: [BEYOND], agrees: 'asker', owner: '' });
  const app = await serveWeb(core, { port: 0 });
  const page: Page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  onTestFinished(async () => {
    await page.close();
    await app.close();
  });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.setDefaultTimeout(20_000);
  await page.goto(app.url);
  await page
    .getByRole('link', { name: /customer onboarding/i })
    .first()
    .click();
  await page.locator('[data-activity]').first().waitFor();
  return { page, server, complaints };
}
