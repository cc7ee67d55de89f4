// Questions about who takes part, and who does what.
import { quote, sayCount } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { listActivities } from '../../tools/list-activities.ts';
import { listPeople } from '../../tools/list-people.ts';
import { listWorkers } from '../../tools/list-workers.ts';
import type { QuestionKind } from '../kind.ts';
import { missing, one } from './find-asked.ts';
import { orRefuse, tellActivities, tellNames } from './tell-names.ts';
import { refuse, tellList } from './tell.ts';

/** As many names as are read at once. */
const MOST_PEOPLE = 5;

export const PEOPLE_KINDS: readonly QuestionKind[] = [
  {
    id: 'list-roles',
    examples: [
      'Who is involved?',
      'Which roles are there?',
      'How many roles take part?',
      'Which teams work in the process?',
    ],
    patterns: ['ROLE COUNT? PROCESS? WHO?', 'WHO PROCESS? DO?'],
    ofCases: true,
    answer: (asked) => tellNames(asked, 'roles', ['role', 'roles']),
  },
  {
    id: 'list-people',
    examples: [
      'Who recorded the process?',
      'Which recordings are there?',
      'How many recordings are there?',
      'Which people were recorded?',
    ],
    patterns: ['RECORDING WHO? COUNT? PERSON? PROCESS? MOST?', 'RECORDING WHO? {role}'],
    answer: (asked) => {
      const { people } = listPeople.run({ role: asked.find('role') }, asked.input);
      if (people.length === 0) return refuse('Nobody who recorded this process is known by name.');
      const recordings = people.flatMap((person) => person.recordings);
      return tellList({
        items: people.map((person) => ({ ...person, provenance: 'observed' as const })),
        head: `${sayCount(people.length, 'person', 'people')} made ${sayCount(recordings.length, 'recording')}: ${sayList(
          people.map(({ name, role }) => (role === null ? name : `${name} (${role})`)),
          12,
        )}.`,
        line: () => '',
        values: { people: people.map(({ name }) => name), recordings: recordings.length, titles: recordings },
        limit: 0,
        input: asked.input,
      });
    },
  },
  {
    id: 'who-does',
    examples: [
      'Who does {activity}?',
      'Which role is responsible for {activity}?',
      'Who performs {activity}?',
      'By whom is {activity} done?',
    ],
    patterns: [
      'WHO ROLE? PERSON? DO? DECISION? MOST? {activity}',
      'ROLE|PERSON DO? {activity}',
      'RESPONSIBLE DO? {activity}',
    ],
    ofCases: true,
    readsRows: true,
    answer: (asked) => {
      const activity = one(asked);
      if (activity === undefined) return missing(asked);
      const { label, roles, count, evidence, provenance } = activity;
      if (roles.length === 0) return refuse(`Nothing shows who does ${quote(label)}.`);
      const mine = new Set(roles.map(({ name }) => name));
      const people = listPeople
        .run({}, asked.input)
        .people.filter(({ steps, role }) => steps.includes(label) || (role !== null && mine.has(role)));
      const told =
        people.length === 0
          ? ''
          : `; ${sayList(people.map(({ name, role }) => (role === null ? name : `${name}, ${role}`)))} recorded this work`;
      // Who does it is asked of people as well as of roles.
      const inLog = listWorkers
        .run({}, asked.input)
        .workers.flatMap(({ name, activities }) => (activities.some((each) => each.activity === label) ? [name] : []));
      const named = inLog.length === 0 ? '' : `; in the log by ${sayList(inLog.slice(0, MOST_PEOPLE))}`;
      return {
        values: {
          role: roles[0]?.name ?? null,
          roles: roles.map(({ name }) => name),
          people: [...new Set([...people.map(({ name }) => name), ...inLog])].slice(0, MOST_PEOPLE),
        },
        sentences: [
          {
            text: `${quote(label)} is done by ${sayList(roles.map((role) => `${role.name} (${sayCount(role.count, 'time')})`))}${told}${named}.`,
            evidence,
          },
        ],
        definition: 'n',
        n: count,
        provenance,
      };
    },
  },
  {
    id: 'what-role-does',
    examples: [
      'What does {role} do?',
      'Which activities does {role} perform?',
      'What is {role} responsible for?',
      'How many steps does {role} have?',
    ],
    patterns: ['DO|ACTIVITY|PROCESS ACTIVITY? DO? !COUNT PROCESS? {role}', 'ACTIVITY COUNT DO? PROCESS? {role}'],
    ofCases: true,
    answer: (asked) => {
      const role = asked.name('role');
      const { activities } = listActivities.run({ role }, asked.input);
      return orRefuse(
        tellActivities(activities, (n) => `${role} does ${n}`),
        `No activity of ${role} has been seen or told.`,
      );
    },
  },
  {
    id: 'what-person-does',
    examples: ['What does {person} do?', 'Which steps does {person} show?', 'What is {person} responsible for?'],
    patterns: ['DO|ACTIVITY|RECORDING|PROCESS ACTIVITY? DO? WHO? COUNT? {person}'],
    answer: (asked) => {
      const name = asked.name('person');
      const [person] = listPeople.run({ name }, asked.input).people;
      if (person === undefined || person.steps.length === 0)
        return refuse(`${name} is named in an event log, but has not recorded anything.`);
      const steps = [...new Set(person.steps)];
      return {
        values: { steps, role: person.role, count: steps.length },
        sentences: [
          {
            text: `${name}${person.role === null ? '' : ` (${person.role})`} shows ${sayCount(steps.length, 'step')}: ${sayList(steps.map(quote), 12)}.`,
            evidence: person.evidence,
          },
        ],
        definition: 'n',
        n: steps.length,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'role-of',
    examples: ['What is the role of {person}?', 'Who is {person}?', 'Which team is {person} in?', 'Who is the {role}?'],
    patterns: ['WHO|ROLE ROLE? PERSON? {person}', 'WHO PERSON? PROCESS? RECORDING? {role}'],
    answer: (asked) => {
      const filter = { name: asked.find('person'), role: asked.find('role') };
      const { people } = listPeople.run(filter, asked.input);
      if (people.length === 0)
        return refuse(`Nobody recorded by that name or in that role: ${filter.name ?? filter.role}.`);
      return tellList({
        items: people.map((person) => ({ ...person, provenance: 'stated' as const })),
        head: `${people.map(({ name, role }) => `${name} is ${role ?? 'of unknown role'}`).join('; ')}.`,
        line: () => '',
        values: { people: people.map(({ name }) => name), role: people[0]?.role ?? null },
        limit: 0,
        input: asked.input,
      });
    },
  },
];
