// Questions about activities: which, how often, how long.
import { quote, sayCount, sayDuration } from '../../../insights/say.ts';
import { listActivities } from '../../tools/list-activities.ts';
import type { QuestionKind } from '../kind.ts';
import { missing, one } from './find-asked.ts';
import { tellActivities } from './tell-names.ts';
import { refuse, saySpread, spreadValues, tellList } from './tell.ts';

export const ACTIVITY_KINDS: readonly QuestionKind[] = [
  {
    id: 'list-activities',
    examples: ['Which activities are there?', 'How many steps does the process have?', 'List all activities'],
    patterns: ['ACTIVITY COUNT? PROCESS? DO?'],
    ofCases: true,
    answer: (asked) =>
      tellActivities(listActivities.run({}, asked.input).activities, (n) => `The process has ${n}, in process order`),
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
      const { label, count, cases, evidence, provenance, sources } = activity;
      // Recordings are no cases.
      if (sources.log === 0)
        return refuse(`No event log counts ${quote(label)}; recordings do not tell how often it is done.`);
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
];
