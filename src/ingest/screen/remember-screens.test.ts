import { expect, test } from 'vitest';
import type { ScreenWord } from '../../domain/evidence.ts';
import { rememberScreen, shareWords } from './remember-screens.ts';

const word = (text: string, x = 10): ScreenWord => ({ text, x, y: 20, w: 30, h: 10, confidence: 0.9 });
const screen = (...texts: readonly string[]) => ({ words: texts.map((text) => word(text)) });

test('a window that changed a little takes the place of what it was; another window stays beside it', () => {
  const mail = screen('Inbox', 'Sent', 'Drafts', 'Ida', 'Noor');
  const order = screen('Order', 'LN-20723', 'Release', 'Hold', 'Note');
  const later = screen('Inbox', 'Sent', 'Drafts', 'Ida', 'Tom');
  expect(rememberScreen([order, mail], later)).toEqual([later, order]);
});

test('the newest six are remembered, and a screen without words by nobody but itself', () => {
  const known = Array.from({ length: 6 }, (_, at) => screen(`Page ${at}`));
  expect(rememberScreen(known, screen('Page 6'))).toEqual([screen('Page 6'), ...known.slice(0, 5)]);
  expect(rememberScreen([screen()], screen('Page 0'))).toEqual([screen('Page 0')]);
});

test('a word that stands where it stood on any of them is that word; one that moved is another', () => {
  const earlier = screen('Inbox', 'Sent');
  const words = shareWords([word('Sent'), word('Inbox', 11)], [screen('Order'), earlier]);
  expect(words).toEqual([word('Sent'), word('Inbox', 11)]);
  expect(words.map((each) => earlier.words.includes(each))).toEqual([true, false]);
});
