// Questions about rework, differences, and how things are known.
import { quote, sayCount, sayShare } from '../../../insights/say.ts';
import { labelOf } from '../../answer-input.ts';
import { sayList } from '../../say-list.ts';
import { listActivities } from '../../tools/list-activities.ts';
import { listPeople } from '../../tools/list-people.ts';
import { listDifferences, listRework } from '../../tools/list-findings.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { differInLog } from './differ-in-log.ts';
import { has } from './say-findings.ts';
import { endSentence, refuse, tellList } from './tell.ts';

export const EVIDENCE_KINDS: readonly QuestionKind[] = [
  {
    id: 'rework',
    examples: [
      'How much rework is there?',
      'Which activities are done again?',
      'Where do cases loop?',
      'How often is {activity} repeated?',
    ],
    patterns: [
      'REWORK COUNT? OFTEN? WHERE? MOST? FREQUENT? ACTIVITY? CASE? WHY? SHARE? PERSON?',
      'REWORK OFTEN? COUNT? SHARE? CASE? WHY? {activity}',
    ],
    ofCases: true,
    answer: tellRework,
  },
  {
    id: 'differences',
    examples: [
      'What do people do differently?',
      'Where do the recordings disagree?',
      'What do {person} and {person} do differently?',
      'How does {role} differ from {role}?',
    ],
    patterns: [
      'DIFFER COUNT? NEVER? PERSON? RECORDING? WHO? STATED? DO? {person|role}? {person|role}?',
      'DIFFER {activity}',
    ],
    readsRows: true,
    answer: (asked) => {
      const [one, other] = asked.mentions;
      const wish = (name: Asked['mentions'][number] | undefined): object => (name ? { [name.kind]: name.name } : {});
      const first = listDifferences.run({ ...wish(one), words: [] }, asked.input).differences;
      const both = new Set(
        other
          ? listDifferences.run({ ...wish(other), words: [] }, asked.input).differences.map(({ id }) => id)
          : first.map(({ id }) => id),
      );
      const kept = first.filter(({ id }) => both.has(id));
      const who = sayList(asked.mentions.map(({ name }) => name));
      // Of those who recorded nothing only the logs tell.
      const seen =
        kept.length === 0 && one?.kind === 'person' && other?.kind === 'person' ? differInLog(asked) : undefined;
      if (seen !== undefined) return seen;
      return tellList({
        items: kept,
        head: `${has(kept.length, 'difference')}${who === '' ? ' between recordings' : ` told with ${who}`}.`,
        line: ({ label }) => endSentence(label),
        values: { differences: kept.length, labels: kept.map(({ label }) => label) },
        definition: 'differences',
        limit: asked.limit,
        input: asked.input,
      });
    },
  },
  {
    id: 'told-or-observed',
    examples: [
      'What is stated but never observed?',
      'Which steps are only told?',
      'What do people say that is not in the log?',
      'What is observed but never told?',
      'Which activities of the log does nobody talk about?',
    ],
    patterns: [
      'STATED NEVER OBSERVED? ACTIVITY? PERSON? {role|person}?',
      'NEVER OBSERVED|RECORDING STATED? OBSERVED? ACTIVITY? PERSON?',
    ],
    answer: (asked) => {
      const { activities } = listActivities.run({ role: roleAsked(asked) }, asked.input);
      const told = activities.filter(({ provenance }) => provenance === 'stated');
      const isOfLog = asked.concepts.has('OBSERVED')
        ? asked.isBefore('OBSERVED', 'NEVER') || asked.concepts.has('RECORDING')
        : !asked.words.includes('only');
      return isOfLog
        ? tellOnly(
            asked,
            listActivities.run({ only: 'logged' }, asked.input).activities,
            'are in the log and nobody tells of them',
          )
        : told.length === 0 && roleAsked(asked) !== undefined
          ? refuse(`No activity that ${roleAsked(asked)} tells of was found to be in no log.`)
          : tellOnly(asked, told, 'are told and never observed, neither in a log nor in a window');
    },
  },
  {
    id: 'evidence-of',
    examples: [
      'Show me where {activity} is done',
      'What is the evidence for {activity}?',
      'Show me the moment of {activity}',
    ],
    patterns: ['EVIDENCE DO? WHO? {activity}'],
    answer: (asked) => {
      const [activity] = listActivities.run({ label: asked.name('activity') }, asked.input).activities;
      if (activity === undefined) return refuse(`Nothing shows ${quote(asked.name('activity'))}.`);
      const { label, evidence, provenance, sources } = activity;
      return {
        values: { recordings: sources.recordings, log: sources.log, pointers: evidence.length },
        sentences: [
          {
            text: `${quote(label)} is shown in ${sayCount(sources.recordings, 'recording')} and ${sayCount(sources.log, 'row')} of event logs.`,
            evidence: evidence.slice(0, 5),
          },
        ],
        definition: 'n',
        n: evidence.length,
        provenance,
      };
    },
  },
  {
    id: 'unsure',
    examples: ['What is Mirror unsure about?', 'Which findings are doubtful?'],
    patterns: ['UNSURE COUNT? ACTIVITY?'],
    answer: ({ input, limit }) => {
      const { insights, graph } = input;
      const unsure = [
        ...graph.activities,
        ...insights.exceptions,
        ...insights.judgements,
        ...insights.handoffs,
        ...insights.decisions,
        ...insights.waits,
      ].filter((each) => each.unsure);
      return tellList({
        items: unsure,
        head: `${sayCount(unsure.length, 'thing')} ${unsure.length === 1 ? 'is' : 'are'} too unsure to be counted.`,
        line: ({ label }) => endSentence(quote(label)),
        values: { unsure: unsure.length, labels: unsure.map(({ label }) => label) },
        definition: 'activities',
        limit,
        input,
      });
    },
  },
];

