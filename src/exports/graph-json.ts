// mirror-process-graph/1: the whole graph and all findings as Mirror has them, with ids and evidence.
import { z } from 'zod';
import { ProcessGraph } from '../domain/graph.ts';
import { Insights } from '../domain/insights.ts';
import type { ExportInput } from './export-input.ts';

/** Its JSON Schema is process-graph.schema.json. Dismissed findings are in it, marked as such. */
export const GraphDocument = z.object({
  schema: z.literal('mirror-process-graph/1'),
  graph: ProcessGraph,
  insights: Insights,
});
export type GraphDocument = z.infer<typeof GraphDocument>;

export function writeGraphJson({ graph, insights }: ExportInput): string {
  const document: GraphDocument = { schema: 'mirror-process-graph/1', graph, insights };
  return `${JSON.stringify(document, null, 2)}\n`;
}
