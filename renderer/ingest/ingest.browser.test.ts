// Work on sound and pictures as a person sees it, in a real Chromium, with the gallery's recordings.
import { expect, it } from 'vitest';
import { describeGallery } from '../gallery/testing/describe-gallery.ts';

describeGallery('the work on sound and pictures', ({ page, open, findFaults }) => {
  it('is shown with how far it is, ended by a person, and tried again', async () => {
    await open('/recording/rec-3');
    const now = page().getByRole('region', { name: 'Work under way' });
    const bar = now.getByRole('progressbar', { name: 'Writing down what is said' });
    expect(await bar.evaluate((each: HTMLProgressElement) => Math.round(each.value * 100))).toBe(38);
    expect(await now.textContent()).toContain('0:34 of 1:30 · about 3 min left');
    expect(await findFaults()).toEqual([]);
    await now.getByRole('button', { name: 'Cancel' }).click();
    const left = page().getByRole('region', { name: 'What did not work out' });
    await left.getByText('Cancelled: writing down what is said, making it searchable.').waitFor();
    expect(await now.count()).toBe(0);
    await left.getByRole('button', { name: 'Try again' }).click();
    await now.waitFor();
    expect(await left.count()).toBe(0);
    expect(await findFaults()).toEqual([]);
  });

  it('says what failed and what to do about it, and of each stage what it made', async () => {
    await open('/recording/rec-1');
    const left = page().getByRole('region', { name: 'What did not work out' });
    await left.getByText(/^Reading the sound did not work out\. handling\.m4a: .* Install ffmpeg/).waitFor();
    await page().getByText('What was made of its sound and pictures').click();
    await page().getByText('1 file, 84 MB, 1 with sound, 1 with picture').waitFor();
    expect(await findFaults()).toEqual([]);
  });

  it('is told beside the recordings: what is under way, what waits, what is incomplete, and when nothing moves', async () => {
    await open('/process/claims/recordings');
    await page().getByText('1 more waits').waitFor();
    const states = await page().locator('tbody tr > :nth-child(8)').allTextContents();
    expect(states).toEqual(['Ready', 'Incomplete', 'Waits', 'Writing down what is said', 'Failed']);
    expect(await findFaults()).toEqual([]);
  });
});
