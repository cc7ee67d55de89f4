// The recorder's screens in each of their states, small and large, and the whole way from the card to the receipt by keyboard.
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';
import { listViolations } from '../gallery/testing/open-gallery.ts';

/** Every state by its name in the gallery, with what tells that it is shown. */
const STATES = {
  before: {
    asking: 'Asking how much room there is…',
    choosing: 'Start with voice only',
    ready: 'Start recording',
    refused: 'Exclusions cannot act now.',
    starting: 'Waiting for the first second of sound from Headset (Jabra 20)',
    failed: 'No picture came from Screen 1 within 15 seconds',
  },
  during: {
    recording: 'about 41 h left',
    paused: 'Go on',
    degraded: 'Sharing of Screen 1 has ended: its picture is no longer recorded.',
    excluded: 'Not recording: KeePass is visible.',
    disconnected: '1.2 MB wait in this window',
    full: 'The disk is nearly full: less than a minute left.',
    elsewhere: 'Recording in another window',
  },
  after: {
    finishing: 'Checking what was recorded',
    done: 'Recorded 8 min 41 s',
    stopped: 'The disk is full. Everything recorded so far is kept.',
    recovered: 'Recovered 12 min 41 s, at most 0.8 s lost',
  },
} as const;

/** Those that look different in the dark, and those with most to see. */
const DARK: readonly string[] = ['excluded', 'paused', 'degraded'];
const WIDE: readonly string[] = ['ready', 'recording', 'degraded', 'done'];

