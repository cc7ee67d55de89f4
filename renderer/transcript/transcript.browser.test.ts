// Putting words right in the window: by pointer and by keyboard, playing along, with a way back.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

describeGallery('the words of a recording', (gallery) => {
  const { open, findFaults } = gallery;
  let page: Page;

  beforeEach(async () => {
    page = gallery.page();
    await open('/recording/rec-0');
    await line(0).waitFor();
  });

  const line = (at: number) => page.locator(`[data-line="${at}"]`);
  const field = () => page.getByRole('textbox', { name: /^Words at/ });
  const isFocused = (at: number) => line(at).evaluate((element) => element === document.activeElement);
  const words = async (at: number) => (await line(at).locator('span').last().textContent()) ?? '';

  it('puts a line right by keyboard and goes on to the next; the key for undo takes it back', async () => {
    const [first, second] = [await words(0), await words(1)];
    await line(0).focus();
    await page.keyboard.press('F2');
    await field().waitFor();
    expect(await field().inputValue()).toBe(first);
    expect(await findFaults()).toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('First I read the claim.');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Words at 0:06' }).waitFor();
    expect([await words(0), await field().inputValue()]).toEqual(['First I read the claim.', second]);
    await page.getByText('put right by a person').waitFor();
    await page.keyboard.press('Escape');
    await line(1).waitFor();
    expect([await isFocused(1), await words(1)]).toEqual([true, second]);
    await page.keyboard.press('Control+z');
    await page.getByText('The words are as they were before').waitFor();
    expect(await words(0)).toBe(first);
    expect(await page.getByRole('button', { name: /^Undo the last change of words/ }).count()).toBe(0);
  });

  it('plays what a line says while it is open, and again by key', async () => {
    const time = () => page.locator('video').evaluate((video: HTMLVideoElement) => Math.floor(video.currentTime));
    await line(2).hover();
    await page
      .getByRole('button', { name: /^Put right: / })
      .nth(2)
      .click();
    await field().waitFor();
    await page.waitForFunction(() => document.querySelector('video')!.currentTime >= 12);
    expect(await time()).toBeLessThan(18);
    await page.locator('video').evaluate((video: HTMLVideoElement) => (video.currentTime = 1));
    await field().press('Alt+Enter');
    await page.waitForFunction(() => document.querySelector('video')!.currentTime >= 12);
    expect(await field().count()).toBe(1);
  });

  it('splits a line at the cursor and joins it again', async () => {
    const whole = await words(1);
    await line(1).focus();
    await page.keyboard.press('F2');
    await field().waitFor();
    const cut = whole.indexOf(' ', 8);
    await field().evaluate((area: HTMLTextAreaElement, at) => area.setSelectionRange(at, at), cut);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => words(1)).toBe(whole.slice(0, cut));
    await expect.poll(() => field().inputValue()).toBe(whole.slice(cut + 1));
    await field().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0));
    await page.keyboard.press('Backspace');
    await expect.poll(() => field().inputValue()).toBe(whole);
    await page.keyboard.press('Escape');
    expect(await words(1)).toBe(whole);
  });

  it('adds a line where it plays and removes one; an empty line is none', async () => {
    const count = await page.locator('[data-line]').count();
    await page.getByRole('button', { name: 'Add a line where it plays' }).click();
    await field().fill('Good morning.');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-line]').count()).toBe(count + 1);
    expect(await words(1)).toBe('Good morning.');
    await line(1).focus();
    await page.keyboard.press('F2');
    await field().fill('');
    await page.getByRole('button', { name: 'Remove this line' }).click();
    await expect.poll(() => page.locator('[data-line]').count()).toBe(count);
  });
});
