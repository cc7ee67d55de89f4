import { expect, test } from 'vitest';
import { listNames } from '../../names/list-names.ts';
import { refunds } from '../../testing/refunds.ts';
import { fillExample } from '../fill-example.ts';
import { readQuestion } from '../read-question.ts';
import { recogniseByGrammar } from '../recognise.ts';
import { KINDS } from './all-kinds.ts';

const names = listNames(refunds());

test('there are more than forty kinds of questions, each with an id of its own', () => {
  expect(KINDS.length).toBeGreaterThan(40);
  expect(new Set(KINDS.map(({ id }) => id)).size).toBe(KINDS.length);
});

test('the grammar recognises every example of every kind as that kind', () => {
  const wrong = KINDS.flatMap(({ id, examples }) =>
    examples.flatMap((example) => {
      const question = fillExample(example, names) ?? example;
      const found = [false, true].map(
        (prefersConcepts) => recogniseByGrammar(readQuestion(question, { names, prefersConcepts }), KINDS)[0]?.kind.id,
      );
      const first = found[0] ?? found[1];
      return first === id ? [] : [{ question, id, first }];
    }),
  );
  expect(wrong).toEqual([]);
});
