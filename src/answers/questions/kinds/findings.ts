// Questions about decisions, exceptions, judgement, rework, differences, and how all this is known.
import type { DecisionFinding, ExceptionFinding } from '../../../domain/insights.ts';
import { quote, sayCount, sayShare } from '../../../insights/say.ts';
import { type AnswerInput, labelOf } from '../../answer-input.ts';
import { sayList } from '../../say-list.ts';
import { listActivities } from '../../tools/list-activities.ts';
import {
  listDecisions,
  listDifferences,
  listExceptions,
  listJudgements,
  listRework,
  listStatedWaits,
} from '../../tools/list-findings.ts';
import { tellersOf } from '../../tools/tellers.ts';
import type { Asked, QuestionKind, Refused, Told } from '../kind.ts';
import { endSentence, refuse, tellList } from './tell.ts';

const about = (asked: Asked): string => `“${asked.topic.join(' ')}”`;

const teller = (asked: Asked): { role: string | undefined; person: string | undefined } => ({
  role: asked.find('role'),
  person: asked.find('person'),
});

function sayDecision({ question, branches }: DecisionFinding, input: AnswerInput): string {
  const ways = branches.map(({ condition, then, note }) => {
    const what = then.map((id) => quote(labelOf(input, id)));
    return `${condition}: ${what.length > 0 ? sayList(what) : (note ?? 'not told')}`;
  });
  return `${question} ${endSentence(ways.join('; '))}`;
}

const sayException = ({ label, handling }: ExceptionFinding): string =>
  `“${label}”${handling === null ? '' : `: ${endSentence(handling)}`}`;

function tellDecisions(asked: Asked, decisions: readonly DecisionFinding[], head: string): Told {
  const tellers = decisions.flatMap(({ evidence }) => tellersOf(evidence, asked.input));
  return tellList({
    items: decisions,
    head,
    line: (decision) => sayDecision(decision, asked.input),
    values: {
      decisions: decisions.length,
      questions: decisions.map(({ question }) => question),
      by: [...new Set(tellers.flatMap(({ role, name }) => role ?? name ?? []))],
    },
    definition: 'decisions',
    limit: asked.limit,
    input: asked.input,
  });
}

const has = (count: number, one: string): string =>
  count === 0 ? `There is no ${one}` : `There ${count === 1 ? 'is' : 'are'} ${sayCount(count, one)}`;

export const FINDING_KINDS: readonly QuestionKind[] = [
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
      const by = [
        ...new Set(
          facts
            .flatMap(({ evidence }) => tellersOf(evidence, asked.input))
            .flatMap(({ role, name }) => role ?? name ?? []),
        ),
      ];
      const told = tellDecisions(asked, decisions, '');
      const lines = [
        ...told.sentences.slice(1),
        ...judgements.map(({ label, evidence }) => ({ text: `“${label}”: a matter of judgement.`, evidence })),
      ];
      const head = {
        text: `${has(facts.length, 'decision')} about ${about(asked)}, told by ${sayList(by) || 'nobody by name'}.`,
        evidence: facts[0]?.evidence ?? [],
      };
      return {
        ...told,
        sentences: [head, ...lines],
        values: { ...told.values, by, decisions: facts.length },
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
    patterns: ['WHATIF EXCEPTION? REWORK? WAIT? NEVER? DECISION? TOPIC', 'EXCEPTION !COUNT !DEFINE TOPIC'],
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
        line: sayException,
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
      'JUDGEMENT DEFINE? COUNT? DECISION? PERSON? WHO? WHERE? USE? {role|person}?',
      'JUDGEMENT DECISION? COUNT? {activity}',
    ],
    answer: (asked) => {
      const { judgements } = listJudgements.run(
        { ...teller(asked), activity: asked.find('activity'), words: [] },
        asked.input,
      );
      const tellers = judgements.flatMap(({ evidence }) => tellersOf(evidence, asked.input));
      return tellList({
        items: judgements,
        head: `${has(judgements.length, 'judgement moment')}${asked.mentions[0] ? ` with ${asked.mentions[0].name}` : ''}.`,
        line: ({ label, by, evidence }) =>
          `“${label}” (${by ?? tellersOf(evidence, asked.input)[0]?.role ?? 'told once'}).`,
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
  {
    id: 'rework',
    examples: [
      'How much rework is there?',
      'Which activities are done again?',
      'Where do cases loop?',
      'How often is {activity} repeated?',
    ],
    patterns: [
      'REWORK COUNT? OFTEN? WHERE? MOST? FREQUENT? ACTIVITY? CASE? WHY? SHARE?',
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
      'STATED NEVER OBSERVED? ACTIVITY? PERSON?',
      'NEVER OBSERVED|RECORDING STATED? OBSERVED? ACTIVITY? PERSON?',
    ],
    answer: (asked) => {
      const { activities } = listActivities.run({}, asked.input);
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

/** What people tell of a condition: as a decision, an exception, work done again, or a wait. */
function tellWhatIf(asked: Asked): Told | Refused {
  const words = [...asked.topic];
  const { input } = asked;
  const { decisions } = listDecisions.run({ words }, input);
  const { exceptions } = listExceptions.run({ words }, input);
  const rework = listRework.run({ words }, input).rework.filter(({ kind }) => kind === 'told');
  const { waits } = listStatedWaits.run({ words }, input);
  const lines = [
    ...exceptions.map((each) => ({ text: sayException(each), fact: each })),
    ...decisions.map((each) => ({ text: sayDecision(each, input), fact: each })),
    ...rework.map((each) => ({ text: endSentence(`“${each.label}”`), fact: each })),
    ...waits.map((each) => ({ text: endSentence(`“${each.label}”`), fact: each })),
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
