// A question to a model beyond this machine, through the whole product: what a proxy sees, what is kept, where keys are.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { ChatEvent } from '../../domain/chat.ts';
import type { EgressPolicy } from '../../domain/policy.ts';
import type { WriterEntry } from '../../domain/writer.ts';
import { type Conversation, call, codeOf, doneOf, openRefunds } from '../chat/testing/conversation.ts';
import { createFileSlots } from '../keys/file-slots.ts';
import { createTestFolder } from '../testing.ts';
import { type FakeScript, openFakeServer } from '../writers/testing/fake-server.ts';
import { entryFor } from '../writers/testing/open-for-test.ts';
import { ledgerOf } from './copy-ledger.ts';
import { makeCertificate, openRecordingProxy } from './testing/servers.ts';

const KEY = 'sk-very-secret-4711';
const QUESTION = 'Who checks the receipt?';
/** Looks something up, and gives up. */
const SCRIPT: FakeScript = (_, nth) =>
  nth === 0 ? { calls: [{ name: 'activities', input: {} }] } : { text: 'I cannot answer this.' };
const PRICE = { input: 3, output: 15 };
const FIGURES = { release: 'figures', receivers: ['api.example.com'], agrees: 'asker', owner: '' } as const;
const MAIN = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');
const certificate = makeCertificate('api.example.com');
// Not by its version alone: containers may forbid one process to watch another.
const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

test.skipIf(certificate === undefined)(
  'a proxy sees the payloads of the ledger, byte for byte, and the first was shown',
  async () => {
    const stage = await open(FIGURES);
    const events = await ask(stage, true);
    const { answer } = doneOf(events).turn;
    const entries = (await stage.core.client.egress.list({})).toReversed();
    const payloads = await Promise.all(entries.map(({ id }) => stage.core.client.egress.payload({ id })));
    const seen = stage.proxy.recorded.map(({ sent }) => bodyOf(sent()));
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(payloads.map(({ payload }) => payload));
    const shown = events.flatMap((event) => (event.kind === 'payload' ? [event.payload] : []));
    expect(shown).toMatchObject([
      { host: 'api.example.com', model: stage.writer.model, release: 'figures', body: seen[0] },
    ]);
    expect(shown[0]!.sha256).toBe(payloads[0]!.sha256);
    expect(answer.egressBytes).toBe(entries.reduce((sum, { sentBytes }) => sum + sentBytes, 0));
    expect(entries.map(({ outcome, agreedBy, isBeyond }) => [outcome, agreedBy, isBeyond])).toEqual(
      entries.map(() => ['200', 'whoever asked', true]),
    );
    const costs = entries.map(({ costUsd }) => costUsd ?? 0);
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeCloseTo(answer.costUsd!, 12);
    expect(await stage.core.client.egress.verify()).toMatchObject({ isWhole: true });
    // Names of people stay here: what was sent has stand-ins for them.
    expect(seen.join()).not.toMatch(/\bIda\b|\bNoor\b/);
  },
);

test.skipIf(certificate === undefined)(
  'the key is in its file and nowhere else: no database, ledger, backup, answer or error',
  async () => {
    const stage = await open(FIGURES);
    const events = await ask(stage, true);
    await stage.core.client.workspace.backup({ file: join(stage.folder, 'backup.db') });
    const told = JSON.stringify([
      events,
      await stage.core.client.writer.list(),
      await stage.core.client.egress.export(),
    ]);
    expect(told).not.toContain(KEY);
    await stage.core.close();
    expect(filesWith(KEY, stage.folder)).toEqual(['settings/keys.json']);
  },
);

test.skipIf(certificate === undefined)(
  'a payload that is declined, and any under local-only rules, opens nothing',
  async () => {
    const stage = await open(FIGURES);
    expect(await codeOf(ask(stage, false))).toBe('policy/declined');
    await stage.core.client.policy.set({ ...FIGURES, release: 'nothing', receivers: [...FIGURES.receivers] });
    expect(await codeOf(ask(stage, true))).toBe('writer/not-allowed');
    expect([stage.proxy.recorded, await stage.core.client.egress.list({})]).toEqual([[], []]);
  },
);

test.skipIf(certificate === undefined)(
  'the owner alone lets a payload pass to a host that the rules do not name, one by one',
  async () => {
    const rules = { release: 'figures', receivers: ['other.example'], agrees: 'asker', owner: 'Ida Berg' } as const;
    const stage = await open(rules);
    expect(await codeOf(ask(stage, true, 'Tom'))).toBe('policy/not-owner');
    const events = await ask(stage, true, 'Ida Berg');
    const shown = events.flatMap((event) => (event.kind === 'payload' ? [event.payload] : []));
    const exception = 'the rules of this workspace do not name api.example.com as a receiver';
    expect(shown).toMatchObject([
      { exception, needsOwner: 'Ida Berg' },
      { exception, needsOwner: 'Ida Berg' },
    ]);
    const entries = await stage.core.client.egress.list({});
    expect(entries.map(({ agreedBy }) => agreedBy)).toEqual(['Ida Berg, as an exception', 'Ida Berg, as an exception']);
    await stage.core.client.policy.set({ ...rules, receivers: [], owner: '' });
    expect(await codeOf(ask(stage, true, 'Ida Berg'))).toBe('writer/not-allowed');
    expect(stage.proxy.recorded).toHaveLength(2);
  },
);

