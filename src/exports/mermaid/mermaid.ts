// Mermaid: the map as a flowchart in text (mermaid.js.org/syntax/flowchart).
import type { Activity, Transition } from '../../domain/graph.ts';
import type { ActivityId } from '../../domain/ids.ts';
import type { ExportInput } from '../export-input.ts';
import { escapeMermaid } from './mermaid-text.ts';

/** Mermaid refuses more (`maxEdges`) unless a page says otherwise, and wikis do not. */
const MOST_ARROWS = 500;

/**
 * Activities stand in a box for the role that does them most; arrows bear how often one follows the other, the most
 * frequent ones where there are too many. What is too unsure to be shown unfolded is dashed. The activity's id stands in
 * a comment before it.
 */
export function writeMermaid({ process, graph, logs }: ExportInput): string {
  const nodes = new Map(graph.activities.map(({ id }, at) => [id, `a${at}`] as const));
  const nodeOf = (id: ActivityId): string => nodes.get(id)!;
  const tell = createTeller(logs.length > 0);
  const byCount = graph.transitions.toSorted((a, b) => b.count - a.count);
  const shown = byCount.slice(0, Math.max(0, MOST_ARROWS - graph.start.length - graph.end.length));
  return [
    '---',
    `title: ${JSON.stringify(process.name.toWellFormed())}`,
    '---',
    'flowchart LR',
    ...describe({ isLogged: logs.length > 0, leftOut: byCount.length - shown.length }),
    '  begin(["start"])',
    '  finish(["end"])',
    ...writeLanes(graph.activities, { nodeOf, tell }),
    ...graph.start.map(({ activity, count }) => `  begin -->|"${count}"| ${nodeOf(activity)}`),
    ...shown.map((transition) => {
      const arrow = `${transition.unsure ? '-.->' : '-->'}|"${tell(transition)}"|`;
      return `  ${nodeOf(transition.source)} ${arrow} ${nodeOf(transition.target)}`;
    }),
    ...graph.end.map(({ activity, count }) => `  ${nodeOf(activity)} -->|"${count}"| finish`),
    ...writeUnsure(graph.activities, nodeOf),
    '',
  ].join('\n');
}

type Teller = (counted: Pick<Activity | Transition, 'count' | 'sources'>) => string;

/** Beside figures of a log, those of recordings are marked: one recording is no case among thousands. */
const createTeller =
  (isLogged: boolean): Teller =>
  ({ count, sources }) =>
    isLogged && sources.log === 0 ? `told ${count}×` : String(count);

function describe({ isLogged, leftOut }: { readonly isLogged: boolean; readonly leftOut: number }): string[] {
  const counted = isLogged ? 'events of the log; “told” are recordings that tell it' : 'recordings that tell it';
  return [
    `  %% Made by Mirror. Numbers count ${counted}.`,
    ...(leftOut > 0 ? [`  %% The ${leftOut} rarest arrows are left out: Mermaid draws ${MOST_ARROWS} at most.`] : []),
  ];
}

function writeLanes(
  activities: readonly Activity[],
  { nodeOf, tell }: { readonly nodeOf: (id: ActivityId) => string; readonly tell: Teller },
): string[] {
  const lanes = Map.groupBy(activities, ({ roles }) => roles[0]?.name ?? '');
  return [...lanes].flatMap(([role, members], at) => {
    const lines = members.flatMap((activity) => [
      `%% ${activity.id}`,
      `${nodeOf(activity.id)}["${escapeMermaid(activity.label)} (${tell(activity)})"]`,
    ]);
    if (role === '') return lines.map((line) => `  ${line}`);
    return [`  subgraph r${at}["${escapeMermaid(role)}"]`, ...lines.map((line) => `    ${line}`), '  end'];
  });
}

function writeUnsure(activities: readonly Activity[], nodeOf: (id: ActivityId) => string): string[] {
  const unsure = activities.filter((activity) => activity.unsure).map(({ id }) => nodeOf(id));
  if (unsure.length === 0) return [];
  return ['  classDef unsure stroke-dasharray: 4 3', `  class ${unsure.join(',')} unsure`];
}