describeGallery('the recorder', (gallery) => {
  const { complaints } = gallery;
  let page: Page;

  beforeEach(() => {
    page = gallery.page();
  });

  const open = async (recorder: string, path = '/', state = 'full'): Promise<void> => {
    await gallery.open(path, `${state}&recorder=${recorder}`);
  };

  /** Presses Tab until what is called so has the focus. */
  const tabTo = async (name: RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      const focused = await page.evaluate(nameOfFocused);
      if (name.test(focused)) return;
      passed.push(focused);
      await page.keyboard.press('Tab');
    }
    expect.fail(`Tab never came to ${name.source}, only to ${passed.join(' | ')}`);
  };

  const show = async (state: string, words: string): Promise<void> => {
    await open(state);
    if (state === 'refused') await page.getByText('What is never recorded').click();
    await page.getByText(words).first().waitFor();
  };

  for (const [when, states] of Object.entries(STATES)) {
    it(`shows each state ${when} a recording in a small window, without complaint and for everybody`, async () => {
      await page.setViewportSize({ width: 420, height: 700 });
      for (const [state, words] of Object.entries(states)) {
        await show(state, words);
        expect([state, await listViolations(page)]).toEqual([state, []]);
        expect([state, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([state, 420]);
        if (!DARK.includes(state)) continue;
        await page.emulateMedia({ colorScheme: 'dark' });
        expect([state, 'dark', await listViolations(page)]).toEqual([state, 'dark', []]);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      expect(complaints).toEqual([]);
    });
  }

  it('shows the same in a large window', async () => {
    for (const [state, words] of Object.values(STATES).flatMap((states) => Object.entries(states))) {
      if (!WIDE.includes(state)) continue;
      await show(state, words);
      expect([state, await listViolations(page)]).toEqual([state, []]);
    }
    expect(complaints).toEqual([]);
  });

  it('goes from the card to the receipt by keyboard alone', async () => {
    await open('idle');
    await page.keyboard.press('Alt+r');
    await page.getByRole('dialog', { name: 'Record a process' }).waitFor();
    await tabTo(/^Process$/);
    await page.keyboard.type('claims');
    // What was typed is no known process; the one below is chosen from the list.
    await page.keyboard.press('Control+A');
    await page.keyboard.type('motor');
    await page.getByRole('option', { name: 'Motor claim handling' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Joins 5 other recordings.').waitFor();
    await tabTo(/^Choose a screen, window or tab/);
    await page.keyboard.press('Enter');
    await page.getByText('Whole screen, 1920 × 1080').waitFor();
    // What asked for the screen has the focus still.
    expect(await page.evaluate(nameOfFocused)).toBe('Add another screen');
    await tabTo(/^I agree to this recording$/);
    await page.keyboard.press('Space');
    await tabTo(/^Start recording$/);
    await page.keyboard.press('Enter');
    const bar = page.getByRole('region', { name: 'Recorder: Recording' });
    await bar.waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(nameOfFocused)).toBe('Recorder: Recording');

    await page.keyboard.press('d');
    await bar.getByText(/^Decision marked at 0:0\d$/).waitFor();
    await page.keyboard.press('n');
    // Letters are letters in a field, and no marks.
    await page.keyboard.type('whether we decide');
    await page.keyboard.press('Enter');
    await bar.getByText(/^Decision marked at 0:0\d, with your note$/).waitFor();
    expect(await page.evaluate(nameOfFocused)).toBe('Recorder: Recording');

    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Recorder: Paused' }).waitFor();
    expect(await page.title()).toMatch(/^❚❚ Paused 0:0\d – motor claim handling · Mirror$/);
    await page.keyboard.press('w');
    await tabTo(/^Discard this recording$/);
    await page.keyboard.press('Enter');
    // The harmless answer has the focus.
    await page.keyboard.press('Enter');
    expect(await page.evaluate(nameOfFocused)).toBe('Discard this recording');
    await tabTo(/^Letters are keys$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('p');
    await page.keyboard.press('Space');
    await page.keyboard.press('p');
    await bar.waitFor();

    await page.keyboard.press('Alt+s');
    const receipt = page.getByRole('dialog', { name: 'Receipt of the recording' });
    await receipt.getByRole('heading', { name: '1 mark' }).waitFor();
    await tabTo(/^Watch it$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Intake: how Ana takes in a claim' }).waitFor();
    expect(await page.title()).toBe('Intake: how Ana takes in a claim · Mirror');
    await page.getByText('Recorded 8 min 41 s, 3 gaps').click();
    await page.getByText('4:00 to 4:12').waitFor();
    expect(await listViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('starts nothing before the process is named and consent is given, and takes one there', async () => {
    await open('choosing');
    await page.getByRole('button', { name: 'Start with voice only' }).click();
    await page.getByText('Name the process first.').waitFor();
    expect(await page.evaluate(nameOfFocused)).toBe('Process');
    await page.keyboard.type('something new');
    await page.getByText('A new process: Mirror starts its map with this recording.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is recorded before you agree.').waitFor();
    expect(await page.evaluate(nameOfFocused)).toBe('I agree to this recording');
    await page.getByLabel('Microphone', { exact: true }).selectOption('No microphone');
    await page.getByText('Without a microphone the recording is silent').waitFor();
    await page.getByRole('button', { name: 'Start recording' }).click();
    await page.getByText('Choose a screen or a microphone').waitFor();
    expect(await page.evaluate(nameOfFocused)).toMatch(/^Choose a screen/);
    expect(complaints).toEqual([]);
  });

  it('keeps what was typed when the card is put away, but not for the next recording, and knows where one is', async () => {
    await open('idle', '/process/claims/recordings');
    await page.getByRole('button', { name: 'Record this process' }).click();
    const process = page.getByRole('combobox', { name: 'Process' });
    expect(await process.inputValue()).toBe('motor claim handling');
    await page.getByText('What starts it, when it is done, which case').click();
    await page.getByLabel('What starts it', { exact: true }).fill('a phone call');
    await page.getByText('1 of 3 said').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(nameOfFocused)).toBe('Record this process');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 3 said').waitFor();
    expect(await process.inputValue()).toBe('motor claim handling');
    await process.fill('returns');
    await page.getByLabel('I agree to this recording').check();
    await page.getByRole('button', { name: 'Start with voice only' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Record another' }).click();
    await page.getByText('optional').waitFor();
    expect(await process.inputValue()).toBe('returns');
    expect(await page.getByLabel('I agree to this recording').isChecked()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('adds to what is never recorded and takes from it, without starting anything', async () => {
    await open('choosing');
    await page.getByText('What is never recorded').click();
    await page.getByText('1 program', { exact: true }).click();
    await page.getByText('KeePass*', { exact: true }).waitFor();
    await page.getByLabel('Leave out by').selectOption('Page');
    await page.getByLabel('Its name').fill('*bank.example*');
    await page.keyboard.press('Enter');
    // What was just added is unfolded.
    const pages = page.getByRole('list', { name: 'Not recorded: 1 page' });
    await pages.getByText('*bank.example*').waitFor();
    await page.getByText('3 left out').waitFor();
    await page.getByRole('button', { name: 'Record KeePass* again' }).click();
    await page.getByText('2 left out').waitFor();
    expect(await page.getByText('1 program', { exact: true }).count()).toBe(0);
    expect(await listViolations(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** The name of what has the focus, as it stands in the page: its label, or its words. */
function nameOfFocused(): string {
  const element = document.activeElement;
  if (!element) return '';
  const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const label = element.getAttribute('aria-label') ?? labels.map((one) => one.textContent).join(' ');
  return (label === '' ? element.textContent : label).trim();
}
