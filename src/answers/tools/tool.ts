// What a tool is: a question to the graph with typed arguments. The answerer, language models and agents share them.
import type { z } from 'zod';
import { EvidenceRef, Provenance } from '../../domain/evidence.ts';
import type { AnswerInput } from '../answer-input.ts';

/** Reads, never writes; every item of what comes out carries its evidence. */
export interface Tool<Input extends z.ZodType, Output extends z.ZodType> {
  /** As models call it. */
  readonly name: string;
  /** One sentence for whoever chooses a tool. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  run(input: z.output<Input>, from: AnswerInput): z.output<Output>;
}

export const defineTool = <Input extends z.ZodType, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;

/** What every item of every tool carries. */
export const GROUNDED = { evidence: EvidenceRef.array().min(1), provenance: Provenance } as const;
