// What may leave, the ledger of what did, and models behind a server: on the gallery, in a real Chromium.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

describeGallery('what leaves this machine', ({ page: getPage, open, findFaults }) => {
  let page: Page;

  beforeEach(() => {
    page = getPage();
  });

  it('is nothing as Mirror comes; other rules are said before they are kept', async () => {
    await open('/');
    await page.getByRole('link', { name: 'Kept on this machine' }).click();
    await page.getByText('Nothing leaves this machine').waitFor();
    const save = page.getByRole('button', { name: 'Save the rules' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByText('Figures only').click();
    await page.getByRole('textbox', { name: 'Host that may get it' }).fill('https://api.example.com/v1');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('The owner', { exact: true }).click();
    await page.getByText('Name the owner, who has to agree').waitFor();
    await page.getByRole('textbox', { name: /^Who answers for these rules/ }).fill('Ilse Brandt');
    await page.getByText('From then on: Figures may leave to api.example.com, after Ilse Brandt has seen').waitFor();
    expect(await findFaults()).toEqual([]);
    await save.click();
    await page.getByText('Something may leave this machine').waitFor();
    await page.getByRole('link', { name: 'Something may leave' }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 420, height: 800 });
    expect(await findFaults()).toEqual([]);
  });

  it('stands in the ledger, which is filtered, opened and verified', async () => {
    await open('/ledger', 'full&ledger=broken');
    const rows = page.locator('tbody tr');
    await page.getByRole('checkbox', { name: 'Beyond this machine only' }).check();
    expect(await rows.count()).toBe(5);
    await page.getByRole('searchbox', { name: 'Filter the ledger' }).fill('download');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText('Line 7: it is not as it was written').waitFor();
    expect(await findFaults()).toEqual([]);
    await page.getByRole('searchbox', { name: 'Filter the ledger' }).fill('');
    await rows.first().getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('tab', { name: 'Exact bytes' }).click();
    await dialog.getByText('"model":"claude-sonnet-4-5","max_tokens":1200').first().waitFor();
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('models behind a server are added, found, tried and removed', async () => {
    await open('/models');
    const list = page.getByRole('list', { name: 'Models behind a server' });
    await page.getByRole('button', { name: 'Find on this machine' }).click();
    await page.getByRole('list', { name: 'Found on this machine' }).getByRole('button', { name: 'Add' }).click();
    await list.getByRole('heading', { name: 'Llama 3.2' }).waitFor();
    await page.getByRole('button', { name: 'Add a model' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a model' });
    await dialog.getByLabel('Who runs it').selectOption('Mistral');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Name the model as its server calls it.').waitFor();
    expect(await findFaults()).toEqual([]);
    await dialog.getByLabel('Model, as its server calls it').fill('mistral-small');
    await dialog.getByLabel('Key, where its server wants one').fill('secret');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = list.getByRole('listitem').filter({ hasText: 'mistral-small' });
    await row.getByText('key kept').waitFor();
    await row.getByRole('button', { name: 'Change' }).click();
    expect(await page.getByLabel('Key: one is kept; type another to replace it').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await row.getByRole('button', { name: 'Try it' }).click();
    await row.getByText('It answers.').waitFor();
    await row.getByRole('button', { name: 'Remove mistral-small' }).click();
    await row.getByRole('button', { name: 'Remove', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    expect(await findFaults()).toEqual([]);
  });
});
