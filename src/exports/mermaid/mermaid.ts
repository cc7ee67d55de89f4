// Mermaid: the map as a flowchart in text (mermaid.js.org/syntax/flowchart).
import type { Activity } from '../../domain/graph.ts';
import type { ActivityId } from '../../domain/ids.ts';
import type { ExportInput } from '../export-input.ts';
import { escapeMermaid } from './mermaid-text.ts';

/**
 * Activities stand in a box for the role that does them most; arrows bear how often one follows the other. What is too
 * unsure to be shown unfolded is dashed. The activity's id stands in a comment before it.
 */
export function writeMermaid({ process, graph, logs }: ExportInput): string {
  const nodes = new Map(graph.activities.map(({ id }, at) => [id, `a${at}`] as const));
  const nodeOf = (id: ActivityId): string => nodes.get(id)!;
  const counted =
    logs.length > 0 ? 'how often one directly follows the other in the event log' : 'recordings that tell it so';
  return [
    '---',
    `title: ${JSON.stringify(process.name.toWellFormed())}`,
    '---',
    'flowchart LR',
    `  %% Made by Mirror. Numbers on arrows: ${counted}.`,
    '  begin(["start"])',
    '  finish(["end"])',
    ...writeLanes(graph.activities, nodeOf),
    ...graph.start.map(({ activity, count }) => `  begin -->|"${count}"| ${nodeOf(activity)}`),
    ...graph.transitions.map(({ source, target, count, unsure }) => {
      return `  ${nodeOf(source)} ${unsure ? '-.->' : '-->'}|"${count}"| ${nodeOf(target)}`;
    }),
    ...graph.end.map(({ activity, count }) => `  ${nodeOf(activity)} -->|"${count}"| finish`),
    ...writeUnsure(graph.activities, nodeOf),
    '',
  ].join('\n');
}

function writeLanes(activities: readonly Activity[], nodeOf: (id: ActivityId) => string): string[] {
  const lanes = Map.groupBy(activities, ({ roles }) => roles[0]?.name ?? '');
  return [...lanes].flatMap(([role, members], at) => {
    const lines = members.flatMap(({ id, label, count }) => [
      `%% ${id}`,
      `${nodeOf(id)}["${escapeMermaid(label)} (${count})"]`,
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
