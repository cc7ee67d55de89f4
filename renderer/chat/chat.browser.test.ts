// The panel of questions on the gallery, in a real Chromium: each state for everybody, keys, and what citations open.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

const MAP = '/process/claims/map';
const QUESTION = 'Where do cases wait longest and why?';

describeGallery('the panel of questions', ({ page: getPage, open, findFaults }) => {
  let page: Page;

  beforeEach(() => {
    page = getPage();
  });

  const panel = () => page.getByRole('complementary', { name: 'Ask this process' });
  const talk = () => panel().getByRole('region', { name: 'Questions and answers' });
  const box = () => panel().getByRole('textbox', { name: 'Your question' });
  const openIn = async (chat: string, path = MAP): Promise<void> => {
    await open(path, `full&chat=${chat}`);
    await panel().waitFor();
  };

  it('shows every state, without complaint and for everybody', async () => {
    // Beside a screen that is read faster than the map.
    const beside = '/process/claims/questions';
    const states = {
      begin: 'Ask how this process really goes',
      looking: 'Looking up what comes before and after: after “schedule visit”',
      streaming: 'Writing …',
      written: '2 unsupported sentences removed: nothing in this process shows what the model said there.',
      'not-understood': 'Nothing in this process is known by “unicorns”.',
      failed: 'The model server 127.0.0.1:11434 does not answer',
      declined: 'Mirror can answer by its rules alone.',
    };
    for (const [state, words] of Object.entries(states)) {
      await openIn(state, beside);
      await talk().getByText(words).waitFor();
      expect([state, await findFaults()]).toEqual([state, []]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 420, height: 800 });
    await openIn('written', beside);
    await talk().getByText('How this was computed').click();
    await talk().getByText('Looked up bottlenecks').waitFor();
    expect(await findFaults()).toEqual([]);
    await openIn('owner', beside);
    await page.getByRole('heading', { name: 'Send this to api.anthropic.com?' }).waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('is opened by a key, asks by Enter, stops by Escape and is closed by the key again', async () => {
    await open(MAP, 'full&chat=closed');
    await page.locator('[data-activity]').first().waitFor();
    await page.keyboard.press('Control+j');
    await box().waitFor();
    await page.keyboard.type('How many handoffs are there?');
    await page.keyboard.press('Shift+Enter');
    expect(await box().inputValue()).toBe('How many handoffs are there?\n');
    await page.keyboard.press('Enter');
    await talk().getByText('Worked out by Mirror: no model, nothing was sent.').waitFor();
    expect(await box().inputValue()).toBe('');
    await page.keyboard.press('Control+j');
    await panel().waitFor({ state: 'detached' });
    await openIn('streaming');
    await talk().getByText('Writing …').waitFor();
    await box().press('Escape');
    await expect.poll(() => box().inputValue()).toBe(QUESTION);
    expect(await talk().getByText('Writing …').count()).toBe(0);
    expect(await findFaults()).toEqual([]);
  });

  it('a number plays the moment or lights up the map, and says what it is', async () => {
    await openIn('answered');
    await talk().getByRole('button', { name: 'Evidence 3: play from 0:54' }).click();
    const player = page.getByRole('region', { name: 'Player' });
    await player.locator('mark').getByText('she signs on Tuesdays').waitFor();
    await talk()
      .getByRole('button', { name: /Play from 0:54 / })
      .waitFor();
    await talk()
      .getByRole('button', { name: /^Evidence 1: rows/ })
      .click();
    await page.waitForURL(/#\/process\/claims\/map\/[tf]\./);
    await talk().getByText('Examples: 3 rows of').waitFor();
    expect(await findFaults()).toEqual([]);
    // Beside a recording the same number goes to its moment there.
    await openIn('answered', '/recording/rec-1');
    await talk().getByRole('button', { name: 'Evidence 3: play from 0:54' }).click();
    await page.waitForURL(/#\/recording\/rec-0\/54000$/);
    await panel().waitFor();
  });

  it('agrees by the owner’s name alone, and asks another model in the place of the first', async () => {
    await openIn('owner');
    const dialog = page.getByRole('dialog', { name: 'Send this to api.anthropic.com?' });
    const send = dialog.getByRole('button', { name: 'Agree and send' });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByRole('tab', { name: 'Stand-ins' }).click();
    await dialog.getByRole('cell', { name: 'Marta Lind' }).waitFor();
    await dialog.getByRole('textbox').fill('ilse  brandt');
    await send.click();
    await talk().getByText('2 unsupported sentences removed').waitFor();
    await talk().getByRole('button', { name: 'Answer again' }).click();
    await page.getByRole('menuitem', { name: 'Without a model' }).click();
    await talk().getByText('Worked out by Mirror: no model, nothing was sent.').waitFor();
    expect(await talk().getByRole('listitem').filter({ hasText: QUESTION }).count()).toBe(1);
    expect(await findFaults()).toEqual([]);
  });

  it('changes who answers and the budget of the day in two presses', async () => {
    await openIn('written');
    await panel()
      .getByRole('button', { name: /^Auto / })
      .click();
    await page.getByRole('radio', { name: '$10.00' }).click();
    await page.getByText('of $10.00', { exact: false }).first().waitFor();
    expect(await page.getByRole('radio', { name: /^Gemini Flash/ }).isDisabled()).toBe(true);
    // The button that react-aria gives a popover to be dismissed by without sight stands beside its dialog.
    expect(
      (await findFaults()).filter((fault) => !fault.startsWith('region: <div style="display: contents;">')),
    ).toEqual([]);
    await page.getByText('No model', { exact: true }).click();
    await page.keyboard.press('Escape');
    await panel().getByRole('button', { name: 'No model' }).waitFor();
  });

  it('finds, opens, saves and removes earlier conversations', async () => {
    await openIn('begin');
    await panel().getByRole('button', { name: 'Earlier conversations' }).click();
    const list = panel().getByRole('region', { name: 'Earlier conversations' });
    await list.getByRole('searchbox').fill('handoffs');
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1);
    expect(await findFaults()).toEqual([]);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      list.getByRole('button', { name: /^Save “How many handoffs/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('where-do-cases-wait-longest.md');
    await list.getByRole('button', { name: /^How many handoffs/ }).click();
    await talk().getByText('Worked out by Mirror').waitFor();
    await panel().getByRole('button', { name: 'Earlier conversations' }).click();
    await list.getByRole('button', { name: /^Remove “How many handoffs/ }).click();
    await list.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => list.getByRole('button', { name: /^How many handoffs/ }).count()).toBe(0);
    // What was open is gone with it.
    await panel().getByRole('button', { name: 'Earlier conversations' }).click();
    await talk().getByText('Ask how this process really goes').waitFor();
  });
});
