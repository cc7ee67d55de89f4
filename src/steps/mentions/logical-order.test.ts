import { expect, test } from 'vitest';
import { createWinkTagger } from '../../../models/wink-tagger.ts';
import { findMentions, readDescription } from './find-mentions.ts';
import { logicalOrder } from './logical-order.ts';

const tagger = createWinkTagger();

/** Activities, gateways and conditions as they take effect, by their words. */
function order(...texts: readonly string[]): string[] {
  const sentences = texts.map((text, segment) =>
    tagger
      .tag(text)
      .map((word, place) => ({ ...word, lower: word.text.toLowerCase(), segment, opensSegment: place === 0 })),
  );
  const read = readDescription({ sentences });
  const mentions = findMentions(read, null);
  const places = mentions.flatMap(({ type }, at) => (type === 'Actor' || type === 'Activity Data' ? [] : [at]));
  return logicalOrder({ sentences: read.sentences, mentions }, places).map((at) => {
    const mention = mentions[at];
    const words = sentences[mention?.sentence ?? 0]?.slice(mention?.from, mention?.to) ?? [];
    return words.map((word) => word.text).join(' ');
  });
}

test('"or" between two doings opens the choice before both', () => {
  expect(order('The clerk checks the form .', 'The clerk signs the form or the clerk returns the form .')).toEqual([
    'checks',
    'or',
    'signs',
    'returns',
  ]);
});

test('"meanwhile" opens the parallel before what was told last', () => {
  expect(order('The clerk prints the form .', 'Meanwhile , the guest fills the box .')).toEqual([
    'Meanwhile',
    'prints',
    'fills',
  ]);
});

test('a condition at the end and "after" in the middle come first', () => {
  expect(order('The clerk calls the guest if the form is empty .')).toEqual(['if', 'the form is empty', 'calls']);
  expect(order('The clerk signs the form after reading the letter .')).toEqual(['reading', 'signs']);
});
