// In: what failed behind the API. Out: one line for the agent, as the terminal says it to a person.
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { readProblem } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';

/** What happened, and what to do next. A bug is told as such; its trace stands on stderr. */
export function sayFailure(error: unknown): string {
  const problem = error instanceof MirrorError ? error : readProblem(error);
  if (problem !== undefined) return `${problem.title}. ${problem.hint}`;
  return `Something went wrong inside Mirror (${error instanceof Error ? error.message : String(error)}).`;
}

/** For requests that have no result to carry a failure. */
export function toProtocolError(error: unknown): unknown {
  if (error instanceof McpError || (error instanceof Error && error.name === 'AbortError')) return error;
  const problem = error instanceof MirrorError ? error : readProblem(error);
  // As the protocol has it for a resource that is not there.
  const code = problem?.code === 'agents/no-resource' ? -32_002 : ErrorCode.InvalidParams;
  return new McpError(problem === undefined ? ErrorCode.InternalError : code, sayFailure(error));
}
