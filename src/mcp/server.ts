// In: a way into a workspace. Out: a server of the Model Context Protocol over it; everything is decided behind the API.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  type Progress as ToldProgress,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { AgentCaller, AgentResource, AgentText } from '../domain/agent.ts';
import type { Progress } from '../domain/progress.ts';
import { resultOf } from '../host/agents/agents.ts';
import { toolsFor } from '../host/agents/agent-tools.ts';
import { declareTools } from '../host/agents/declare-tools.ts';
import { VERSION } from '../host/version.ts';
import { ABOUT, INSTRUCTIONS, writeAbout } from './about.ts';
import type { LazyClient } from './lazy-client.ts';
import { PROMPTS } from './prompts.ts';
import { sayFailure, toProtocolError } from './say-failure.ts';
import { FORMATS, TEMPLATES } from './templates.ts';

export interface AgentDoor {
  readonly workspace: LazyClient;
  /** What the person who started it said; who asks is the client's own word. */
  readonly caller: Omit<AgentCaller, 'name' | 'version'>;
}

/** What the SDK hands to each request, as far as it is used here. */
interface Extra {
  readonly signal: AbortSignal;
  readonly _meta?: { readonly progressToken?: string | number | undefined } | undefined;
  sendNotification(notification: {
    method: 'notifications/progress';
    params: ToldProgress & { progressToken: string | number };
  }): Promise<void>;
}

/**
 * On the SDK's lower level: its upper one answers bad input with what zod says, and this door as a person would; and it
 * promises news of changed lists, which a workspace that is closed most of the time cannot give.
 */
export function createAgentServer(door: AgentDoor): Server {
  const server = new Server(
    { name: 'mirror', title: 'Mirror', version: VERSION },
    { capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} }, instructions: INSTRUCTIONS },
  );
  const callerOf = (): AgentCaller => {
    const { name = 'unknown', version = '' } = server.getClientVersion() ?? {};
    return { ...door.caller, name: name.slice(0, 200), version: version.slice(0, 100) };
  };
  const tools = declareTools(toolsFor(door.caller));

  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ tool: { name, title, description, writes = false }, inputSchema, outputSchema }) => ({
      name,
      title,
      description,
      inputSchema,
      outputSchema,
      annotations: {
        title,
        readOnlyHint: !writes,
        destructiveHint: false,
        idempotentHint: !writes,
        openWorldHint: false,
      },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }): Promise<CallToolResult> => {
    if (!tools.some(({ tool }) => tool.name === params.name))
      throw new McpError(ErrorCode.InvalidParams, `There is no tool "${params.name}"; list the tools`);
    const wish = { tool: params.name, input: params.arguments ?? {} };
    try {
      const call = { caller: callerOf(), wish };
      return resultOf(await door.workspace.use((client) => client.agents.call(call, { signal }), { signal }));
    } catch (error) {
      signal.throwIfAborted();
      return { content: [{ type: 'text', text: sayFailure(error) }], isError: true };
    }
  });

  const list = (signal: AbortSignal): Promise<AgentResource[]> =>
    door.workspace.use((client) => client.agents.list({ caller: callerOf() }, { signal }), { signal });
  server.setRequestHandler(ListResourcesRequestSchema, async ({ params }, { signal }) =>
    pageOf([ABOUT, ...(await list(signal).catch(refuseNothing))], params?.cursor),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: [...TEMPLATES] }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }, extra) => {
    try {
      if (uri !== ABOUT.uri) return { contents: await read(door, { uri, caller: callerOf() }, extra) };
      const refusal = await list(extra.signal).then(() => undefined, sayFailure);
      return { contents: [{ uri, mimeType: ABOUT.mimeType, text: writeAbout(refusal) }] };
    } catch (error) {
      throw toProtocolError(error);
    }
  });

  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map(({ name, title, description, arguments: given }) => ({
      name,
      title,
      description,
      arguments: [...given],
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params: { name, arguments: given = {} } }) => {
    const prompt = PROMPTS.find((each) => each.name === name);
    if (prompt === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no prompt "${name}"`);
    const lacking = prompt.arguments.find((each) => each.required && !given[each.name]?.trim());
    if (lacking) throw new McpError(ErrorCode.InvalidParams, `The prompt "${name}" needs "${lacking.name}"`);
    const content = { type: 'text' as const, text: prompt.write(given) };
    return { description: prompt.description, messages: [{ role: 'user' as const, content }] };
  });

  server.setRequestHandler(CompleteRequestSchema, async ({ params: { ref, argument } }, { signal }) => {
    const values = await complete(ref.type, argument, (typed) =>
      door.workspace.use((client) => client.agents.complete({ caller: callerOf(), typed }, { signal }), { signal }),
    ).catch(refuseNothing);
    return { completion: { values, total: values.length, hasMore: false } };
  });
  return server;
}

/** Nobody is shown an error while typing or looking around; `mirror://about` says why there is nothing. */
function refuseNothing(error: unknown): never[] {
  if (sayFailure(error).startsWith('Something went wrong')) throw toProtocolError(error);
  return [];
}

/** Of processes by name in prompts, of formats in addresses; ids are not typed. */
async function complete(
  kind: 'ref/prompt' | 'ref/resource',
  { name, value }: { readonly name: string; readonly value: string },
  findNames: (typed: string) => Promise<string[]>,
): Promise<string[]> {
  if (kind === 'ref/prompt') return name === 'process' ? findNames(value.slice(0, 200)) : [];
  return name === 'format' ? FORMATS.filter((format) => format.startsWith(value)) : [];
}

async function read(
  door: AgentDoor,
  { uri, caller }: { readonly uri: string; readonly caller: AgentCaller },
  { signal, _meta, sendNotification }: Extra,
): Promise<AgentText[]> {
  const token = _meta?.progressToken;
  return door.workspace.use(
    async (client) => {
      const work = await client.agents.read({ caller, uri }, { signal });
      for (;;) {
        const step = await work.next();
        if (step.done) return step.value;
        if (token === undefined) continue;
        const params = { progressToken: token, ...toldOf(step.value) };
        await sendNotification({ method: 'notifications/progress', params });
      }
    },
    { signal },
  );
}

const toldOf = ({ stage, done, total, unit }: Progress): ToldProgress => ({
  progress: done,
  ...(total !== null && { total }),
  message: `${stage}: ${done} ${unit}`,
});

const PAGE = 200;

function pageOf(resources: readonly AgentResource[], cursor: string | undefined) {
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(from) || from < 0 || from > resources.length)
    throw new McpError(ErrorCode.InvalidParams, 'This is no place in the list of resources; begin again without it');
  const next = from + PAGE;
  return {
    resources: resources.slice(from, next),
    ...(next < resources.length && { nextCursor: String(next) }),
  };
}
