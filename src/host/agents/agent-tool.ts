// What agents can ask for: the tools of the graph, by the name of a process, and what is asked of a whole workspace.
import type { z } from 'zod';
import type { ReleaseLevel } from '../../domain/policy.ts';
import type { Process } from '../../domain/process.ts';
import type { Services } from '../../api/services.ts';
import type { Host } from '../host.ts';

/** What a tool is given beside its input. */
export interface AgentAsked {
  readonly host: Host;
  /** By its name, or its id. @throws process/missing */
  findProcess(name: string): Process;
  readonly search: Services['search'];
  /** Its name and version. */
  readonly agent: string;
  readonly signal: AbortSignal | undefined;
}

export interface AgentTool {
  readonly name: string;
  readonly title: string;
  /** For whoever chooses a tool. */
  readonly description: string;
  readonly input: z.ZodObject;
  /** Pointers to evidence leave as addresses of moments (see release.ts). */
  readonly output: z.ZodObject;
  /** The lowest level at which the policy lets it answer. */
  readonly needs: Exclude<ReleaseLevel, 'nothing'>;
  run(input: Readonly<Record<string, unknown>>, asked: AgentAsked): Promise<unknown>;
  /** It changes something, if only a list of proposals. */
  readonly writes?: true;
  /** What leaves, in a few lines; `sayShort` where a tool has none of its own. */
  say?(structured: Readonly<Record<string, unknown>>): string;
}

/** The input of the tool's own shape goes in; the list of all of them knows only that it is an object. */
export function defineAgentTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Omit<AgentTool, 'input' | 'output' | 'run'> & {
    readonly input: Input;
    readonly output: Output;
    run(input: z.output<Input>, asked: AgentAsked): Promise<z.input<Output>>;
  },
): AgentTool {
  // Whoever calls it parses what came with this very shape first.
  return { ...tool, run: (input, asked) => tool.run(input as z.output<Input>, asked) };
}
