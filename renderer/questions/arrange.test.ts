import { expect, it } from 'vitest';
import { makeFakeQuestions } from '../gallery/fake-questions.ts';
import { addOpen, arrange, sayProgress } from './arrange.ts';

it('leaves what is answered where it stood, grouped by recording, and undone it is open there again', () => {
  const { list, answer, undo } = makeFakeQuestions();
  const seen = addOpen([], list());
  const before = arrange(list(), seen);
  expect(before.groups.map(({ recordingId, questions }) => [recordingId, questions.length])).toEqual([
    ['rec-0', 3],
    ['rec-1', 2],
  ]);
  expect(sayProgress(list())).toBe('1 of 6 answered');

  const given = answer({ questionId: seen[0]!, value: 'yes' });
  const after = arrange(list(), addOpen(seen, list()));
  expect(after.groups[0]?.questions[0]).toMatchObject({ id: seen[0], state: 'answered', answer: 'yes' });
  expect(after.settled).toEqual(before.settled);
  expect(sayProgress(list())).toBe('2 of 6 answered');

  undo(given.id);
  expect(arrange(list(), addOpen(seen, list()))).toEqual(before);
});

it('counts the skipped apart, and takes up again what was settled before', () => {
  const { list, skip, undo } = makeFakeQuestions();
  const seen = addOpen([], list());
  skip({ questionId: seen[1]! });
  expect(sayProgress(list())).toBe('1 of 6 answered, 1 skipped');
  const old = arrange(list(), seen).settled[0]!;
  undo(old.correctionId!);
  const more = addOpen(seen, list());
  expect(more).toEqual([...seen, old.id]);
  expect(arrange(list(), more).settled).toEqual([]);
});
