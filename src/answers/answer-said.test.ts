// Questions about what people say: who says it, why, when and how long, in their own words.
import { expect, test } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { refunds } from './testing/refunds.ts';

const told = refunds();
const SAID = {
  r1: [
    'I record the claim in the Helpdesk.',
    'I check the receipt twice, because the shop prints them badly.',
    'If the claim is older than one hundred and fifty days, I call the lawyer.',
  ],
  r2: ['The bank takes two days to send the money.', 'I cannot change the name on a card.'],
};
const input = {
  ...told,
  said: told.recordings.map(({ recording: { id } }) => ({
    recordingId: id,
    segments: (id === 'r1' ? SAID.r1 : SAID.r2).map((text, index) => ({
      index,
      startMs: index * 65_000,
      endMs: index * 65_000 + 5000,
      text,
    })),
  })),
};

function tell(question: string) {
  const answer = answerQuestion({ question }, input);
  if (answer === 'needs columns') throw new Error('nothing is asked of the rows');
  const { isAnswered, understood, values } = answer;
  return isAnswered ? [understood?.kind, values['people'], values['quotes']] : answer.answer;
}

test('what is said is found with who says it, and quoted', () => {
  expect(
    [
      'Where does Dana mention the lawyer?',
      'Who talks about the shop?',
      'Why is the receipt checked?',
      'When do we call the lawyer?',
      'Who calls the lawyer?',
      'Why is the lawyer called?',
      'How long does the bank need?',
    ].map(tell),
  ).toEqual([
    ['where-said', ['Dana Holt'], [SAID.r1[2]]],
    ['where-said', ['Dana Holt'], [SAID.r1[1]]],
    ['told', ['Dana Holt'], [SAID.r1[1]]],
    ['told', ['Dana Holt'], [SAID.r1[2]]],
    ['told', ['Dana Holt'], [SAID.r1[2]]],
    // The condition under which it is done is the reason, where no other is told.
    ['told', ['Dana Holt'], [SAID.r1[2]]],
    ['told', ['Tom Bray'], [SAID.r2[0]]],
  ]);
});

test('what nobody says, or somebody else, or says that it is not so, is refused', () => {
  expect(
    [
      'Where does Tom mention the lawyer?',
      'Who talks about the weather?',
      'Who changes the name on a card?',
      'What is the fee of the bank?',
    ].map(tell),
  ).toEqual([
    'Tom Bray does not speak of “lawyer”.',
    'Nobody speaks of “weather”.',
    'Nothing in this process is known by “changes”, “card”.',
    'Nothing in this process is known by “fee”.',
  ]);
});

test('the moment that is quoted is the moment that is cited', () => {
  const answer = answerQuestion({ question: 'Who talks about the lawyer?' }, input);
  if (answer === 'needs columns') throw new Error('nothing is asked of the rows');
  expect(answer.sentences).toEqual(
    ['Dana Holt speaks of “lawyer”, in 1 moment.', `Dana Holt (support clerk) at 2:10: “${SAID.r1[2]}”`].map(
      (text) => ({
        text,
        citations: [
          {
            kind: 'speech',
            recordingId: 'r1',
            segment: 2,
            startMs: 130_000,
            endMs: 135_000,
            charStart: 0,
            charEnd: SAID.r1[2]!.length,
            quote: SAID.r1[2],
          },
        ],
      }),
    ),
  );
});
