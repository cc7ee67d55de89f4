// In: the tools of agents. Out: their shapes as JSON Schema, as they are declared, and as what leaves is checked by.
import { z } from 'zod';
import { EvidenceRef } from '../../domain/evidence.ts';
import type { AgentTool } from './agent-tool.ts';
import { AGENT_TOOLS } from './agent-tools.ts';

export interface DeclaredTool {
  readonly tool: AgentTool;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
}

export interface ObjectSchema {
  readonly type: 'object';
  readonly [key: string]: unknown;
}

export const declareTools = (tools: readonly AgentTool[] = AGENT_TOOLS): DeclaredTool[] =>
  tools.map((tool) => ({
    tool,
    inputSchema: toSchema(tool.input.strict(), 'input'),
    outputSchema: toSchema(tool.output, 'output'),
  }));

/** What `releaseRef` makes of a pointer to evidence. */
const RELEASED_REF = {
  type: 'object',
  description: 'Where it is known from: read it with the tool `moment`, or as a resource.',
  properties: {
    uri: { type: 'string' },
    quote: { type: 'string', description: 'The very words, where they may be told.' },
    rows: { type: 'integer', description: 'Of an event log: how many rows speak for it.' },
  },
  required: ['uri'],
  additionalProperties: false,
} as const;

function toSchema(shape: z.ZodObject, io: 'input' | 'output'): ObjectSchema {
  const schema = z.toJSONSchema(shape, {
    io,
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== (EvidenceRef as z.core.$ZodType)) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, structuredClone(RELEASED_REF));
    },
  });
  // An object's schema always says so.
  return schema as ObjectSchema;
}

/** Words of Mirror's own that the shapes list: they name nobody, and programs read them. */
export function listConstants(tools: readonly DeclaredTool[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('enum' in schema && Array.isArray(schema.enum)) for (const each of schema.enum) found.add(String(each));
    if ('const' in schema) found.add(String(schema.const));
    for (const each of Object.values(schema)) look(each);
  };
  for (const { tool, inputSchema, outputSchema } of tools) {
    found.add(tool.name);
    look(inputSchema);
    look(outputSchema);
  }
  return found;
}
