// Putting things right in the window: by pointer and by keyboard, with a way back, and for everybody.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from './gallery/testing/describe-gallery.ts';

describeGallery('corrections', (gallery) => {
  const { open, complaints, findFaults } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });
  const note = (text: string) => page.locator('[aria-live=polite]').getByText(text);
  const expectFine = async (): Promise<void> => expect(await findFaults()).toEqual([]);

  it('renames an activity where it stands, follows it, and takes the name back by key and note', async () => {
    await open('/process/claims/map/a.register-claim');
    await button('Rename').click();
    await page.keyboard.press('Escape');
    await button('Rename').press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('check policy');
    await page.keyboard.press('Enter');
    await page.getByText('There is a “check policy” already.').waitFor();
    await expectFine();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('take in claim');
    await page.keyboard.press('Enter');
    await heading('Take in claim').waitFor();
    await note('Renamed “register claim” to “take in claim”').waitFor();
    expect(page.url()).toMatch(/a\.take-in-claim$/);
    await page.locator('[data-activity=take-in-claim][aria-pressed=true]').waitFor();
    expect(await button('Rename').evaluate((element) => element === document.activeElement)).toBe(true);
    await expectFine();
    await page.keyboard.press('Control+z');
    await heading('Register claim').waitFor();
    await page.keyboard.press('Control+Shift+Z');
    await heading('Take in claim').waitFor();
    await note('Done again: renamed “register claim” to “take in claim”').waitFor();
    await page.keyboard.press('Control+z');
    await note('Undone: renamed “register claim” to “take in claim”').waitFor();
    await button('Redo').click();
    await heading('Take in claim').waitFor();
    expect(complaints).toEqual([]);
  });

  it('leaves the undo key to a field that is being typed in', async () => {
    await open('/process/claims/map/a.register-claim');
    await button('Rename').click();
    await page.keyboard.type('x');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Corrections' }).click();
    await page.getByText('its words are gone').waitFor();
    expect(await page.getByText(/^\d+ undone$/).count()).toBe(0);
  });

  it('sets a role from those known or in free text', async () => {
    await open('/process/claims/map/a.register-claim');
    await button('Change the role').click();
    await button(/^Show all/).click();
    await page.getByRole('option', { name: 'team lead' }).click();
    await note('Set the role of “register claim” to “team lead”').waitFor();
    await button('Change the system').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Paper');
    await page.keyboard.press('Enter');
    await note('Set the system of “register claim” to “Paper”').waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toContain('Paper 640');
    await expectFine();
  });

  it('says that two activities are one, that one is several, and that one is none', async () => {
    await open('/process/claims/map/a.phone-broker-before-noon');
    await button('Same as…').click();
    await page.keyboard.type('close cl');
    await page.getByRole('option', { name: 'close claim' }).click();
    await heading('Close claim').waitFor();
    await note('Took “phone broker before noon” for “close claim” of the event log').waitFor();
    await button('Undo').click();
    await note('Undone: took').waitFor();
    await heading('Phone broker before noon').waitFor();
    await button('Different doings…').click();
    await page.getByRole('checkbox').first().check();
    await expectFine();
    await button('Keep apart').click();
    await note('Kept 3 steps named “phone broker before noon” apart').waitFor();
    await button('Not an activity').click();
    await heading('Where the time goes').waitFor();
    await note('Left out “phone broker before noon”').waitFor();
    expect(complaints).toEqual([]);
  });

  it('confirms and dismisses findings, folds the dismissed ones and opens them again', async () => {
    await open('/process/claims/findings/exceptions/f.exc-1');
    await button('Confirm').click();
    await page.getByText('Confirmed by a person.').waitFor();
    await button('Reopen').click();
    await button('Dismiss').click();
    await heading('Exceptions 3').waitFor();
    await button('1 dismissed').click();
    await button(/^Broker sends the notice by fax/).waitFor();
    await expectFine();
    await button('Reopen').click();
    await heading('Exceptions 4').waitFor();
    expect(complaints).toEqual([]);
  });

  it('puts right what people say in a finding', async () => {
    await open('/process/claims/findings/waits/f.wai-2');
    await button('Change the duration').click();
    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    await page.getByText('Write it as “2 days” or “4 hours”.').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('3 days');
    await page.keyboard.press('Enter');
    await note('Set the duration of “for the Tuesday signature” to “3 d”').waitFor();
    expect(await page.getByRole('definition').allInnerTexts()).toContain('3 d');
    await expectFine();
  });

  it('puts the steps of a recording right, one after the other', async () => {
    await open('/recording/rec-1');
    const step = (name: RegExp) => page.getByRole('region', { name: 'Steps' }).getByRole('button', { name });
    const order = () => page.getByRole('region', { name: 'Steps' }).locator('button[aria-pressed]').allInnerTexts();
    await step(/Register claim/).click();
    await button('Move up').click();
    await note('Moved “register claim” before “open claim notice”').waitFor();
    expect((await order())[0]).toMatch(/Register claim/);
    await button('Merge with next').click();
    await note('Merged “register claim” and “open claim notice” into “register claim”').waitFor();
    await button('Split…').click();
    await page.getByRole('textbox', { name: 'Second step' }).fill('number claim');
    await page.getByRole('slider', { name: 'Where the second step begins' }).press('ArrowRight');
    await expectFine();
    await button('Split').click();
    await note('Split “register claim” into “register claim” and “number claim”').waitFor();
    await step(/Check policy/).click();
    await button('Leave out').click();
    await note('Left out “check policy”').waitFor();
    await button('1 left out').click();
    await button('Restore check policy').click();
    await note('Took “check policy” back in').waitFor();
    await step(/Check policy/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('lists corrections with their words, explains the stale ones and undoes any of them', async () => {
    await open('/process/claims/findings/judgements/f.jud-1');
    await button('Confirm').click();
    await page.getByRole('link', { name: 'Corrections' }).click();
    await page.getByText('Confirmed “whether the damage fits the story”').first().waitFor();
    await page.getByText('What this was said of is not there now').waitFor();
    await expectFine();
    const before = await page.getByRole('heading', { name: /^Corrections \d+$/ }).innerText();
    const confirmed = page.getByRole('listitem').filter({ hasText: 'Confirmed “whether the damage fits the story”' });
    await confirmed.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 undone').click();
    await button('Redo').first().click();
    await heading(before.replace(/\s+/g, ' ')).waitFor();
    expect(complaints).toEqual([]);
  });

  it('explains the words for how a fact is known', async () => {
    await open('/process/claims/map/a.review-assessment');
    await page.getByText('What these words mean').first().click({ force: true });
    await page.getByText('somebody said so in a recording').waitFor();
    await expectFine();
    expect(await page.getByRole('term').allInnerTexts()).toContain('Inferred');
  });
});
