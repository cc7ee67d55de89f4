// The door for agents, as they come to it: the official client over real pipes to a program of its own.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Core, createCore } from '../host/core.ts';
import { createOffThread } from '../host/off-thread/pool.ts';
import { finish } from '../host/testing.ts';
import { exampleInput } from '../host/agents/testing.ts';
import { serveWeb } from '../web/serve.ts';
import { writeRunning } from '../web/running.ts';
import { PROMPTS } from './prompts.ts';
import { listen, write } from './testing.ts';

const MAIN = join(import.meta.dirname, '..', 'cli', 'main.ts');
const folder = mkdtempSync(join(tmpdir(), 'mirror-mcp-'));
const workspace = join(folder, 'workspace');
const offThread = createOffThread();
const command = (options: readonly string[] = []): string[] => [
  '--disable-warning=ExperimentalWarning',
  MAIN,
  'mcp',
  '--workspace',
  workspace,
  ...options,
];
const SAMPLE = 'Customer onboarding';

/** Lines of the server that are no protocol, and what else went wrong on the way. */
const strays: Error[] = [];
/** Every tool there is, once all have been called. */
const called = new Set<string>();
let client: Client;

beforeAll(async () => {
  await withCore(async (core) => {
    await finish(await core.client.samples.load());
    await core.client.policy.set({ release: 'text', receivers: ['mcp'], agrees: 'asker', owner: '' });
  });
  client = new Client({ name: 'test-agent', version: '7.0' });
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no other way
  client.onerror = (error) => strays.push(error);
  const transport = new StdioClientTransport({ command: process.execPath, args: command(), stderr: 'pipe' });
  await client.connect(transport);
}, 120_000);

afterAll(async () => {
  await client.close();
  await offThread.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it says who it is, and how it is used', () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'mirror', title: 'Mirror' });
  expect(client.getInstructions()).toMatch(/^Mirror knows how work is really done/);
  expect(client.getServerCapabilities()).toEqual({ tools: {}, resources: {}, prompts: {}, completions: {} });
});

const EXAMPLES = {
  process: SAMPLE,
  question: 'Where do cases wait longest and why?',
  words: 'credit',
  term: 'handoffs',
  source: 'record inquiry',
  target: 'submit order',
};

test('every tool is listed as read only, and answers by the shape it declares', async () => {
  const { tools } = await client.listTools();
  const wrong = tools.filter(
    ({ title, description, outputSchema, annotations }) =>
      !title || !description || outputSchema?.type !== 'object' || annotations?.readOnlyHint !== true,
  );
  expect([wrong, tools.length > 20]).toEqual([[], true]);
  for (const { name } of tools) called.add(name);
  const { hits } = (await ask('search', { words: 'credit limit', limit: 1 })) as { hits: { ref: { uri: string } }[] };
  for (const { name, inputSchema } of tools) {
    const input = exampleInput(inputSchema, { ...EXAMPLES, uri: hits[0]!.ref.uri });
    // The client throws where the structure is not what the tool's output schema says.
    const answer = await call(name, input);
    expect([name, answer.isError ?? false, answer.structuredContent !== undefined]).toEqual([name, false, true]);
    expect([name, /\w/.test(textOf(answer)), textOf(answer).length <= 13_000]).toEqual([name, true, true]);
  }
});

