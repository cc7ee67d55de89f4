// Questions about who does what, where and how often.
import { quote, sayCount, sayDuration } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import { citeSome, sumUp } from '../../tools/cite-some.ts';
import { findPath } from '../../tools/find-path.ts';
import { type ActivityItem, listActivities } from '../../tools/list-activities.ts';
import { listPeople } from '../../tools/list-people.ts';
import { listUsed } from '../../tools/list-used.ts';
import { listWays } from '../../tools/list-ways.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { refuse, saySpread, spreadValues, tellList } from './tell.ts';

const one = (asked: Asked): ActivityItem | undefined =>
  listActivities.run({ label: asked.name('activity') }, asked.input).activities[0];

const missing = (asked: Asked): Refused => refuse(`${quote(asked.name('activity'))} does not occur in these cases.`);

function tellNames(
  asked: Asked,
  what: 'roles' | 'systems' | 'artifacts',
  noun: readonly [string, string],
): Told | Refused {
  const { items } = listUsed.run({ what }, asked.input);
  if (items.length === 0) return refuse(`No ${noun[1]} are known in this process.`);
  return tellList({
    items,
    head: `There ${items.length === 1 ? 'is' : 'are'} ${sayCount(items.length, noun[0], noun[1])}: ${sayList(
      items.map(({ name }) => name),
      15,
    )}.`,
    line: () => '',
    values: { [what]: items.map(({ name }) => name), count: items.length },
    definition: 'activities',
    limit: 0,
    input: asked.input,
  });
}

function tellActivities(activities: readonly ActivityItem[], head: (n: string) => string): Told {
  const labels = activities.map(({ label }) => label);
  return {
    values: { activities: labels, count: labels.length },
    sentences:
      activities.length === 0
        ? []
        : [
            {
              text: `${head(sayCount(labels.length, 'activity', 'activities'))}: ${sayList(labels.map(quote), 12)}.`,
              evidence: citeSome(activities),
            },
          ],
    definition: 'activities',
    n: labels.length,
    provenance: activities.length === 0 ? 'inferred' : sumUp(activities),
  };
}

const orRefuse = (told: Told, words: string): Told | Refused => (told.sentences.length === 0 ? refuse(words) : told);

