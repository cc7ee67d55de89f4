// What agents are given at each level of the rules, and what the ledger keeps of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readProblem } from '../../api/client.ts';
import type { AgentCaller } from '../../domain/agent.ts';
import type { EgressPolicy } from '../../domain/policy.ts';
import { runFlow } from '../flow.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../testing.ts';
import { AGENT_TOOLS } from './agent-tools.ts';
import { resultOf } from './agents.ts';
import { declareTools } from './declare-tools.ts';
import { WITHHELD } from './release.ts';
import { exampleInput } from './testing.ts';

const ROWS = [
  'case,activity,start,end,resource,role',
  'Meyer AG,enter order,2026-03-02T08:00:00Z,2026-03-02T08:30:00Z,Ann Brook,clerk',
  'Meyer AG,ship order,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z,Bea Stone,packer',
  '2,enter order,2026-04-20T08:00:00Z,2026-04-20T09:00:00Z,Ann Brook,clerk',
  '2,ship order,2026-04-21T08:00:00Z,2026-04-21T08:30:00Z,Bea Stone,packer',
];
const AGENT = { session: 's', name: 'Crawler', version: '2.1', staysHere: false, agreedBy: null, mayPropose: false };
const OPEN: Omit<EgressPolicy, 'changedMs'> = { release: 'text', receivers: ['mcp'], agrees: 'asker', owner: '' };

/** Under stand-ins, and as they are called. */
const EXAMPLES = { question: 'How often is the order shipped?', term: 'handoffs', words: 'receipt', uri: 'mirror://x' };
const HIDDEN = { ...EXAMPLES, process: 'Process 1', source: 'Activity 1', target: 'Activity 2' };

test('while the rules release nothing, an agent is told where to change that, and nothing else', async () => {
  const { core, uri } = await openRefunds();
  const asked = [
    () => core.client.agents.call({ caller: AGENT, wish: { tool: 'processes', input: {} } }),
    () => core.client.agents.list({ caller: AGENT }),
    async () => finish(await core.client.agents.read({ caller: AGENT, uri })),
    () => core.client.agents.complete({ caller: AGENT, typed: '' }),
  ];
  const refused: unknown[] = [];
  for (const ask of asked) refused.push(await ask().catch(readProblem));
  expect(refused).toEqual(
    asked.map(() => ({
      code: 'agents/nothing-released',
      title: expect.stringContaining('releases nothing'),
      hint: expect.stringMatching(/`mirror policy`.*`mirror mcp --local`/),
    })),
  );
  expect(await core.client.egress.list({})).toMatchObject(
    ['names of processes', uri, 'the list of resources', 'processes'].map((what) => ({
      host: 'mcp',
      purpose: `agent Crawler 2.1: ${what}`,
      isBeyond: true,
      sentBytes: 0,
      payloadSha256: null,
      outcome: 'agents/nothing-released',
    })),
  );
});

test('agents must be named as receivers, and the owner must agree where the rules say so', async () => {
  const { core } = await openRefunds();
  const ask = async (policy: Partial<typeof OPEN>, caller: Partial<AgentCaller> = {}) => {
    await core.client.policy.set({ ...OPEN, ...policy });
    const call = { caller: { ...AGENT, ...caller }, wish: { tool: 'processes', input: {} } };
    return core.client.agents.call(call).then(
      () => 'answered',
      (error: unknown) => readProblem(error)?.code,
    );
  };
  const owned = { agrees: 'owner', owner: 'Dana Holt' } as const;
  expect([
    await ask({ receivers: ['llm.example'] }),
    await ask(owned),
    await ask(owned, { agreedBy: 'Somebody' }),
    await ask(owned, { agreedBy: 'dana holt' }),
    await ask({}),
    await ask({ release: 'nothing', receivers: [] }, { staysHere: true }),
  ]).toEqual(['agents/no-receiver', 'agents/not-agreed', 'agents/not-agreed', 'answered', 'answered', 'answered']);
  const [local, open, agreed] = await core.client.egress.list({});
  expect([local, open, agreed]).toMatchObject([
    { isBeyond: false, agreedBy: null, outcome: 'sent' },
    { isBeyond: true, agreedBy: null, outcome: 'sent' },
    { isBeyond: true, agreedBy: 'dana holt', outcome: 'sent' },
  ]);
});