test.skipIf(certificate === undefined || !hasStrace)(
  'the system sees no connection that leaves the machine under local-only rules, with a model here and one beyond',
  async () => {
    const stage = await open({ ...FIGURES, release: 'nothing' });
    const local = await openFakeServer(SCRIPT);
    onTestFinished(() => local.close());
    const writer = entryFor(local.urlOf('openai-compatible'), { id: 'here' as WriterEntry['id'] });
    await stage.core.client.writer.save({ writer });
    await stage.core.close();
    const beyond = await traceAsking(stage, stage.writer.id);
    expect(beyond.stderr).toContain('the rules of this workspace let nothing leave this machine');
    const here = await traceAsking(stage, writer.id);
    expect(here.stderr).toBe('');
    expect(local.asked.length).toBeGreaterThan(0);
    const connects = [...beyond.calls, ...here.calls].filter((line) =>
      /\b(connect|sendto|sendmsg)\(.*AF_INET/.test(line),
    );
    // Seen at all: otherwise this would pass with nobody looking.
    expect(connects.some((line) => line.includes(`htons(${local.host.split(':')[1]})`))).toBe(true);
    expect(connects.filter((line) => !/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/.test(line))).toEqual([]);
    const entries = readFileSync(ledgerOf(stage.core.host.workspace.path), 'utf8');
    expect(entries).not.toContain('api.example.com');
    expect(entries).toContain(local.host);
  },
);

interface Stage extends Conversation {
  readonly writer: WriterEntry;
  readonly proxy: Awaited<ReturnType<typeof openRecordingProxy>>;
  readonly folder: string;
}

/** A small process, and a model beyond this machine with a key, reached through a proxy. */
async function open(
  policy: Omit<EgressPolicy, 'changedMs' | 'receivers'> & { readonly receivers: readonly string[] },
): Promise<Stage> {
  const server = await openFakeServer(SCRIPT);
  onTestFinished(() => server.close());
  const proxy = await openRecordingProxy(certificate!, Number(server.host.split(':')[1]));
  const folder = createTestFolder();
  const refunds = await openRefunds(join(folder, 'workspace'), {
    keys: createFileSlots(join(folder, 'settings', 'keys.json')),
    egress: { env: proxy.env, ca: certificate!.cert },
  });
  await refunds.core.client.policy.set({ ...policy, receivers: [...policy.receivers] });
  const writer = entryFor('https://api.example.com/v1', { id: 'beyond' as WriterEntry['id'], price: PRICE });
  await refunds.core.client.writer.save({ writer, key: KEY });
  return { ...refunds, writer, proxy, folder };
}

/** Whoever is shown a payload decides so. */
async function ask(stage: Stage, isAgreed: boolean, by?: string): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of await call(stage, { question: QUESTION, writer: stage.writer.id })) {
    events.push(event);
    if (event.kind === 'payload')
      await stage.core.client.chat.decide({ approvalId: event.payload.approvalId, isAgreed, ...(by && { by }) });
  }
  return events;
}

/** The terminal's own question, in a process that the system watches. */
async function traceAsking(
  { folder }: Stage,
  model: string,
): Promise<{ readonly stderr: string; readonly calls: string[] }> {
  const trace = join(folder, `${model}.trace`);
  const workspace = join(folder, 'workspace');
  const args = ['ask', QUESTION, '--process', 'refunds', '--model', model, '--workspace', workspace, '--json'];
  const node = [process.execPath, '--disable-warning=ExperimentalWarning', MAIN, ...args];
  const watched = ['-f', '-qq', '-e', 'trace=network', '-o', trace, ...node];
  const { stderr } = await spawnAndWait('strace', watched, folder);
  return { stderr, calls: readFileSync(trace, 'utf8').split('\n') };
}

/** Not `spawnSync`: the model that it asks is in this process. */
function spawnAndWait(program: string, args: readonly string[], folder: string): Promise<{ readonly stderr: string }> {
  const done = Promise.withResolvers<{ readonly stderr: string }>();
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'home'), MIRROR_MODELS: join(folder, 'models') };
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.on('error', done.reject);
  child.on('close', () => done.resolve({ stderr }));
  return done.promise;
}

const bodyOf = (bytes: Buffer): string => bytes.toString('utf8', bytes.indexOf('\r\n\r\n') + 4);

const filesWith = (text: string, folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes(text))
    .map((name) => name.replaceAll('\\', '/'));