export const WORK_KINDS: readonly QuestionKind[] = [
  {
    id: 'list-activities',
    examples: ['Which activities are there?', 'How many steps does the process have?', 'List all activities'],
    patterns: ['ACTIVITY COUNT? PROCESS? DO?'],
    ofCases: true,
    answer: (asked) =>
      tellActivities(listActivities.run({}, asked.input).activities, (n) => `The process has ${n}, in process order`),
  },
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
    id: 'list-systems',
    examples: ['Which systems are used?', 'How many tools do people work with?', 'What software is in use?'],
    patterns: ['SYSTEM COUNT? USE? PERSON? PROCESS? MOST? FREQUENT?'],
    answer: (asked) => tellNames(asked, 'systems', ['system', 'systems']),
  },
  {
    id: 'list-artifacts',
    examples: ['Which documents are used?', 'What artifacts are there?', 'Which objects does the process handle?'],
    patterns: ['ARTIFACT COUNT? USE? PROCESS?'],
    answer: (asked) => tellNames(asked, 'artifacts', ['artifact', 'artifacts']),
  },
  {
    id: 'list-people',
    examples: [
      'Who recorded the process?',
      'Which recordings are there?',
      'How many recordings are there?',
      'Which people were recorded?',
    ],
    patterns: ['RECORDING WHO? COUNT? PERSON? PROCESS? MOST?', 'PERSON COUNT? PROCESS? WHO?', 'RECORDING WHO? {role}'],
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
    patterns: ['WHO ROLE? PERSON? DO? DECISION? MOST? {activity}', 'ROLE|PERSON DO? {activity}'],
    ofCases: true,
    answer: (asked) => {
      const activity = one(asked);
      if (activity === undefined) return missing(asked);
      const { label, roles, count, evidence, provenance } = activity;
      if (roles.length === 0) return refuse(`Nothing shows who does ${quote(label)}.`);
      const people = listPeople.run({}, asked.input).people.filter(({ steps }) => steps.includes(label));
      const told = people.length === 0 ? '' : `; ${sayList(people.map(({ name }) => name))} shows it in a recording`;
      return {
        values: {
          role: roles[0]?.name ?? null,
          roles: roles.map(({ name }) => name),
          people: people.map(({ name }) => name),
        },
        sentences: [
          {
            text: `${quote(label)} is done by ${sayList(roles.map((role) => `${role.name} (${sayCount(role.count, 'time')})`))}${told}.`,
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
    patterns: ['DO|ACTIVITY|PROCESS ACTIVITY? DO? COUNT? PROCESS? {role}'],
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
    patterns: ['WHO|ROLE ROLE? PERSON? {person}', 'WHO PERSON? {role}'],
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
  {
    id: 'how-often',
    examples: [
      'How often is {activity} done?',
      'How many times does {activity} happen?',
      'In how many cases does {activity} occur?',
      'Number of {activity}',
    ],
    patterns: ['OFTEN|COUNT DO? CASE? SHARE? FREQUENT? {activity}', 'SHARE CASE? DO? {activity}'],
    ofCases: true,
    answer: (asked) => {
      const activity = one(asked);
      if (activity === undefined) return missing(asked);
      const { label, count, cases, evidence, provenance } = activity;
      const all = asked.input.graph.cases;
      return {
        values: { count, cases, ofCases: all, share01: all === 0 ? null : cases / all },
        sentences: [
          {
            text: `${quote(label)} is done ${sayCount(count, 'time')}, in ${cases} of ${sayCount(all, 'case')}.`,
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
    id: 'how-long',
    examples: ['How long does {activity} take?', 'What is the duration of {activity}?', 'Time needed for {activity}'],
    patterns: ['LONG DO? AVERAGE? USE? PROCESS? {activity}', 'AVERAGE {activity}'],
    ofCases: true,
    answer: (asked) => {
      const activity = one(asked);
      if (activity === undefined) return missing(asked);
      const { label, processing, evidence } = activity;
      if (processing === null)
        return refuse(`Nothing shows how long ${quote(label)} takes: no event log has its start and its end.`);
      return {
        values: spreadValues(processing),
        sentences: [{ text: `${quote(label)} takes ${saySpread(processing)}.`, evidence }],
        definition: 'n',
        n: processing.n,
        provenance: 'observed',
      };
    },
  },
  {
    id: 'longest-activity',
    examples: ['Which activity takes longest?', 'What is the slowest step?', 'Which step is the quickest?'],
    patterns: ['LONG MOST|LEAST ACTIVITY AVERAGE?'],
    ofCases: true,
    answer: (asked) => {
      const sign = asked.concepts.has('LEAST') ? -1 : 1;
      const timed = listActivities
        .run({}, asked.input)
        .activities.flatMap((each) => (each.processing === null ? [] : [{ ...each, processing: each.processing }]))
        .toSorted((a, b) => sign * (b.processing.meanMs - a.processing.meanMs));
      const [first] = timed;
      if (first === undefined) return refuse('No event log shows how long activities take.');
      return {
        ...tellList({
          items: timed,
          head: `${quote(first.label)} takes ${sign > 0 ? 'longest' : 'least time'}: ${saySpread(first.processing)}.`,
          line: ({ label, processing }) =>
            `${quote(label)}: ${sayDuration(processing.meanMs)} on average (n = ${processing.n}).`,
          values: { activity: first.label, ...spreadValues(first.processing) },
          definition: 'n',
          limit: asked.number ?? 3,
          input: asked.input,
        }),
        n: first.processing.n,
      };
    },
  },
  {
    id: 'most-frequent-activity',
    examples: ['Which activity is done most often?', 'What is the most frequent step?', 'Which step is the rarest?'],
    patterns: ['MOST|LEAST|FREQUENT ACTIVITY FREQUENT? OFTEN? DO? MOST?', 'EXCEPTION ACTIVITY MOST'],
    ofCases: true,
    answer: (asked) => {
      const sign = asked.concepts.has('LEAST') ? -1 : 1;
      const sorted = listActivities.run({}, asked.input).activities.toSorted((a, b) => sign * (b.count - a.count));
      const [first] = sorted;
      if (first === undefined) return refuse('No activity is known.');
      return tellList({
        items: sorted,
        head: `${quote(first.label)} is done ${sign > 0 ? 'most' : 'least'} often: ${sayCount(first.count, 'time')}.`,
        line: ({ label, count }) => `${quote(label)}: ${sayCount(count, 'time')}.`,
        values: { activity: first.label, count: first.count },
        definition: 'n',
        limit: asked.number ?? 3,
        input: asked.input,
      });
    },
  },
  {
    id: 'system-of',
    examples: [
      'Which system is used for {activity}?',
      'In which tool is {activity} done?',
      'Where is {activity} done?',
    ],
    patterns: ['SYSTEM USE? DO? {activity}', 'WHERE DO? USE? SYSTEM? {activity}', 'USE {activity}'],
    answer: (asked) => {
      const activity = one(asked);
      if (activity === undefined) return missing(asked);
      const { label, systems, evidence, provenance } = activity;
      if (systems.length === 0) return refuse(`Nothing shows in which system ${quote(label)} is done.`);
      return {
        values: { systems: systems.map(({ name }) => name) },
        sentences: [{ text: `${quote(label)} is done in ${sayList(systems.map(({ name }) => name))}.`, evidence }],
        definition: 'n',
        n: systems.reduce((sum, { count }) => sum + count, 0),
        provenance,
      };
    },
  },
  {
    id: 'use-of-system',
    examples: [
      'What is done in {system}?',
      'Which activities use {system}?',
      'Who uses {system}?',
      'What is {system} used for?',
    ],
    patterns: [
      'DO|USE|ACTIVITY|WHO|PROCESS ACTIVITY? USE? DO? WHO? ROLE? PERSON? COUNT? PROCESS? WHERE? {system}',
      '{system}',
    ],
    answer: (asked) => {
      const [used] = listUsed.run({ what: 'systems', name: asked.name('system') }, asked.input).items;
      if (used === undefined) return refuse(`No activity in ${asked.name('system')} has been seen or told.`);
      const { name, activities, roles, evidence, provenance } = used;
      return {
        values: { activities, roles, count: activities.length },
        sentences: [
          {
            text: `${name} is used for ${sayCount(activities.length, 'activity', 'activities')}: ${sayList(activities.map(quote), 12)}.`,
            evidence,
          },
          ...(roles.length === 0 ? [] : [{ text: `It is used by ${sayList(roles)}.`, evidence }]),
        ],
        definition: 'activities',
        n: activities.length,
        provenance,
      };
    },
  },
  {
    id: 'systems-of-role',
    examples: [
      'Which systems does {role} use?',
      'What tools does {role} work with?',
      'Which systems does {person} use?',
    ],
    patterns: ['SYSTEM USE? COUNT? DO? PROCESS? {role|person}', 'USE PROCESS? {role|person}'],
    answer: (asked) => {
      const [mention] = asked.mentions;
      const role =
        mention?.kind === 'person'
          ? listPeople.run({ name: mention.name }, asked.input).people[0]?.role
          : mention?.name;
      const { activities } = listActivities.run({ role: role ?? '' }, asked.input);
      const withSystem = activities.filter(({ systems }) => systems.length > 0);
      const systems = [...new Set(withSystem.flatMap((each) => each.systems.map(({ name }) => name)))];
      if (systems.length === 0) return refuse(`Nothing shows which systems ${mention?.name ?? 'they'} uses.`);
      return {
        values: { systems, count: systems.length },
        sentences: [{ text: `${mention?.name} works with ${sayList(systems, 12)}.`, evidence: citeSome(withSystem) }],
        definition: 'n',
        n: withSystem.length,
        provenance: sumUp(withSystem),
      };
    },
  },
  {
    id: 'use-of-artifact',
    examples: ['Where is the {artifact} used?', 'Who handles the {artifact}?', 'What happens to the {artifact}?'],
    patterns: ['USE|DO|ACTIVITY|WHO|WHERE|PROCESS|WHATIF USE? DO? ACTIVITY? WHO? ROLE? WHERE? PROCESS? {artifact}'],
    answer: (asked) => {
      const [used] = listUsed.run({ what: 'artifacts', name: asked.name('artifact') }, asked.input).items;
      if (used === undefined) return refuse(`Nothing is done with “${asked.name('artifact')}”.`);
      const { name, activities, roles, systems, evidence, provenance } = used;
      const by = roles.length === 0 ? '' : ` by ${sayList(roles)}`;
      return {
        values: { activities, roles, systems, count: activities.length },
        sentences: [
          {
            text: `“${name}” is handled in ${sayCount(activities.length, 'activity', 'activities')}${by}: ${sayList(activities.map(quote), 12)}.`,
            evidence,
          },
        ],
        definition: 'activities',
        n: activities.length,
        provenance,
      };
    },
  },
  {
    id: 'what-follows',
    examples: ['What happens after {activity}?', 'What comes next after {activity}?', 'What follows {activity}?'],
    patterns: ['AFTER|WHATIF DO? WHATIF? MOST? FREQUENT? ACTIVITY? AFTER? {activity}'],
    ofCases: true,
    answer: (asked) => tellNeighbours(asked, 'after'),
  },
  {
    id: 'what-precedes',
    examples: [
      'What happens before {activity}?',
      'What comes before {activity}?',
      'What must be done before {activity}?',
    ],
    patterns: ['BEFORE DO? WHATIF? MOST? FREQUENT? ACTIVITY? {activity}'],
    ofCases: true,
    answer: (asked) => tellNeighbours(asked, 'before'),
  },
  {
    id: 'how-often-followed',
    examples: [
      'How often does {activity} follow {activity}?',
      'How often is {activity} followed by {activity}?',
      'Does {activity} come before {activity}?',
    ],
    patterns: [
      'AFTER|BEFORE OFTEN? COUNT? DO? CASE? {activity} {activity}',
      'OFTEN|COUNT HANDOFF? {activity} {activity}',
    ],
    ofCases: true,
    answer: (asked) => {
      const [first, second] = asked.mentions;
      const isTurned = second?.lead !== 'by' && second?.lead !== 'to' && !asked.concepts.has('BEFORE');
      const [source, target] = isTurned ? [second?.name, first?.name] : [first?.name, second?.name];
      const [way] = listWays.run({ source, target }, asked.input).ways;
      if (way === undefined) return refuse(`${quote(target ?? '')} never directly follows ${quote(source ?? '')}.`);
      return {
        values: { from: way.source, to: way.target, count: way.count },
        sentences: [
          {
            text: `${quote(way.target)} directly follows ${quote(way.source)} ${sayCount(way.count, 'time')}.`,
            evidence: way.evidence,
          },
        ],
        definition: 'transitions',
        n: way.count,
        provenance: way.provenance,
      };
    },
  },
  {
    id: 'path',
    examples: [
      'How does a case get from {activity} to {activity}?',
      'What is the path from {activity} to {activity}?',
      'What happens between {activity} and {activity}?',
    ],
    patterns: [
      'PATH|WHATIF|VARIANT|CASE|ACTIVITY|DO DO? WHATIF? VARIANT? ACTIVITY? FREQUENT? MOST? CASE? {activity} {activity}',
    ],
    ofCases: true,
    answer: (asked) => {
      const [source, target] = [asked.find('activity', 0) ?? '', asked.find('activity', 1) ?? ''];
      const { activities, ways } = findPath.run({ source, target }, asked.input);
      if (activities.length === 0) return refuse(`No way leads from ${quote(source)} to ${quote(target)}.`);
      return {
        values: { activities, steps: ways.length },
        sentences: [{ text: `The likeliest way: ${activities.map(quote).join(', then ')}.`, evidence: citeSome(ways) }],
        definition: 'transitions',
        n: Math.min(...ways.map(({ count }) => count)),
        provenance: sumUp(ways),
      };
    },
  },
];

function tellNeighbours(asked: Asked, side: 'after' | 'before'): Told | Refused {
  const activity = asked.name('activity');
  const { ways } = listWays.run(side === 'after' ? { source: activity } : { target: activity }, asked.input);
  const other = side === 'after' ? ('target' as const) : ('source' as const);
  const [first] = ways;
  if (first === undefined) return refuse(`Nothing comes ${side} ${quote(activity)}.`);
  const total = ways.reduce((sum, { count }) => sum + count, 0);
  return tellList({
    items: ways,
    head: `${side === 'after' ? 'After' : 'Before'} ${quote(activity)} comes mostly ${quote(first[other])}: ${first.count} of ${sayCount(total, 'time')}.`,
    line: (way) => `${quote(way[other])}: ${sayCount(way.count, 'time')}.`,
    values: { activity: first[other], count: first.count, total, activities: ways.map((way) => way[other]) },
    definition: 'transitions',
    limit: asked.limit,
    input: asked.input,
  });
}
