// Questions about systems and artifacts.
import { quote, sayCount } from '../../../insights/say.ts';
import { sayList } from '../../say-list.ts';
import type { AnswerInput } from '../../answer-input.ts';
import { nameWords } from '../../names/list-names.ts';
import { citeSome, sumUp } from '../../tools/cite-some.ts';
import { listActivities } from '../../tools/list-activities.ts';
import { listPeople } from '../../tools/list-people.ts';
import { listUsed } from '../../tools/list-used.ts';
import { type Moment, searchWords } from '../../tools/search-words.ts';
import type { QuestionKind } from '../kind.ts';
import { missing, one } from './find-asked.ts';
import { tellNames } from './tell-names.ts';
import { refuse } from './tell.ts';

export const SYSTEM_KINDS: readonly QuestionKind[] = [
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
          ...quoteOf(name, asked.input),
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
];

/** What somebody says of it, word for word. */
function quoteOf(name: string, input: AnswerInput): { text: string; evidence: Moment['evidence'] }[] {
  const words = nameWords(name).map(({ word }) => word);
  const [moment] = searchWords.run({ words }, input).moments;
  if (moment === undefined) return [];
  return [{ text: `${moment.person ?? 'Somebody'} says: “${moment.quote}”`, evidence: moment.evidence }];
}
