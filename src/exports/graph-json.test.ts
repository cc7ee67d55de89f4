import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { formatJson, inputOfRecordings, tellTwo } from './fixtures.ts';
import { GraphDocument, writeGraphJson } from './graph-json.ts';

const schema = z.toJSONSchema(GraphDocument, { reused: 'ref' });

test('the committed JSON Schema is the one the shapes give', async () => {
  await expect(formatJson(schema)).toMatchFileSnapshot('./process-graph.schema.json');
});

test('the whole graph with its findings comes out as the schema says', () => {
  const input = inputOfRecordings(...tellTwo());
  const written: unknown = JSON.parse(writeGraphJson(input));
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  validate(written);
  expect(validate.errors).toBeNull();
  expect(written).toEqual({ schema: 'mirror-process-graph/1', graph: input.graph, insights: input.insights });
});
