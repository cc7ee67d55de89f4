// Conversations with a model beyond this machine: what would leave is shown, decided, sent, and is in the ledger.
import { expect, onTestFinished, test } from 'vitest';
import type { ChatEvent } from '../../domain/chat.ts';
import type { EgressPolicy, Payload } from '../../domain/policy.ts';
import { makeCertificate, openRecordingProxy } from '../egress/testing/servers.ts';
import { openFakeServer } from '../writers/testing/fake-server.ts';
import { entryFor } from '../writers/testing/open-for-test.ts';
import { ask, call, codeOf, type Conversation, doneOf, openRefunds, sayAgain } from './testing/conversation.ts';

const certificate = makeCertificate('api.example.com');
const QUESTION = 'Who checks the receipt?';
const WRITER = entryFor('https://api.example.com/v1', { title: 'Far away', contextTokens: 32_000 });
const RULES: Omit<EgressPolicy, 'changedMs'> = {
  release: 'redacted',
  receivers: ['api.example.com'],
  agrees: 'asker',
  owner: '',
};

test.skipIf(certificate === undefined)(
  'what was shown and agreed to is what a proxy sees and what the ledger keeps; names are put back, and it is asked once a thread',
  async () => {
    const far = await open(RULES);
    const { core } = far;
    const asking = await askAndDecide(far, { isAgreed: true });
    const { threadId, turn } = doneOf(asking.events);
    const [payload] = asking.payloads;
    expect(asking.events.map(({ kind }) => kind)).toEqual(['asking', 'payload', 'sentence', 'done']);
    expect(far.bodies()).toEqual([payload!.body]);
    expect(payload).toMatchObject({ host: 'api.example.com', model: 'small-1', release: 'redacted', needsOwner: null });
    expect(payload!.standIns).toContainEqual({ standIn: 'Person A', name: 'Ida' });
    expect(payload!.body).not.toContain('Ida');
    expect(turn.answer.answer).toContain('Ida');
    expect(turn.answer).toMatchObject({ model: 'Far away', removed: 1, egressBytes: Buffer.byteLength(payload!.body) });

    const next = await askAndDecide(far, { isAgreed: true }, { threadId, question: 'Who enters the amount?' });
    expect([next.payloads, doneOf(next.events).turn.answer.model]).toEqual([[], 'Far away']);
    const other = await askAndDecide(far, { isAgreed: true });
    expect(other.payloads).toHaveLength(1);
    const entries = (await core.client.egress.list({ limit: 10 })).toReversed();
    const kept = await Promise.all(entries.map(({ id }) => core.client.egress.payload({ id })));
    expect(kept.map((each) => each.payload)).toEqual(far.bodies());
    expect(entries.map(({ agreedBy, outcome, tokens }) => [agreedBy, outcome, tokens])).toEqual(
      entries.map(() => ['whoever asked', '200', { input: 100, output: 10 }]),
    );
    expect(await core.client.egress.verify({})).toMatchObject({ isWhole: true });
  },
);

test('a refused payload ends the question: nothing is sent, written down or kept', async () => {
  const far = await open(RULES);
  const { core, processId } = far;
  expect(await codeOf(askAndDecide(far, { isAgreed: false }))).toBe('policy/declined');
  expect([far.bodies(), await core.client.egress.list({}), await core.client.chat.threads({ processId })]).toEqual([
    [],
    [],
    [],
  ]);
});

test('whoever leaves has declined; a decision comes too late then, and is heard once', async () => {
  const far = await open(RULES);
  const stop = new AbortController();
  const left: Payload[] = [];
  const asking = (async () => {
    for await (const event of await call(far, { question: QUESTION, writer: WRITER.id }, stop.signal)) {
      if (event.kind !== 'payload') continue;
      left.push(event.payload);
      stop.abort();
    }
  })();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  const { approvalId } = left[0]!;
  expect(await codeOf(far.core.client.chat.decide({ approvalId, isAgreed: true }))).toBe('chat/decided');
  expect([far.bodies(), await far.core.client.egress.list({})]).toEqual([[], []]);
});

test('where the owner must agree, nobody else can', async () => {
  const far = await open({ ...RULES, agrees: 'owner', owner: 'Ines Okafor' });
  expect(await codeOf(askAndDecide(far, { isAgreed: true, by: 'Tomás' }))).toBe('policy/not-owner');
  expect(await codeOf(askAndDecide(far, { isAgreed: true }))).toBe('policy/not-owner');
  expect(far.bodies()).toEqual([]);
});

test('under local-only rules a model beyond this machine is refused before anybody is asked', async () => {
  const far = await open({ ...RULES, release: 'nothing' });
  const { core } = far;
  expect(await codeOf(ask(far, { question: QUESTION, writer: WRITER.id }))).toBe('writer/not-allowed');
  expect(doneOf(await ask(far, { question: 'What is the weather?', writer: 'auto' })).turn.answer).toMatchObject({
    isAnswered: false,
    model: null,
    egressBytes: 0,
  });
  expect([far.bodies(), await core.client.egress.list({})]).toEqual([[], []]);
});

interface Far extends Conversation {
  /** What a proxy saw, request by request. */
  bodies(): string[];
}

/** A model beyond this machine that is reached through a proxy, which sees every byte. */
async function open(rules: Omit<EgressPolicy, 'changedMs'>): Promise<Far> {
  const server = await openFakeServer((asked) => sayAgain(asked));
  onTestFinished(() => server.close());
  const proxy = certificate && (await openRecordingProxy(certificate, Number(server.host.split(':')[1])));
  const egress = { env: proxy?.env ?? {}, ...(certificate && { ca: certificate.cert }) };
  const refunds = await openRefunds(undefined, { egress });
  await refunds.core.client.policy.set(rules);
  await refunds.core.client.writer.save({ writer: WRITER, key: 'sk-secret' });
  return {
    ...refunds,
    bodies: () =>
      (proxy?.recorded ?? []).map(({ sent }) => sent().toString('utf8').split('\r\n\r\n').slice(1).join('\r\n\r\n')),
  };
}

/** Asks the model, and decides as told about each payload that is shown. */
async function askAndDecide(
  far: Far,
  decision: { readonly isAgreed: boolean; readonly by?: string },
  wish: Partial<Parameters<typeof call>[1]> = {},
): Promise<{ events: ChatEvent[]; payloads: Payload[] }> {
  const [events, payloads]: [ChatEvent[], Payload[]] = [[], []];
  const before = far.bodies().length;
  for await (const event of await call(far, { question: QUESTION, writer: WRITER.id, ...wish })) {
    events.push(event);
    if (event.kind !== 'payload') continue;
    payloads.push(event.payload);
    expect(far.bodies()).toHaveLength(before);
    await far.core.client.chat.decide({ approvalId: event.payload.approvalId, ...decision });
  }
  return { events, payloads };
}
