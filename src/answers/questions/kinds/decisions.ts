// Questions about decisions, conditions, exceptions and judgement.
import type { ReworkFinding, WaitFinding } from '../../../domain/insights.ts';
import { type AnswerInput, labelOf } from '../../answer-input.ts';
import { sayList } from '../../say-list.ts';
import {
  listDecisions,
  listExceptions,
  listJudgements,
  listRework,
  listStatedWaits,
} from '../../tools/list-findings.ts';
import { decidersOf } from '../../tools/deciders.ts';
import { tellersOf } from '../../tools/tellers.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { about, has, sayAround, sayException, sayWhole, tellDecisions, teller } from './say-findings.ts';
import { tellSaid } from './tell-said.ts';
import { endSentence, refuse, tellList } from './tell.ts';

export const DECISION_KINDS: readonly QuestionKind[] = [
  {
    id: 'decisions',
    examples: [
      'Which decisions are made?',
      'How many decisions are there?',
      'What does {role} decide?',
      'Which decisions are told by {person}?',
    ],
    patterns: [
      'DECISION COUNT? WHO? WHERE? PROCESS? PERSON? ROLE? STATED? {role|person}?',
      'DECISION COUNT? {activity}',
    ],
    answer: (asked) => {
      const { decisions } = listDecisions.run(
        { ...teller(asked), activity: asked.find('activity'), words: [] },
        asked.input,
      );
      const who = asked.mentions[0]?.name;
      // Who has recorded nothing has told of none: that says nothing of what others tell of them.
      const hasRecorded = asked.input.recordings.some(
        ({ recording: { actor, role } }) => actor === who || role === who,
      );
      if (decisions.length === 0 && who !== undefined && !hasRecorded) return refuse(`No decision is told by ${who}.`);
      return tellDecisions(
        asked,
        decisions,
        `${has(decisions.length, 'decision')}${who === undefined ? '' : ` told with ${who}`}.`,
      );
    },
  },
  {
    id: 'decision-about',
    examples: [
      'Who decides on the discount?',
      'What does the tax id depend on?',
      'Under which condition is a deposit needed?',
    ],
    patterns: ['DECISION WHO? WHATIF? WHERE? COUNT? !JUDGEMENT TOPIC'],
    answer: (asked) => {
      const words = [...asked.topic];
      const { decisions } = listDecisions.run({ words }, asked.input);
      const { judgements } = listJudgements.run({ words }, asked.input);
      if (decisions.length === 0 && judgements.length === 0)
        return refuse(`No decision about ${about(asked)} is told in this process.`);
      const facts = [...decisions, ...judgements];
      const tellers = facts.flatMap(({ evidence }) => tellersOf(evidence, asked.input));
      const toldBy = [...new Set(tellers.flatMap(({ role, name }) => role ?? name ?? []))];
      const by = [...new Set(facts.flatMap((fact) => decidersOf(fact, asked.input)))];
      const told = tellDecisions(asked, decisions, '');
      const lines = [
        ...told.sentences.slice(1),
        ...judgements.map(({ label, evidence }) => ({ text: `“${label}”: a matter of judgement.`, evidence })),
      ];
      const head = {
        text: `${has(facts.length, 'decision')} about ${about(asked)}, ${by.length === 0 ? '' : `decided by ${sayList(by)}, `}told by ${sayList(toldBy) || 'nobody by name'}.`,
        evidence: facts[0]?.evidence ?? [],
      };
      return {
        ...told,
        sentences: [head, ...lines],
        values: { ...told.values, by, toldBy, decisions: facts.length },
        n: facts.length,
        provenance: facts[0]?.provenance ?? 'stated',
      };
    },
  },
  {
    id: 'what-if',
    examples: [
      'What happens when the tax id is missing?',
      'What if the customer does not answer?',
      'What do we do if the customer complains?',
    ],
    patterns: ['WHATIF EXCEPTION? REWORK? WAIT? NEVER? DECISION? {person}? TOPIC', 'EXCEPTION !COUNT !DEFINE TOPIC'],
    answer: tellWhatIf,
  },
  {
    id: 'exceptions',
    examples: [
      'Which exceptions are there?',
      'How many exceptions?',
      'What goes wrong?',
      'Which problems does {role} tell of?',
    ],
    patterns: [
      'EXCEPTION COUNT? OFTEN? WHATIF? STATED? CASE? FREQUENT? MOST? PERSON? {role|person}?',
      'EXCEPTION COUNT? {activity}',
    ],
    answer: (asked) => {
      const { exceptions } = listExceptions.run(
        { ...teller(asked), activity: asked.find('activity'), words: [] },
        asked.input,
      );
      return tellList({
        items: exceptions,
        head: `${has(exceptions.length, 'exception')}${asked.mentions[0] ? ` with ${asked.mentions[0].name}` : ''}.`,
        line: (each) => sayException(each, asked.input),
        values: { exceptions: exceptions.length, labels: exceptions.map(({ label }) => label) },
        definition: 'exceptions',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
  {
    id: 'judgements',
    examples: [
      'Where do people decide by feel?',
      'How many judgement moments are there?',
      'What is a matter of experience for {role}?',
      'Which rules are unwritten?',
    ],
    patterns: [
      'JUDGEMENT DEFINE? COUNT? DECISION? PERSON? WHO? WHERE? USE? NEVER? WHEN? ACTIVITY? STATED? {role|person}?',
      'JUDGEMENT DECISION? COUNT? {activity}',
    ],
    answer: (asked) => {
      const { judgements } = listJudgements.run(
        { ...teller(asked), activity: asked.find('activity'), words: [] },
        asked.input,
      );
      const tellers = judgements.flatMap(({ evidence }) => tellersOf(evidence, asked.input));
      // Where no rule has found any, somebody may say so all the same.
      const said = judgements.length === 0 ? tellSaid(asked, 'JUDGEMENT', JUDGING) : undefined;
      if (said !== undefined) return said;
      return tellList({
        items: judgements,
        head: `${has(judgements.length, 'judgement moment')}${asked.mentions[0] ? ` with ${asked.mentions[0].name}` : ''}.`,
        line: ({ label, by, evidence }) =>
          `“${label}” (${by ?? tellersOf(evidence, asked.input)[0]?.role ?? 'told once'})${sayAround(label, evidence, asked.input)}.`,
        values: {
          judgements: judgements.length,
          labels: judgements.map(({ label }) => label),
          by: [...new Set(tellers.flatMap(({ role, name }) => role ?? name ?? []))],
        },
        definition: 'judgements',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
];

/** Words that hardly mean anything else, where people speak of how they decide. */
const JUDGING = ['experience', 'gut', 'intuition', 'instinct', 'hunch', 'discretion', 'judgement', 'judgment'];

/** What is told, with the sentence around it where that says more. */
const sayTold = ({ label, evidence }: ReworkFinding | WaitFinding, input: AnswerInput): string =>
  endSentence(`“${label}”${sayAround(label, evidence, input)}`);

/** What people tell of a condition: as a decision, an exception, work done again, or a wait. */
function tellWhatIf(asked: Asked): Told | Refused {
  const words = [...asked.topic];
  const { input } = asked;
  const wish = { ...teller(asked), words };
  const { decisions } = listDecisions.run(wish, input);
  const { exceptions } = listExceptions.run(wish, input);
  const rework = listRework.run(wish, input).rework.filter(({ kind }) => kind === 'told');
  const { waits } = listStatedWaits.run(wish, input);
  const lines = [
    ...exceptions.map((each) => ({ text: sayException(each, input), fact: each })),
    ...decisions.map((each) => ({ text: sayWhole(each, input), fact: each })),
    ...rework.map((each) => ({ text: sayTold(each, input), fact: each })),
    ...waits.map((each) => ({ text: sayTold(each, input), fact: each })),
  ];
  const [first] = lines;
  if (first === undefined) return refuse(`Nobody tells what happens about ${about(asked)}.`);
  return {
    values: {
      places: lines.length,
      labels: lines.map(({ fact }) => fact.label),
      activities: [...new Set(lines.flatMap(({ fact }) => fact.activityIds.map((id) => labelOf(input, id))))],
    },
    sentences: lines.slice(0, asked.limit).map(({ text, fact }) => ({ text, evidence: fact.evidence.slice(0, 5) })),
    definition: exceptions.length > 0 ? 'exceptions' : 'decisions',
    n: lines.length,
    provenance: first.fact.provenance,
  };
}