test('figures carry numbers under stand-ins, and no name and no word of anybody', async () => {
  const { core, processId, uri } = await openRefunds();
  await core.client.policy.set({ ...OPEN, release: 'figures' });
  const said = core.host.store.listRecordings(processId).flatMap(({ id }) => core.host.store.listSegments(id));
  const { known } = await core.host.asking.listNames(core.host, processId);
  const secrets = [...said.map(({ text }) => text), ...known.map(({ name }) => name), 'Meyer', 'Refunds', 'orders.csv'];
  const answers = await Promise.all(
    declareTools(AGENT_TOOLS.filter(({ needs }) => needs === 'figures')).map(({ tool, inputSchema }) =>
      call(core, tool.name, undefined, exampleInput(inputSchema, HIDDEN)),
    ),
  );
  const [spec] = await finish(await core.client.agents.read({ caller: AGENT, uri }));
  expect(JSON.parse(spec!.text)).toMatchObject({
    schema: 'mirror-process-spec/1',
    process: { name: 'Process 1', cases: 2, events: 4 },
  });
  const sent = (JSON.stringify(answers) + spec!.text).toLowerCase();
  // Words that Mirror's own sentences have as well, such as "order", are no secret in its definitions.
  const own = JSON.stringify(AGENT_TOOLS.map(({ description }) => description)).toLowerCase();
  const leaked = secrets.filter(
    (secret) => !own.includes(secret.toLowerCase()) && sent.includes(`"${secret.toLowerCase()}`),
  );
  expect([leaked, answers.length]).toEqual([[], AGENT_TOOLS.length - 2]);

  const shown = await call(core, 'handoffs', 'Process 1', { from: 'Role 1', kind: 'actor' });
  expect(shown.structured).toMatchObject({
    handoffs: [
      {
        label: WITHHELD,
        activities: ['Activity 1', 'Activity 2'],
        from: 'Role 1',
        to: 'Role 2',
        count: 2,
        kind: 'actor',
        evidence: [{ uri: expect.stringMatching(/^mirror:\/\/moment\/log\//), rows: 2 }],
      },
    ],
  });
  await expect(call(core, 'handoffs', 'Process 1', { from: 'clerks' })).rejects.toMatchObject({
    data: {
      title: '"clerks" is no role or system or person of this process',
      hint: expect.not.stringContaining('clerk'),
    },
  });
  const log = core.client.agents.read({ caller: AGENT, uri: uri.replace('/spec', '/xes') });
  await expect(log.then(finish)).rejects.toMatchObject({ data: { code: 'agents/not-released' } });
  const refused = await core.client.agents
    .call({ caller: AGENT, wish: { tool: 'search', input: { words: 'receipt' } } })
    .catch(readProblem);
  expect(refused).toMatchObject({ code: 'agents/not-released', title: expect.stringContaining('"figures"') });
});

test('redacted words have stand-ins for names, and the values of event logs stay', async () => {
  const { core, processId } = await openRefunds();
  await core.client.policy.set({ ...OPEN, release: 'redacted' });
  const { structured: found } = await call(core, 'search', undefined, { words: 'receipt' });
  expect(found).toMatchObject({
    hits: [
      { text: expect.stringMatching(/^I check the receipt and I enter .* System 1\.$/), process: { name: 'Title 1' } },
    ],
  });
  const { structured: pairs } = await call(core, 'people_handoffs', processId);
  const { evidence } = pairs as { evidence: { uri: string }[] };
  expect(pairs).toMatchObject({ pairs: [{ from: 'Person B', to: 'Person C', count: 2 }] });
  const { structured: moment } = await call(core, 'moment', undefined, { uri: evidence[0]!.uri });
  expect([moment['kind'], moment['rows']]).toEqual(['log', []]);
});

test('the ledger keeps what was sent, byte for byte', async () => {
  const { core } = await openRefunds();
  await core.client.policy.set(OPEN);
  const answer = await call(core, 'activities', 'Refunds', { only: 'logged', role: 'clerk' });
  expect(answer.structured).toMatchObject({
    activities: [{ label: 'enter order', count: 2, roles: [{ name: 'clerk', count: 2 }] }],
  });
  expect(answer.text).toMatch(/^activities: 1\n- enter order; count: 2; cases: 2; roles: clerk 2;/);
  const [entry] = await core.client.egress.list({});
  const sent = JSON.stringify(resultOf(answer));
  expect(entry).toMatchObject({ purpose: 'agent Crawler 2.1: activities', sentBytes: Buffer.byteLength(sent) });
  expect((await core.client.egress.payload({ id: entry!.id })).payload).toBe(sent);
});

test('what an agent proposes waits for a person, and is then theirs', async () => {
  const { core, processId } = await openRefunds();
  await core.client.policy.set({ ...OPEN, release: 'figures' });
  const agent = { ...AGENT, mayPropose: true };
  const propose = (input: object, caller = agent) =>
    core.client.agents
      .call({
        caller,
        wish: { tool: 'propose_correction', input: { process: 'Process 1', why: 'As told.', ...input } },
      })
      .catch((error: unknown) => readProblem(error)?.title);
  const labels = async () =>
    (await core.client.process.open({ processId })).graph.activities.map(({ label }) => label).toSorted();

  await call(core, 'activities', 'Process 1');
  const before = await labels();
  expect(await propose({ what: 'rename', activity: 'Activity 1', label: 'take in order' }, AGENT)).toBe(
    'There is no tool "propose_correction"',
  );
  expect(await propose({ what: 'rename', activity: 'Activity 1' })).toBe(
    'propose_correction cannot be asked so (label is missing)',
  );
  expect(await propose({ what: 'dismiss', finding: 'none' })).toBe('This part of the map is not there any more');
  expect(await propose({ what: 'rename', activity: 'Activity 1', label: 'take in order' })).toMatchObject({
    structured: { id: expect.any(String), says: WITHHELD, state: 'open' },
  });
  const { handoffs } = (await core.client.process.open({ processId })).insights;
  await propose({ what: 'dismiss', finding: handoffs[0]!.id, why: 'Activity 1 is done by Role 1.' });
  await propose({ what: 'same', activity: 'Activity 1', other: 'Activity 2' });
  expect(await labels()).toEqual(before);

  const proposals = await core.client.agents.proposals({ processId });
  expect(proposals.map(({ agent: by, says, why, state }) => [by, says, why, state])).toEqual([
    ['Crawler 2.1', 'Call “enter order” “take in order” instead', 'As told.', 'open'],
    ['Crawler 2.1', `Dismiss: ${handoffs[0]!.label}`, 'enter order is done by clerk.', 'open'],
    ['Crawler 2.1', '“enter order” and “ship order” are the same activity', 'As told.', 'open'],
  ]);
  const [rename, dismiss, same] = proposals.map(({ id }) => id);
  // In this order: a finding is known by the names in it.
  await core.client.agents.decide({ proposalId: dismiss!, isAccepted: true });
  await core.client.agents.decide({ proposalId: rename!, isAccepted: true });
  await core.client.agents.decide({ proposalId: same!, isAccepted: false });
  expect(await labels()).toEqual(before.map((label) => (label === 'enter order' ? 'take in order' : label)).toSorted());
  expect((await core.client.process.open({ processId })).insights.handoffs[0]).toMatchObject({ status: 'dismissed' });
  expect((await core.client.corrections.list({ processId })).corrections.map(({ state }) => state)).toEqual([
    'standing',
    'standing',
  ]);
  const again = core.client.agents.decide({ proposalId: same!, isAccepted: true });
  await expect(again).rejects.toMatchObject({ data: { code: 'proposal/missing' } });
});

async function openRefunds() {
  const core = await createTestCore();
  const folder = createTestFolder();
  const file = join(folder, 'orders.csv');
  writeFileSync(file, `${ROWS.join('\n')}\n`);
  const recording = writeTranscript(folder);
  const sources = [
    { kind: 'log' as const, file, columns: {} },
    { kind: 'recording' as const, file: recording, transcript: recording, actor: 'Ida Long', role: 'support agent' },
  ];
  const { process } = await finish(runFlow(core.host, { process: { name: 'Refunds' }, sources }));
  return { core, processId: process.id, uri: `mirror://process/${process.id}/spec` };
}

function call(core: Awaited<ReturnType<typeof createTestCore>>, tool: string, process?: string, input: object = {}) {
  const asked = { ...input, ...(process !== undefined && { process }) };
  return core.client.agents.call({ caller: AGENT, wish: { tool, input: asked } });
}
