import { expect, test } from 'vitest';
import { createWinkTagger } from '../../../models/wink-tagger.ts';
import type { Word } from '../words.ts';
import { findMentions, readDescription, trainMentions } from './find-mentions.ts';
import { findRelations, trainRelations } from './find-relations.ts';
import { linkMentions } from './link-mentions.ts';
import type { Mention } from './types.ts';

const tagger = createWinkTagger();

function toWords(text: string, segment: number): Word[] {
  return tagger
    .tag(text)
    .map((word, place) => ({ ...word, lower: word.text.toLowerCase(), segment, opensSegment: place === 0 }));
}

const read = (...texts: readonly string[]) => readDescription({ sentences: texts.map(toWords) });

function show(texts: readonly string[], mentions: readonly Mention[]): string[] {
  const sentences = texts.map(toWords);
  return mentions.map(
    ({ type, sentence, from, to }) =>
      `${type}: ${(sentences[sentence] ?? [])
        .slice(from, to)
        .map((word) => word.text)
        .join(' ')}`,
  );
}

const byRules = (...texts: readonly string[]) => show(texts, findMentions(read(...texts), null));

test('an active clause has a doer, a doing and a thing', () => {
  expect(byRules('The baker sends the order of the guest to the driver .')).toEqual([
    'Actor: The baker',
    'Activity: sends',
    'Activity Data: the order of the guest',
    'Actor: the driver',
  ]);
});

test('a passive clause has its thing first and its doer after "by", also when an adverb stands inside', () => {
  expect(byRules('The loaf is then weighed by the baker and packed .')).toEqual([
    'Activity Data: The loaf',
    'Activity: weighed',
    'Actor: the baker',
    'Activity: packed',
  ]);
});

test('a condition ends where a new subject starts, with and without a comma', () => {
  const expected = [
    'XOR Gateway: If',
    'Condition Specification: the dough is too wet',
    'Actor: the baker',
    'Activity: adds',
    'Activity Data: flour',
  ];
  expect(byRules('If the dough is too wet , the baker adds flour .')).toEqual(expected);
  expect(byRules('If the dough is too wet the baker adds flour .')).toEqual(expected);
});

test('whoever is told something is a party, and "or" between clauses is a gateway', () => {
  expect(byRules('The shop informs the guest about the delay or the shop cancels the order .')).toEqual([
    'Actor: The shop',
    'Activity: informs',
    'Actor: the guest',
    'Activity Data: about the delay',
    'XOR Gateway: or',
    'Actor: the shop',
    'Activity: cancels',
    'Activity Data: the order',
  ]);
});

test('that the process starts or ends is no activity', () => {
  expect(byRules('The process starts .', 'Then the process ends .')).toEqual([]);
});

test('the tagger learns from examples where the rules are wrong', () => {
  const text = 'The oven serves as storage .';
  const wrong = findMentions(read(text), null);
  const right: Mention[] = [{ type: 'Further Specification', sentence: 0, from: 3, to: 5 }];
  const examples = Array.from({ length: 30 }, () => ({ read: read(text), mentions: right }));
  expect(show([text], wrong)).not.toEqual(['Further Specification: as storage']);
  expect(show([text], findMentions(read(text), trainMentions(examples)))).toEqual([
    'Further Specification: as storage',
  ]);
});

test('the same words and the nearest pronoun mean the same; "another" starts anew', () => {
  const texts = [
    'The baker takes a large tray .',
    'He puts the tray into the oven .',
    'Then the baker takes another tray .',
  ];
  const { sentences } = read(...texts);
  const mentions = findMentions(read(...texts), null);
  const entities = linkMentions({ sentences, mentions });
  expect(
    entities.map((members) =>
      show(
        texts,
        members.flatMap((at) => mentions[at] ?? []),
      ),
    ),
  ).toEqual([
    ['Actor: The baker', 'Actor: He', 'Actor: the baker'],
    ['Activity: takes'],
    ['Activity Data: a large tray', 'Activity Data: the tray'],
    ['Activity: puts'],
    ['Activity: takes'],
    ['Activity Data: another tray'],
  ]);
});

test('relations learned from one description hold in another of the same build', () => {
  const describe = (texts: readonly string[]) => {
    const described = read(...texts);
    return { sentences: described.sentences, mentions: findMentions(described, null) };
  };
  const taught = describe(['The baker checks the oven .', 'The driver loads the van .', 'The guest pays the bill .']);
  const related = new Set(
    [0, 3, 6].flatMap((first) => [`actor performer ${first + 1} ${first}`, `uses ${first + 1} ${first + 2}`]),
  );
  related.add('flow 1 4').add('flow 4 7');
  const isRelated = (type: string, head: number, tail: number) => related.has(`${type} ${head} ${tail}`);
  const model = trainRelations([{ ...taught, isRelated }]);
  const found = findRelations(describe(['The clerk opens the file .', 'The nurse signs the form .']), model);
  expect(found.map(({ type, head, tail }) => `${type} ${head} ${tail}`)).toEqual([
    'actor performer 1 0',
    'uses 1 2',
    'actor performer 4 3',
    'uses 4 5',
    'flow 1 4',
  ]);
});

test('a choice leads to both its doings and not from one to the other, with no choice ever taught', () => {
  const describe = (texts: readonly string[]) => {
    const described = read(...texts);
    return { sentences: described.sentences, mentions: findMentions(described, null) };
  };
  const taught = describe(['The baker checks the oven .', 'The driver loads the van .']);
  const isRelated = (type: string, head: number, tail: number) => `${type} ${head} ${tail}` === 'flow 1 4';
  const scene = describe(['The clerk signs the form or the clerk returns the form .']);
  const flow = findRelations(scene, trainRelations([{ ...taught, isRelated }])).filter(({ type }) => type === 'flow');
  const name = (at: number) => scene.mentions[at]?.type;
  expect(flow.map(({ head, tail }) => `${name(head)} ${head} > ${name(tail)} ${tail}`)).toEqual([
    'XOR Gateway 3 > Activity 1',
    'XOR Gateway 3 > Activity 5',
  ]);
});