/** The role that is asked of, also by one who has it. */
function roleAsked(asked: Asked): string | undefined {
  const person = asked.find('person');
  const { people } = listPeople.run({ name: person }, asked.input);
  return asked.find('role') ?? (person === undefined ? undefined : (people[0]?.role ?? person));
}

function tellRework(asked: Asked): Told | Refused {
  const activity = asked.find('activity');
  const all = listRework.run({ activity, words: [] }, asked.input).rework;
  const sorted = all.toSorted((a, b) => b.cases - a.cases);
  const [first] = sorted;
  if (first === undefined)
    return refuse(
      activity === undefined ? 'No rework has been found.' : `${quote(activity)} is never done again in a case.`,
    );
  const ofCases = asked.input.graph.cases;
  const head =
    activity === undefined
      ? `Work is done again in ${sayCount(all.length, 'place')}; most often: ${endSentence(first.label)}`
      : `${quote(activity)} is done again in ${sayCount(first.cases, 'case')}${ofCases > 0 ? `, ${sayShare(first.cases / ofCases)} of all` : ''}.`;
  return tellList({
    items: sorted,
    head,
    line: ({ label }) => endSentence(label),
    values: {
      rework: all.length,
      cases: first.cases,
      repeats: first.count,
      activity: first.activityIds[0] ? labelOf(asked.input, first.activityIds[0]) : null,
    },
    definition: 'rework',
    limit: asked.number ?? asked.limit,
    input: asked.input,
  });
}

function tellOnly(asked: Asked, items: ReturnType<typeof listActivities.run>['activities'], words: string): Told {
  return tellList({
    items,
    head:
      items.length === 0
        ? `No activities ${words}.`
        : `${sayCount(items.length, 'activity', 'activities')} ${words}: ${sayList(
            items.map(({ label }) => quote(label)),
            12,
          )}.`,
    line: () => '',
    values: { activities: items.map(({ label }) => label), count: items.length },
    definition: 'activities',
    limit: 0,
    input: asked.input,
  });
}
