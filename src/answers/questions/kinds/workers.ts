// Questions about who does what how often, as the rows of the logs show it.
import type { EvidenceRef } from '../../../domain/evidence.ts';
import { quote, sayCount } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { listPeople } from '../../tools/list-people.ts';
import { listWorkers } from '../../tools/list-workers.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { NOT_UNDERSTOOD } from '../not-understood.ts';
import { missing, one } from './find-asked.ts';
import { refuse, tellList } from './tell.ts';

/** Asked for by the person: before the role is told. */
export const WHO_OF_PEOPLE: QuestionKind = {
  id: 'who-of-people',
  examples: ['Which person does {activity} most often?', 'Which employees do {activity}?'],
  patterns: ['PERSON WHO? DO? MOST? OFTEN? FREQUENT? ACTIVITY? {activity}', 'PERSON COUNT WHO? DO? {activity}'],
  ofCases: true,
  readsRows: true,
  answer: (asked) => {
    const activity = asked.name('activity');
    const doing = listWorkers
      .run({}, asked.input)
      .workers.flatMap(({ name, role, activities }) =>
        activities.filter((each) => each.activity === activity).map((each) => ({ ...each, name, role })),
      );
    const sorted = doing.toSorted((a, b) => b.count - a.count);
    if (sorted.length === 0) return refuse(`No event log names who does ${quote(activity)}.`);
    return tellList({
      items: sorted,
      head: `${quote(activity)} is done by ${sayList(sorted.map(({ name, role, count }) => `${name}${role === null ? '' : `, ${role}`} (${sayCount(count, 'time')})`))}.`,
      line: () => '',
      values: {
        people: sorted.map(({ name }) => name),
        persons: sorted.length,
        role: sorted[0]?.role ?? null,
        count: sorted[0]?.count ?? 0,
      },
      definition: 'n',
      limit: 0,
      input: asked.input,
    });
  },
};

export const WORKER_KINDS: readonly QuestionKind[] = [
  // Of a log without roles.
  { ...WHO_OF_PEOPLE, id: 'who-in-log', examples: [], patterns: ['WHO DO? MOST? OFTEN? FREQUENT? {activity}'] },
  {
    id: 'count-people',
    examples: ['How many people take part?', 'How many employees work in the process?', 'Which people are there?'],
    patterns: ['PERSON COUNT? PROCESS? WHO? DO? CASE? OBSERVED?'],
    ofCases: true,
    readsRows: true,
    answer: (asked) => {
      const { workers } = listWorkers.run({}, asked.input);
      const { people } = listPeople.run({}, asked.input);
      const names = [...new Set([...workers, ...people].map(({ name }) => name))];
      if (names.length === 0) return refuse('Nobody who works in this process is known by name.');
      const recorded =
        people.length === 0 ? '' : ` ${sayCount(people.length, 'of them', 'of them')} recorded their work.`;
      return tellList({
        items: [...workers, ...people.map((person) => ({ ...person, provenance: 'observed' as const }))],
        head: `${sayCount(names.length, 'person', 'people')} ${names.length === 1 ? 'is' : 'are'} known by name: ${sayList(names, 12)}.${recorded}`,
        line: () => '',
        values: { count: names.length, people: names, recorded: people.length },
        limit: 0,
        input: asked.input,
      });
    },
  },
  {
    id: 'what-worker-does',
    examples: ['How many events does {person} have?', 'What does {person} do in the log?'],
    patterns: ['DO|ACTIVITY|PROCESS|COUNT ACTIVITY? CASE? EVENT? OBSERVED? DO? WHO? COUNT? {person}'],
    ofCases: true,
    readsRows: true,
    answer: (asked) => {
      const [worker] = listWorkers.run({ name: asked.name('person') }, asked.input).workers;
      if (worker === undefined) return refuse(`No event log shows what ${asked.name('person')} does.`);
      const { name, role, events, cases, activities, evidence } = worker;
      return {
        values: { activities: activities.map(({ activity }) => activity), events, cases, role },
        sentences: [
          {
            text: `${name}${role === null ? '' : ` (${role})`} does ${sayCount(events, 'event')} in ${sayCount(cases, 'case')}: ${sayList(activities.map(({ activity, count }) => `${quote(activity)} (${sayCount(count, 'time')})`))}.`,
            evidence,
          },
        ],
        definition: 'n',
        n: events,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'how-often-by',
    examples: ['How often does {role} do {activity}?', 'How many times is {activity} done by {person}?'],
    patterns: [
      'OFTEN|COUNT DO? CASE? FREQUENT? {role|person} {activity}',
      'OFTEN|COUNT DO? CASE? FREQUENT? {activity} {role|person}',
    ],
    ofCases: true,
    readsRows: true,
    answer: (asked) => {
      const found = findDoing(asked);
      if ('refused' in found) return found;
      const { name, activity, count, evidence } = found;
      return {
        values: { count },
        sentences: [{ text: `${name} does ${quote(activity)} ${sayCount(count, 'time')}.`, evidence }],
        definition: 'n',
        n: count,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'does-role-do',
    examples: ['Does {role} do {activity}?', 'Is {activity} done by {role}?'],
    patterns: ['DO? WHO? {role|person} {activity}', 'DO? WHO? {activity} {role|person}'],
    ofCases: true,
    readsRows: true,
    answer: (asked) => {
      if (!/^(does|do|did|is|are|was|were|has|have)$/.test(asked.words[0] ?? '')) return refuse(NOT_UNDERSTOOD);
      const found = findDoing(asked);
      if ('refused' in found) {
        const activity = one(asked);
        return activity === undefined ? missing(asked) : told('no', `No: ${found.refused}`, activity.evidence);
      }
      return told(
        'yes',
        `Yes: ${found.name} does ${quote(found.activity)} ${sayCount(found.count, 'time')}.`,
        found.evidence,
      );
    },
  },
];

const told = (answer: 'yes' | 'no', text: string, evidence: readonly EvidenceRef[]): Told => ({
  values: { answer },
  sentences: [{ text, evidence }],
  n: null,
  provenance: 'observed',
});

interface Doing {
  readonly name: string;
  readonly activity: string;
  readonly count: number;
  readonly evidence: readonly EvidenceRef[];
}

/** How often the role or person that is named does the activity; who does it instead where they do not. */
function findDoing(asked: Asked): Doing | Refused {
  const activity = one(asked);
  if (activity === undefined) return missing(asked);
  const { label, roles, evidence } = activity;
  const role = asked.find('role');
  const instead: Refused = {
    refused: `${quote(label)} is done by ${sayList(roles.map(({ name }) => name)) || 'somebody else'}, not by ${role ?? asked.name('person')}.`,
    isFinal: true,
  };
  if (role !== undefined) {
    const count = roles.find(({ name }) => name === role)?.count;
    return count === undefined ? instead : { name: role, activity: label, count, evidence };
  }
  const name = asked.name('person');
  const done = listWorkers.run({ name }, asked.input).workers[0]?.activities.find((each) => each.activity === label);
  if (done !== undefined) return { name, activity: label, count: done.count, evidence: done.evidence };
  const [person] = listPeople.run({ name }, asked.input).people;
  const shown = person?.steps.filter((step) => step === label).length ?? 0;
  return shown === 0 || person === undefined
    ? instead
    : { name, activity: label, count: shown, evidence: person.evidence };
}
