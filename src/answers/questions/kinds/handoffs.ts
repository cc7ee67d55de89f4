// Questions about work that passes from one to another.
import type { Handoff } from '../../../domain/insights.ts';
import { sayCount } from '../../../insights/say.ts';
import { listHandoffs } from '../../tools/list-handoffs.ts';
import { listPeopleHandoffs } from '../../tools/list-people-handoffs.ts';
import type { Asked, QuestionKind, Told } from '../kind.ts';
import { endSentence, refuse, tellList } from './tell.ts';

const line = ({ label, count, sources }: Handoff): string =>
  endSentence(`${label} (${sources.log > 0 ? sayCount(count, 'time') : 'told'})`);

function tellHandoffs(asked: Asked, handoffs: readonly Handoff[], where: string): Told {
  const passings = handoffs.reduce((sum, { count }) => sum + count, 0);
  const are = handoffs.length === 1 ? 'is' : 'are';
  return tellList({
    items: handoffs,
    head:
      handoffs.length === 0
        ? `There is no handoff ${where}.`
        : `There ${are} ${sayCount(handoffs.length, 'handoff')} ${where}, passed ${sayCount(passings, 'time')}.`,
    line,
    values: { handoffs: handoffs.length, passings, places: handoffs.map(({ label }) => label) },
    definition: 'handoffs',
    limit: asked.limit,
    input: asked.input,
  });
}

const whole = 'in the process';

export const HANDOFF_KINDS: readonly QuestionKind[] = [
  {
    id: 'count-handoffs',
    examples: ['How many handoffs are there?', 'Where does work change hands?', 'List all handoffs'],
    patterns: ['HANDOFF COUNT?', 'HANDOFF OFTEN', 'HANDOFF BETWEEN? ROLE|PERSON COUNT?'],
    ofCases: true,
    answer: (asked) => tellHandoffs(asked, listHandoffs.run({}, asked.input).handoffs, whole),
  },
  {
    id: 'handoffs-between',
    examples: [
      'How many handoffs are there between {role} and {role}?',
      'How often does {role} hand over to {role}?',
      'What goes from {role} to {role}?',
    ],
    patterns: ['HANDOFF COUNT? OFTEN? RECEIVE? {role} {role}', 'OFTEN? COUNT? PROCESS? HANDOFF? {role} {role}'],
    ofCases: true,
    answer: (asked) => {
      const [one, other] = asked.mentions;
      const [from, to] = [one?.name ?? '', other?.name ?? ''];
      const isEither =
        one?.lead === 'between' || (one?.lead !== 'from' && other?.lead !== 'to' && other?.lead !== 'from');
      if (isEither) {
        const { handoffs } = listHandoffs.run({ between: [from, to] }, asked.input);
        return tellHandoffs(asked, handoffs, `between ${from} and ${to}`);
      }
      const [source, target] = other?.lead === 'from' ? [to, from] : [from, to];
      return tellHandoffs(
        asked,
        listHandoffs.run({ from: source, to: target }, asked.input).handoffs,
        `from ${source} to ${target}`,
      );
    },
  },
  {
    id: 'handoffs-from',
    examples: ['Who does {role} hand work over to?', 'What does {role} pass on?', 'How many handoffs start at {role}?'],
    patterns: ['HANDOFF WHO? COUNT? START? {role}'],
    ofCases: true,
    answer: (asked) => {
      const role = asked.name('role');
      const isTo = asked.mentions[0]?.lead === 'to' || asked.mentions[0]?.lead === 'into';
      const { handoffs } = listHandoffs.run(isTo ? { to: role } : { from: role }, asked.input);
      const told = tellHandoffs(asked, handoffs, `${isTo ? 'to' : 'from'} ${role}`);
      const others = [...new Set(handoffs.map(({ from, to }) => (isTo ? (from ?? 'somebody') : to)))];
      return { ...told, values: { ...told.values, roles: others } };
    },
  },
  {
    id: 'handoffs-to',
    examples: ['Who hands work over to {role}?', 'What does {role} receive?', 'From whom does {role} get work?'],
    patterns: ['RECEIVE WHO? HANDOFF? COUNT? {role}', 'WHO PROCESS? HANDOFF !DO {role}'],
    ofCases: true,
    answer: (asked) => {
      const role = asked.name('role');
      const { handoffs } = listHandoffs.run({ to: role }, asked.input);
      const told = tellHandoffs(asked, handoffs, `to ${role}`);
      return { ...told, values: { ...told.values, roles: [...new Set(handoffs.flatMap(({ from }) => from ?? []))] } };
    },
  },
  {
    id: 'top-handoff',
    examples: [
      'Which handoff happens most often?',
      'Between which roles does work pass most?',
      'What is the most frequent handoff?',
    ],
    patterns: ['HANDOFF MOST ROLE? FREQUENT? OFTEN?', 'HANDOFF FREQUENT'],
    ofCases: true,
    answer: (asked) => {
      const [first] = listHandoffs.run({}, asked.input).handoffs;
      if (first === undefined) return refuse('No handoff has been found in this process.');
      return {
        ...tellList({
          items: [first],
          head: `The most frequent handoff is ${line(first)}`,
          line,
          values: { from: first.from, to: first.to, count: first.count, label: first.label },
          definition: 'handoffs',
          limit: 0,
          input: asked.input,
        }),
        n: first.count,
      };
    },
  },
  {
    id: 'people-handoffs',
    examples: [
      'How often does {person} hand over to {person}?',
      'Who does {person} pass work to?',
      'Which people hand over most?',
    ],
    patterns: ['HANDOFF OFTEN? COUNT? WHO? {person} {person}?', 'HANDOFF PERSON MOST|OFTEN'],
    answer: (asked) => {
      const [one, other] = asked.mentions;
      const isTo = other === undefined && one?.lead === 'to';
      const wish = isTo ? { to: one?.name } : { from: one?.name, to: other?.name };
      const { pairs, evidence } = listPeopleHandoffs.run(wish, asked.input);
      const [first] = pairs;
      if (first === undefined) return refuse('The event logs show no handoff between these people.');
      const total = pairs.reduce((sum, { count }) => sum + count, 0);
      return tellList({
        items: pairs.map((pair) => ({ ...pair, evidence, provenance: 'observed' as const })),
        head: `Work passes ${sayCount(total, 'time')} between ${sayCount(pairs.length, 'pair')} of people.`,
        line: (pair) => `${pair.from} to ${pair.to}: ${sayCount(pair.count, 'time')}.`,
        values: { count: total, from: first.from, to: first.to, most: first.count },
        definition: 'n',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
];
