// In: the tools of agents. Out: their shapes as JSON Schema, as they are declared, and as what leaves is checked by.
import { z } from 'zod';
import { EvidenceRef } from '../../domain/evidence.ts';
import { ProcessSpec } from '../../domain/spec.ts';
import type { AgentTool } from './agent-tool.ts';
import { ACTIVITY_IDS, type Constants } from './release.ts';

export interface DeclaredTool {
  readonly tool: AgentTool;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
}

export interface ObjectSchema {
  readonly type: 'object';
  readonly [key: string]: unknown;
}

export const declareTools = (tools: readonly AgentTool[]): DeclaredTool[] =>
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
      renameIds(jsonSchema);
      if (zodSchema !== (EvidenceRef as z.core.$ZodType)) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, structuredClone(RELEASED_REF));
    },
  });
  // An object's schema always says so.
  return schema as ObjectSchema;
}

/** As `releaseValue` gives labels for them. */
function renameIds(schema: z.core.JSONSchema.BaseSchema): void {
  const { properties, required } = schema;
  if (properties?.[ACTIVITY_IDS] === undefined) return;
  const renamed = Object.entries(properties).map(([key, each]) => [key === ACTIVITY_IDS ? 'activities' : key, each]);
  schema.properties = Object.fromEntries(renamed) as typeof properties;
  if (required) schema.required = required.map((key) => (key === ACTIVITY_IDS ? 'activities' : key));
}

/** Words of Mirror's own that the shapes of tools and of the spec list, by field: they name nobody, and programs read them. */
export function listConstants(tools: readonly DeclaredTool[]): Constants {
  const found = new Map<string, Set<string>>();
  const look = (schema: unknown, key: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('enum' in schema && Array.isArray(schema.enum)) for (const each of schema.enum) add(key, each);
    if ('const' in schema) add(key, schema.const);
    for (const [name, each] of Object.entries(schema)) {
      if (name !== 'properties') look(each, key);
      else for (const [property, one] of Object.entries(each as object)) look(one, property);
    }
  };
  const add = (key: string, constant: unknown): void =>
    void found.set(key, (found.get(key) ?? new Set<string>()).add(String(constant)));
  for (const { outputSchema } of tools) look(outputSchema, '');
  look(z.toJSONSchema(ProcessSpec), '');
  return found;
}
