import { expect, test } from 'vitest';
import { createWinkTagger } from './wink-tagger.ts';

const tagger = createWinkTagger();
const tag = (text: string) =>
  tagger
    .tag(text)
    .map((word) => `${word.text}/${word.pos}`)
    .join(' ');

test('words of any text are exact slices that cover every character that is not a space', () => {
  const texts = [
    "So, um, I'm in the ship-to field  and it's $40.50… (12%) — ok?",
    'uh i’m going to re-invoice it\n\nthen  save',
    '日本語 and émigré café; naïve co-worker’s e-mail',
    '',
    '   ',
    'x',
    '👍 done 👍🏽',
  ];
  for (const text of texts) {
    const words = tagger.tag(text);
    expect(words.map((word) => word.text)).toEqual(words.map((word) => text.slice(word.start, word.end)));
    const uncovered = words.reduceRight((rest, word) => rest.slice(0, word.start) + rest.slice(word.end), text);
    expect(uncovered.trim()).toBe('');
  }
});

test('verbs of office work are verbs after a subject, at a clause start and before an object', () => {
  expect(tag('i untick restock')).toBe('i/PRON untick/VERB restock/VERB');
  expect(tag('so punch in the account code')).toBe('so/ADV punch/VERB in/ADP the/DET account/NOUN code/NOUN');
  expect(tag('he closes the case and releases it')).toBe(
    'he/PRON closes/VERB the/DET case/NOUN and/CCONJ releases/VERB it/PRON',
  );
});

test('the same words are nouns after a determiner, and capitals are no verbs', () => {
  expect(tag('there is a price block')).toBe('there/PRON is/AUX a/DET price/NOUN block/NOUN');
  expect(tag('I log into SAP')).toContain('SAP/PROPN');
});

test('fillers are interjections and do not disturb their neighbours', () => {
  expect(tag('and I, um, copy the code')).toBe('and/CCONJ I/PRON ,/PUNCT um/INTJ ,/PUNCT copy/VERB the/DET code/NOUN');
});
