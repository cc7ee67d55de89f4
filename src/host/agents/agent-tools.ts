// Every tool that agents are given. The first ones say what there is; those of the graph are the answerer's own.
import { z } from 'zod';
import { TOOLS } from '../../answers/tools/all-tools.ts';
import { type AgentCaller, Moment } from '../../domain/agent.ts';
import { Answer, UnderstoodQuestion } from '../../domain/answer.ts';
import { MirrorError } from '../../domain/errors.ts';
import { ProcessId } from '../../domain/ids.ts';
import { Headline } from '../../domain/insights.ts';
import { SearchAnswer, SearchKind } from '../../domain/search.ts';
import { viewProcesses } from '../views.ts';
import { type AgentTool, defineAgentTool } from './agent-tool.ts';
import { PROPOSE_TOOL } from './propose-tool.ts';
import { readMoment } from './read-moment.ts';
import { sayAnswer } from './say-short.ts';

const ProcessName = z.string().min(1).max(200).describe('The name of the process, as `processes` lists it.');

const processes = defineAgentTool({
  name: 'processes',
  title: 'Processes',
  description: 'The processes of this workspace, each with its headline. Ask this first: the other tools want a name.',
  input: z.object({}),
  output: z.object({
    processes: z.array(
      z.object({
        name: z.string(),
        id: ProcessId,
        spec: z.string().describe('The address of its spec; other formats are listed among the resources.'),
        headline: Headline.nullable(),
        recordings: z.int(),
        logs: z.int(),
        documents: z.int(),
      }),
    ),
  }),
  needs: 'figures',
  run: async (_, { host }) => ({
    processes: viewProcesses(host.store).map(({ process: { id, name }, headline, recordings, logs, documents }) => ({
      name,
      id,
      spec: `mirror://process/${id}/spec`,
      headline,
      recordings,
      logs,
      documents,
    })),
  }),
});

const ask = defineAgentTool({
  name: 'ask',
  title: 'Ask a question',
  description:
    'A question about a process in plain words, answered by Mirror itself from the graph, with no model: cited sentences, values, what they count. What cannot be answered is refused, with questions that can.',
  input: z.object({
    process: ProcessName,
    question: z.string().trim().min(1).max(1000),
    previous: UnderstoodQuestion.optional().describe(
      'What `understood` was in the answer before, for questions that go on from it ("and in March?").',
    ),
  }),
  output: Answer,
  needs: 'figures',
  run: async ({ process, question, previous }, { host, findProcess, signal }) => {
    const wish = { processId: findProcess(process).id, question, previous };
    return host.asking.ask(host, wish, signal);
  },
  say: sayAnswer,
});

const search = defineAgentTool({
  name: 'search',
  title: 'Search the evidence',
  description:
    'Finds what was said, the titles of windows, the text of screens and the pages of documents; the best first, each with the moment it opens. Slips and other forms of a word are understood.',
  input: z.object({
    words: z.string().trim().min(1).max(500),
    process: ProcessName.optional(),
    kinds: z.array(SearchKind).min(1).optional(),
    limit: z.int().min(1).max(50).default(10),
  }),
  output: SearchAnswer,
  needs: 'redacted',
  run: async ({ process, ...query }, { search: find, findProcess, signal }) => {
    const only = process === undefined ? {} : { processId: findProcess(process).id };
    return find({ ...query, ...only }, signal);
  },
});

const moment = defineAgentTool({
  name: 'moment',
  title: 'Read a moment',
  description:
    'What stands at one address of the evidence: who said it, when, with the words around it; the title of a window, the text of a screen or a page, or rows of an event log.',
  input: z.object({ uri: z.string().max(500).describe('mirror://moment/…, as every other tool gives them.') }),
  output: Moment,
  needs: 'redacted',
  run: async ({ uri }, { host }) => {
    const found = readMoment(host.store, uri);
    if (found === undefined) throw new MirrorError('agents/no-resource', { data: { uri } });
    return found;
  },
});

const OF_GRAPH: readonly AgentTool[] = TOOLS.map(({ name, description, input, output }) => ({
  name,
  title: titleOf(name),
  description,
  // Each is an object; a tuple of their types is more than TypeScript can extend at once.
  input: (input as z.ZodObject).extend({ process: ProcessName }),
  output: output as z.ZodObject,
  needs: 'figures',
  run: ({ process, ...rest }, { host, findProcess, signal }) =>
    // The shape above says that it is a string.
    host.asking.runTool(host, { processId: findProcess(process as string).id, tool: name, input: rest }, signal),
}));

export const AGENT_TOOLS: readonly AgentTool[] = [processes, ask, search, moment, ...OF_GRAPH];

/** Read only, unless somebody lets it propose. */
export const toolsFor = ({ mayPropose }: Pick<AgentCaller, 'mayPropose'>): readonly AgentTool[] =>
  mayPropose ? [...AGENT_TOOLS, PROPOSE_TOOL] : AGENT_TOOLS;

/** "people_handoffs" as people read it. */
function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
