import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answers/answer-question.ts';
import { refunds } from '../../src/answers/testing/refunds.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { makeEmptyView } from '../gallery/make-view.ts';
import { suggestQuestions } from './suggest-questions.ts';

test('every question to begin with is answered by rules alone', () => {
  const input = refunds();
  const { graph, insights, recordings } = input;
  const view = {
    headline: { handoffs: insights.handoffs.length },
    graph,
    insights,
    recordings: recordings.map(({ recording }) => ({ recording })),
  } as unknown as ProcessView; // what is not read is left out
  const questions = suggestQuestions(view);
  const refused = questions.filter((question) => {
    const answer = answerQuestion({ question }, input);
    return answer === 'needs columns' || !answer.isAnswered;
  });
  expect([questions.length, refused]).toEqual([6, []]);
});

test('a process that shows nothing has nothing to ask', () => {
  expect(suggestQuestions(makeEmptyView())).toEqual([]);
});
