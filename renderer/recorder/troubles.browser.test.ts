// What the recorder shows on every screen while it records: title, icon, troubles and their remedies, other windows.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';
import { listViolations } from '../gallery/testing/open-gallery.ts';

describeGallery('the recorder at work', (gallery) => {
  const { complaints } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const open = async (recorder: string, path = '/', state = 'full'): Promise<void> => {
    await gallery.open(path, `${state}&recorder=${recorder}`);
  };

  it('shows its state in the title and the icon, on every screen, and offers no second recording', async () => {
    await open('recording', '/process/claims/findings/bottlenecks');
    await page.getByRole('region', { name: 'Recorder: Recording' }).waitFor();
    expect(await page.title()).toMatch(/^● Recording 2:\d\d – motor claim handling · Mirror$/);
    const icon = () => page.locator('link[rel=icon]').getAttribute('href');
    expect(await icon()).toContain('sign-recording');
    expect(await page.getByRole('button', { name: 'Record', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'Mirror, all processes' }).click();
    await page.getByRole('heading', { name: 'Processes' }).waitFor();
    expect(await page.title()).toMatch(/^● Recording 2:\d\d – motor claim handling · Mirror$/);
    await page.getByRole('button', { name: 'Discard this recording' }).click();
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('region', { name: /^Recorder/ }).waitFor({ state: 'detached' });
    expect(await page.title()).toBe('Processes · Mirror');
    expect(await icon()).toContain('mark');
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with each device and helps with it', async () => {
    await open('degraded');
    const needs = page.getByRole('list', { name: 'What needs you' });
    await needs.getByRole('button', { name: 'Share again' }).click();
    await needs.getByText('Sharing of Screen 1 has ended').waitFor({ state: 'detached' });
    await needs.getByLabel('Use another microphone').selectOption('Built-in microphone');
    await needs.getByText('is gone: your voice is not recorded').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('sees a recording of another window and leaves it alone', async () => {
    await open('elsewhere');
    await page.getByText('Pause, marks and stop are in the window that records.').waitFor();
    expect(await page.getByRole('button', { name: 'Record', exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('Alt+r');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
  });

  it('says when the window that records does not answer, and only then', async () => {
    page = await gallery.useOwnPage();
    const silence = page.getByText('The window that records does not answer; what it recorded is kept.');
    await page.clock.install();
    await page.setViewportSize({ width: 420, height: 700 });
    await open('unanswered');
    await page.getByText('Recording in another window').waitFor();
    await page.clock.runFor(5000);
    await silence.waitFor();
    expect(await page.getByText('Recording in another window').count()).toBe(0);
    expect(await page.locator('[data-tone=recording]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Record', exact: true }).isDisabled()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(420);
    expect(await listViolations(page)).toEqual([]);
    await open('elsewhere');
    await page.getByText('Recording in another window').waitFor();
    await page.clock.runFor(12_000);
    expect(await silence.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('rests its meter in a pause: nothing is listened to', async () => {
    await open('paused');
    const bar = page.getByRole('region', { name: 'Recorder: Paused' });
    const meter = page.getByRole('meter', { name: 'Microphone level' });
    const reading = () => meter.getAttribute('aria-valuetext');
    expect(await reading()).toBe('paused, 0 of 100');
    await bar.getByText('paused', { exact: true }).waitFor();
    await bar.getByRole('button', { name: /Go on/ }).click();
    await expect.poll(reading).toMatch(/^good, \d+ of 100$/);
  });

  it('tells of a recovered recording once', async () => {
    await open('recovered');
    const notes = page.getByRole('region', { name: 'Recovered recordings' });
    await notes.getByText('Receipt', { exact: true }).click();
    await notes.getByText('live/rec-2/system-0004.part').waitFor();
    await notes.getByRole('button', { name: 'Close this note' }).click();
    await notes.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('heading', { name: 'Processes' }).waitFor();
    expect(await notes.count()).toBe(0);
  });
});
