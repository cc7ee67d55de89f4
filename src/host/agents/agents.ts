// In: what an agent asks. Out: what the policy lets out of the answer, with a line in the ledger before it leaves.
import type { AgentService } from '../../api/agent-service.ts';
import type { Services } from '../../api/services.ts';
import type { AgentAnswer, AgentCaller, AgentText, AgentWish } from '../../domain/agent.ts';
import { MirrorError } from '../../domain/errors.ts';
import { ProcessId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import { sayFaults } from '../../lib/say-faults.ts';
import type { Ledger } from '../egress/ledger.ts';
import type { Host } from '../host.ts';
import { getProcessByName } from '../views.ts';
import type { AgentTool } from './agent-tool.ts';
import { toolsFor } from './agent-tools.ts';
import { declareTools, listConstants } from './declare-tools.ts';
import { beginLeaving, nameOf } from './leaving.ts';
import { requireLevel } from './level-for.ts';
import { type Constants, type Release, releaseValue } from './release.ts';
import { decideProposal, listProposals } from './proposals.ts';
import { listResources } from './list-resources.ts';
import { readResource } from './read-resource.ts';
import { sayShort } from './say-short.ts';
import { type AgentSessions, learnProcess, learnProcesses } from './sessions.ts';

export interface Agents {
  readonly host: Host;
  readonly ledger: Ledger;
  readonly sessions: AgentSessions;
  readonly search: Services['search'];
}

export function createAgents(given: Agents): AgentService {
  const known: { constants?: Constants } = {};
  // Shapes are read when the first agent comes: most workspaces never see one.
  const agents = {
    ...given,
    get constants() {
      return (known.constants ??= listConstants(declareTools(toolsFor({ mayPropose: true }))));
    },
  };
  return {
    call: async (caller, wish, signal) => {
      const leaving = beginLeaving(agents, { caller, what: wish.tool, received: wish.input, signal });
      return leaving.finish(
        (release) => call(agents, { wish, release, caller }, signal),
        (answer) => JSON.stringify(resultOf(answer)),
      );
    },
    list: async (caller) => {
      const leaving = beginLeaving(agents, { caller, what: 'the list of resources', received: {} });
      return leaving.finish(
        async (release) => {
          await learnAll(agents.host, release, undefined);
          return listResources(agents.host, release);
        },
        (resources) => JSON.stringify({ resources }),
      );
    },
    async *read(caller, uri, signal): AsyncGenerator<Progress, AgentText[]> {
      const leaving = beginLeaving(agents, { caller, what: uri, received: { uri }, signal });
      try {
        const release = leaving.open();
        await learnAll(agents.host, release, signal);
        const contents = yield* readResource(agents.host, { uri, release }, signal);
        return leaving.send(contents, JSON.stringify({ contents }));
      } catch (error) {
        throw leaving.fail(error);
      }
    },
    proposals: (processId) => listProposals(agents.host, processId),
    decide: (id, isAccepted) => decideProposal(agents.host, id, isAccepted),
    complete: async (caller, typed) => {
      const leaving = beginLeaving(agents, { caller, what: 'names of processes', received: { typed } });
      return leaving.finish(
        async (release) => {
          learnProcesses(agents.host, release.session);
          const names = agents.host.store.listProcesses().map(({ name }) => String(releaseValue(name, release)));
          return names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase())).slice(0, 100);
        },
        (values) => JSON.stringify({ completion: { values } }),
      );
    },
  };
}

/** The result of a call as it goes over the wire, and as the ledger keeps it. */
export function resultOf({ text, structured }: AgentAnswer) {
  return { content: [{ type: 'text' as const, text }], structuredContent: structured };
}

async function call(
  agents: Agents,
  { wish, release, caller }: { readonly wish: AgentWish; readonly release: Release; readonly caller: AgentCaller },
  signal: AbortSignal | undefined,
): Promise<AgentAnswer> {
  const { host, search } = agents;
  const tool = findTool(wish.tool, caller);
  requireLevel(`What \`${tool.name}\` tells`, { level: release.level, needed: tool.needs });
  learnProcesses(host, release.session);
  // First of all: what is asked with stand-ins, and what fails, names things as well.
  const named = wish.input['process'];
  if (typeof named === 'string') {
    const process = findProcess(host, release.names.show(named));
    await learnProcess(host, { process, session: release.session }, signal);
  } else if (tool.needs === 'redacted') await learnAll(host, release, signal);
  const input = readInput(tool, showAll(wish.input, release));
  const agent = nameOf(caller);
  const asked = { host, search, signal, agent, findProcess: (name: string) => findProcess(host, name) };
  // By its own shape: what a tool carries along beyond it was never meant to leave.
  const found = tool.output.parse(await tool.run(input, asked));
  // A tool's output is an object, and releasing it keeps its keys.
  const structured = releaseValue(found, release) as Record<string, unknown>;
  return { structured, text: (tool.say ?? sayShort)(structured) };
}

function findTool(name: string, caller: AgentCaller): AgentTool {
  const tool = toolsFor(caller).find((each) => each.name === name);
  if (tool !== undefined) return tool;
  const tools = toolsFor(caller)
    .map((each) => each.name)
    .join(', ');
  throw new MirrorError('tools/unknown', { data: { tool: name, tools } });
}

/** A key nobody knows would only be left out, and the answer be one to another question. */
function readInput(tool: AgentTool, input: unknown): Record<string, unknown> {
  const parsed = tool.input.strict().safeParse(input);
  if (parsed.success) return parsed.data;
  throw new MirrorError('tools/bad-input', { data: { tool: tool.name, detail: sayFaults(parsed.error) } });
}

/** An agent knows things by their stand-ins alone. */
function showAll(input: unknown, release: Release): unknown {
  if (release.level === 'text') return input;
  if (typeof input === 'string') return release.names.show(input);
  if (Array.isArray(input)) return input.map((each) => showAll(each, release));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, showAll(value, release)]));
}

function findProcess({ store }: Host, name: string): Process {
  const id = ProcessId.safeParse(name);
  return (id.success && store.findProcess(id.data)) || getProcessByName(store, name);
}

async function learnAll(host: Host, { session, level }: Release, signal: AbortSignal | undefined): Promise<void> {
  if (level === 'text') return;
  learnProcesses(host, session);
  for (const process of host.store.listProcesses()) await learnProcess(host, { process, session }, signal);
}
