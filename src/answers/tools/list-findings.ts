import { z } from 'zod';
import {
  Bottleneck,
  DecisionFinding,
  Difference,
  ExceptionFinding,
  type Insights,
  isCounted,
  JudgementFinding,
  OpenEnd,
  ReworkFinding,
  TransferFinding,
  WaitFinding,
} from '../../domain/insights.ts';
import type { AnswerInput } from '../answer-input.ts';
import { labelOf } from '../answer-input.ts';
import { hasAll, readText } from '../words/text-words.ts';
import { tellersOf } from './tellers.ts';
import { keepFor } from '../../lib/keep-for.ts';
import { defineTool } from './tool.ts';

/** Narrowed by the activity they concern, by who tells them, and by words they must have. */
const Filter = z.object({
  activity: z.string().optional().describe('only what concerns this activity, by its exact label'),
  role: z.string().optional().describe('only what people of this role tell'),
  person: z.string().optional().describe('only what this person tells'),
  words: z
    .array(z.string())
    .default([])
    .describe('all of them must stand in the finding, in any form; content words only, for example ["refund", "500"]'),
});
type Filter = z.infer<typeof Filter>;

type Lists = Pick<
  Insights,
  | 'bottlenecks'
  | 'exceptions'
  | 'judgements'
  | 'rework'
  | 'transfers'
  | 'openEnds'
  | 'decisions'
  | 'waits'
  | 'differences'
>;

function pick<Name extends keyof Lists>(name: Name, filter: Filter, from: AnswerInput): Lists[Name] {
  const { activity, role, person, words } = filter;
  // The element type is that of the list by its name; TypeScript cannot follow a filter over a union of arrays.
  const list: readonly Lists[keyof Lists][number][] = from.insights[name];
  const kept = list.filter((each) => {
    if (!isCounted(each)) return false;
    if (activity !== undefined && !each.activityIds.some((id) => labelOf(from, id) === activity)) return false;
    const tellers = tellersOf(each.evidence, from);
    if (role !== undefined && !tellers.some((teller) => teller.role === role)) return false;
    if (person !== undefined && !tellers.some((teller) => teller.name === person)) return false;
    return words.length === 0 || hasAll(words, wordsIn(from.graph)(each));
  });
  return kept as Lists[Name];
}

/** Worked out once for each finding: a question looks through all of them. */
const wordsIn = keepFor((graph: AnswerInput['graph']) =>
  keepFor((finding: Lists[keyof Lists][number]) => readText(textOf(finding, graph))),
);

/** All the words of a finding: its own, those of its activities and those it quotes. */
export function textOf(finding: Lists[keyof Lists][number], graph: AnswerInput['graph']): string {
  const from = { graph };
  const activities = finding.activityIds.map((id) => labelOf(from, id));
  const quotes = finding.evidence.flatMap((ref) => ('quote' in ref && ref.quote ? [ref.quote] : []));
  const own = [
    finding.label,
    ...('question' in finding
      ? [finding.question, ...finding.branches.flatMap((each) => [each.condition, each.note])]
      : []),
    ...('branches' in finding ? finding.branches.flatMap(({ then }) => then.map((id) => labelOf(from, id))) : []),
    ...('handling' in finding ? [finding.handling] : []),
    ...('cause' in finding ? [finding.cause] : []),
  ];
  return [...own, ...activities, ...quotes].filter((text) => text !== null).join(' . ');
}

export const listBottlenecks = defineTool({
  name: 'bottlenecks',
  description:
    'Places (bottlenecks) that take a large share of the waiting time, the largest first: `wait` in milliseconds, `share01` of all waiting, the cause where it is known. {} lists all.',
  input: Filter,
  output: z.object({ bottlenecks: z.array(Bottleneck) }),
  run: (filter, from) => ({ bottlenecks: pick('bottlenecks', filter, from) }),
});

export const listExceptions = defineTool({
  name: 'exceptions',
  description:
    'Exceptions: rare paths, problems and special cases, with what people do then (`handling`). Use it for "what happens if". Example: {"words": ["receipt", "missing"]}.',
  input: Filter,
  output: z.object({ exceptions: z.array(ExceptionFinding) }),
  run: (filter, from) => ({ exceptions: pick('exceptions', filter, from) }),
});

export const listJudgements = defineTool({
  name: 'judgements',
  description: 'Judgement moments: places where somebody decides by feel or experience and no rule is told.',
  input: Filter,
  output: z.object({ judgements: z.array(JudgementFinding) }),
  run: (filter, from) => ({ judgements: pick('judgements', filter, from) }),
});

export const listRework = defineTool({
  name: 'rework',
  description:
    'Rework: activities that are done again in a case, with the number of cases (`cases`) and repeats (`count`), and rework that people tell of.',
  input: Filter,
  output: z.object({ rework: z.array(ReworkFinding) }),
  run: (filter, from) => ({ rework: pick('rework', filter, from) }),
});

export const listTransfers = defineTool({
  name: 'transfers',
  description:
    'Data carried by hand from one system to another (copied and pasted, typed off), with both windows and how often it was seen.',
  input: Filter,
  output: z.object({ transfers: z.array(TransferFinding) }),
  run: (filter, from) => ({ transfers: pick('transfers', filter, from) }),
});

export const listOpenEnds = defineTool({
  name: 'open_ends',
  description:
    'Open ends: receivers of work of whom there is no recording and no row, so that nobody knows what they do with it.',
  input: Filter,
  output: z.object({ openEnds: z.array(OpenEnd) }),
  run: (filter, from) => ({ openEnds: pick('openEnds', filter, from) }),
});

export const listDecisions = defineTool({
  name: 'decisions',
  description:
    'Decisions: questions on whose answer the way depends, with the condition of each branch and what follows. Use it for "who decides", "when is", "what does it depend on". Example: {"words": ["discount"]}.',
  input: Filter,
  output: z.object({ decisions: z.array(DecisionFinding) }),
  run: (filter, from) => ({ decisions: pick('decisions', filter, from) }),
});

export const listStatedWaits = defineTool({
  name: 'stated_waits',
  description:
    'Waits that people speak of, with the time they name (`duration`, ISO 8601) and the cause they give. For measured waits use `neighbours` and `bottlenecks`.',
  input: Filter,
  output: z.object({ waits: z.array(WaitFinding) }),
  run: (filter, from) => ({ waits: pick('waits', filter, from) }),
});

export const listDifferences = defineTool({
  name: 'differences',
  description:
    'Differences: places where two recordings of the process disagree (order, who does it, a threshold, a step only one tells).',
  input: Filter,
  output: z.object({ differences: z.array(Difference) }),
  run: (filter, from) => ({ differences: pick('differences', filter, from) }),
});
