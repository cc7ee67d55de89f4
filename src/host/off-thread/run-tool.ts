// In: a tool by name, what it is asked, and the process it is asked of. Out: what it answers. Runs in the worker.
import type { z } from 'zod';
import type { AnswerInput } from '../../answers/answer-input.ts';
import { requireNames } from '../../answers/names/require-names.ts';
import { TOOLS } from '../../answers/tools/all-tools.ts';
import { MirrorError } from '../../domain/errors.ts';
import { sayFaults } from '../../lib/say-faults.ts';

export interface ToolAsked {
  readonly tool: string;
  /** As somebody outside wrote it. */
  readonly input: unknown;
}

/** @throws tools/unknown, tools/bad-input, tools/unknown-name */
export function runTool({ tool: name, input }: ToolAsked, from: AnswerInput): Record<string, unknown> {
  const tool = TOOLS.find((each) => each.name === name);
  if (tool === undefined)
    throw new MirrorError('tools/unknown', { data: { tool: name, tools: TOOLS.map((each) => each.name).join(', ') } });
  // A name nobody knows would only be left out, and the answer be one to another question.
  const parsed = (tool.input as z.ZodObject).strict().safeParse(input);
  if (!parsed.success)
    throw new MirrorError('tools/bad-input', { data: { tool: name, detail: sayFaults(parsed.error) } });
  // Each tool is given what its own shape has read; TypeScript cannot follow that over a union of them.
  const run = tool.run as (given: unknown, of: AnswerInput) => Record<string, unknown>;
  return run(requireNames(parsed.data, from), from);
}