test('answers are those of the map, with moments that can be read', async () => {
  const { processes } = (await ask('processes', {})) as { processes: { headline: object; name: string }[] };
  expect(processes).toMatchObject([
    { name: SAMPLE, recordings: 8, logs: 1, documents: 0, headline: { process: SAMPLE, cases: 400 } },
  ]);
  const answer = await client.callTool({
    name: 'ask',
    arguments: { process: SAMPLE, question: 'How many cases are there?' },
  });
  expect(textOf(answer)).toMatch(/400 cases.* see mirror:\/\/moment\//);
  const [uri = ''] = /mirror:\/\/moment\/log\/\S+/.exec(textOf(answer)) ?? [];
  expect(await ask('moment', { uri })).toMatchObject({
    uri,
    kind: 'log',
    source: 'event-log.csv',
    rows: Array.from({ length: 5 }, () => ({ activity: 'check order form', role: 'order coordinator' })),
  });
});

test('what is wrong is said in words: a process, a name, an input, a tool, an address', async () => {
  const failures = await Promise.all([
    call('counts', { process: 'Refunds' }),
    call('handoffs', { process: SAMPLE, from: 'contract manger' }),
    call('handoffs', { process: SAMPLE, form: 'contract manager' }),
    call('ask', { process: SAMPLE, question: 7 }),
    call('moment', { uri: 'mirror://moment/speech/none/0' }),
  ]);
  expect(failures.map(({ isError, content }) => [isError, content])).toEqual(
    [
      /^There is no process named "Refunds"\. The processes are: "Customer onboarding"\.$/,
      /^"contract manger" is no role or system or person of this process\. The nearest: "contract manager", /,
      /^handoffs cannot be asked so \(Unrecognized key: "form"\)\. Give what its input schema says\.$/,
      /^ask cannot be asked so \(question: Invalid input: expected string, received number\)\. /,
      /^There is nothing at mirror:\/\/moment\/speech\/none\/0\. List the resources again\.$/,
    ].map((text) => [true, [{ type: 'text', text: expect.stringMatching(text) }]]),
  );
  await expect(client.callTool({ name: 'erase', arguments: {} })).rejects.toMatchObject({ code: -32_602 });
  await expect(client.readResource({ uri: 'mirror://process/none/spec' })).rejects.toMatchObject({
    code: -32_002,
    message: expect.stringContaining('There is nothing at mirror://process/none/spec. List the resources again.'),
  });
  await expect(client.getPrompt({ name: 'write-sop', arguments: {} })).rejects.toMatchObject({
    message: expect.stringContaining('The prompt "write-sop" needs "process"'),
  });
});

test('every resource can be read, and so can what templates lead to', async () => {
  const { resources } = await client.listResources();
  expect(resources.map(({ title }) => title).slice(0, 9)).toEqual([
    'About Mirror',
    'Customer onboarding: Process spec (JSON)',
    'Customer onboarding: Process model (BPMN 2.0)',
    'Customer onboarding: Event log (XES)',
    'Customer onboarding: Object-centric log (OCEL 2.0, JSON)',
    'Customer onboarding: Event table (CSV)',
    'Customer onboarding: Flowchart (Mermaid)',
    'Customer onboarding: Whole graph (JSON)',
    'From the inquiry to the submitted order',
  ]);
  const told: object[] = [];
  for (const { uri, mimeType } of resources) {
    const onprogress = (progress: object): void => void told.push(progress);
    const { contents } = await client.readResource({ uri }, { onprogress });
    expect(contents).toMatchObject([{ uri, mimeType, text: expect.stringMatching(/\S{3}/) }]);
  }
  expect(told).toContainEqual({ progress: 1, message: 'export: 1 MB' });

  const { resourceTemplates } = await client.listResourceTemplates();
  const recording = resources.find(({ uri }) => uri.startsWith('mirror://recording/'))!;
  const { contents } = await client.readResource({ uri: recording.uri });
  const moments = [...(contents[0] as { text: string }).text.matchAll(/<(mirror:\/\/moment\/[^>]+)>/g)];
  const kinds = Object.groupBy(moments, ([, uri = '']) => uri.split('/')[3] ?? '');
  expect(Object.keys(kinds).toSorted()).toEqual(['event', 'speech']);
  for (const first of Object.values(kinds).map((all) => all?.[0])) {
    const uri = first?.[1] ?? '';
    const moment = await client.readResource({ uri });
    expect(JSON.parse((moment.contents[0] as { text: string }).text)).toMatchObject({ uri, text: expect.any(String) });
  }
  expect(
    resourceTemplates.map(({ uriTemplate }) => uriTemplate.split('/')[2]).filter((at) => at === 'moment'),
  ).toHaveLength(6);
});

test('every prompt can be had, and its names are completed', async () => {
  const { prompts } = await client.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(PROMPTS.map(({ name }) => name));
  const { tools } = await client.listTools();
  for (const { name } of prompts) {
    const { messages } = await client.getPrompt({ name, arguments: { process: SAMPLE } });
    const text = messages.map(({ content }) => (content.type === 'text' ? content.text : '')).join('\n');
    expect([name, text.includes(`"${SAMPLE}"`), text.includes('undefined')]).toEqual([name, true, false]);
    expect([name, tools.some((tool) => text.includes(tool.name))]).toEqual([name, true]);
  }
  const complete = async (ref: Parameters<Client['complete']>[0]['ref'], name: string, value: string) =>
    (await client.complete({ ref, argument: { name, value } })).completion.values;
  expect(await complete({ type: 'ref/prompt', name: 'write-sop' }, 'process', 'cust')).toEqual([SAMPLE]);
  const template = { type: 'ref/resource', uri: 'mirror://process/{process}/{format}' } as const;
  expect(await complete(template, 'format', 'o')).toEqual(['ocel-json']);
});

test('a call that is given up ends, and the next one is answered', async () => {
  const stop = new AbortController();
  const given = client.callTool({ name: 'variants', arguments: { process: SAMPLE } }, undefined, {
    signal: stop.signal,
  });
  stop.abort(new Error('given up'));
  await expect(given).rejects.toThrow('given up');
  expect(await ask('definition', { process: SAMPLE, term: 'cases' })).toEqual({
    definition: expect.stringMatching(/^Cases of the event logs/),
  });
});

test('another program has the workspace open: its turn is waited for', async () => {
  const answered = await withCore((core) => {
    const waiting = ask('definition', { process: SAMPLE, term: 'n' });
    return { waiting, held: core.host.workspace.path };
  });
  expect([await answered.waiting, answered.held]).toEqual([
    { definition: expect.stringMatching(/^Observations/) },
    workspace,
  ]);
});

test('the app has the workspace open: the agent is answered there, and its ledger has the line', async () => {
  await withCore(async (core) => {
    const app = await serveWeb(core, { port: 0, pages: folder });
    try {
      writeRunning(core.host.workspace.path, app.origin);
      expect(await ask('definition', { process: SAMPLE, term: 'cases' })).toMatchObject({
        definition: expect.any(String),
      });
      const [entry] = await core.client.egress.list({ limit: 1 });
      expect(entry).toMatchObject({ host: 'mcp', purpose: 'agent test-agent 7.0: definition', outcome: 'sent' });
    } finally {
      await app.close();
    }
  });
});

test('a client that dies ends the server, and nothing but the protocol was on its stdout', async () => {
  const server = spawn(process.execPath, command(['--proposals']), { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines = listen(server);
  write(server, {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
  });
  await vi.waitFor(() => expect(lines()).toHaveLength(1), 60_000);
  server.stdin.write('this is no JSON\n');
  write(server, { method: 'notifications/initialized' });
  write(server, { id: 2, method: 'tools/call', params: { name: 'processes', arguments: {} } });
  await vi.waitFor(() => expect(lines()).toHaveLength(2), 60_000);
  expect(lines().map((line) => JSON.parse(line) as object)).toMatchObject([
    { jsonrpc: '2.0', id: 1, result: { protocolVersion: '2025-06-18' } },
    { jsonrpc: '2.0', id: 2, result: { structuredContent: { processes: [{ name: SAMPLE }] } } },
  ]);
  write(server, { id: 3, method: 'tools/list' });
  await vi.waitFor(() => expect(lines()).toHaveLength(3), 60_000);
  const { result } = JSON.parse(lines()[2]!) as { result: { tools: { name: string; annotations: object }[] } };
  expect(result.tools.at(-1)).toMatchObject({ name: 'propose_correction', annotations: { readOnlyHint: false } });
  const gone = once(server, 'exit');
  server.stdin.destroy();
  server.stdout.destroy();
  expect(await gone).toEqual([0, null]);
});

test('every call is an entry of the ledger, with what was sent', async () => {
  await client.close();
  expect(strays).toEqual([]);
  const { tools, entries, verdict, payload } = await withCore(async (core) => {
    const all = (await core.client.egress.list({ limit: 1000 })).filter(({ host }) => host === 'mcp');
    const one = all.find(({ purpose }) => purpose === 'agent test-agent 7.0: processes')!;
    return {
      entries: all,
      tools: new Set(all.map(({ purpose }) => purpose.replace('agent test-agent 7.0: ', ''))),
      verdict: await core.client.egress.verify({}),
      payload: (await core.client.egress.payload({ id: one.id })).payload,
    };
  });
  expect([...called, 'the list of resources', 'names of processes'].filter((name) => !tools.has(name))).toEqual([]);
  expect(verdict).toMatchObject({ isWhole: true });
  expect(JSON.parse(payload)).toMatchObject({ structuredContent: { processes: [{ name: SAMPLE }] } });
  const unsent = entries.filter(({ outcome }) => outcome !== 'sent');
  expect(new Set(unsent.map(({ outcome, sentBytes }) => `${outcome} ${sentBytes}`))).toEqual(
    new Set(['process/missing 0', 'tools/unknown-name 0', 'tools/bad-input 0', 'agents/no-resource 0', 'stopped 0']),
  );
});

type Called = Awaited<ReturnType<Client['callTool']>>;

const call = (name: string, input: object): Promise<Called> =>
  client.callTool({ name, arguments: input as Record<string, unknown> });

async function ask(name: string, input: object): Promise<Record<string, unknown>> {
  const answer = await call(name, input);
  expect(answer).toMatchObject({ structuredContent: expect.any(Object) });
  return answer.structuredContent as Record<string, unknown>;
}

const textOf = ({ content }: Called): string => (content as { text: string }[]).map(({ text }) => text).join('\n');

/** A core of this process on the same workspace, once nobody else has it. */
async function withCore<Result>(act: (core: Core) => Promise<Result> | Result): Promise<Result> {
  const open = () => createCore({ workspace, door: 'terminal', offThread, models: join(folder, 'models') });
  const core = await vi.waitFor(open, { timeout: 30_000, interval: 100 });
  try {
    return await act(core);
  } finally {
    await core.close();
  }
}
