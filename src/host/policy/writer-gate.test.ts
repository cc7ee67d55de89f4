// The gate of a question: what passes unasked, what is shown to whom, and what is refused, under every rule there is.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { MirrorError } from '../../domain/errors.ts';
import { type EgressPolicy, FIRST_POLICY } from '../../domain/policy.ts';
import { type AskedPayload, createAgreements, createWriterGate, type WriterGateOptions } from './writer-gate.ts';

const BODY = '{"question":"Wie viele Fälle?"}';
const OUTBOUND = {
  url: 'https://api.example.com/v1/chat',
  host: 'api.example.com',
  isBeyond: true,
  body: BODY,
  model: 'large',
  purpose: 'a question about Refunds',
};
const OPEN: EgressPolicy = { ...FIRST_POLICY, release: 'figures', receivers: ['api.example.com'], changedMs: 5 };

test('a server of this machine passes whatever the rules are, and nobody is asked', async () => {
  const { gate, asked } = open(FIRST_POLICY);
  expect(await gate.pass({ ...OUTBOUND, isBeyond: false })).toEqual({ agreedBy: null });
  expect(asked).toEqual([]);
});

test.each([
  [FIRST_POLICY, 'the rules of this workspace let nothing leave this machine'],
  [{ ...OPEN, release: 'nothing', owner: 'Ida' }, 'the rules of this workspace let nothing leave this machine'],
  [{ ...OPEN, receivers: [] }, 'the rules of this workspace do not name api.example.com as a receiver'],
  [{ ...OPEN, receivers: ['example.com'] }, 'the rules of this workspace do not name api.example.com as a receiver'],
] as const)('under %j nothing is sent, and nobody is asked', async (policy, reason) => {
  const { gate, asked } = open({ ...policy, receivers: [...policy.receivers] });
  await expect(gate.pass(OUTBOUND)).rejects.toMatchObject({
    code: 'policy/refused',
    message: `Nothing was sent to api.example.com: ${reason}. Change the rules under "What may leave", or with \`mirror policy set\`.`,
  });
  expect(asked).toEqual([]);
});

test('the first payload of a thread is shown whole; those after it pass', async () => {
  const standIns = [{ standIn: 'Customer 1', name: 'Brightwell' }];
  const { gate, asked } = open(OPEN, { standIns: () => standIns });
  expect(await gate.pass(OUTBOUND)).toEqual({ agreedBy: 'whoever asked' });
  expect(await gate.pass({ ...OUTBOUND, body: 'another' })).toEqual({ agreedBy: 'whoever asked' });
  expect(asked).toEqual([
    {
      host: 'api.example.com',
      url: 'https://api.example.com/v1/chat',
      model: 'large',
      purpose: 'a question about Refunds',
      release: 'figures',
      body: BODY,
      bytes: 32,
      sha256: createHash('sha256').update(BODY).digest('hex'),
      needsOwner: null,
      exception: null,
      standIns,
    },
  ]);
});

test('another thread, host, model or rule is asked about anew', async () => {
  const stage = open({ ...OPEN, receivers: ['api.example.com', 'other.example'] });
  await stage.gate.pass(OUTBOUND);
  await stage.gate.pass({ ...OUTBOUND, model: 'small' });
  await stage.gate.pass({ ...OUTBOUND, host: 'other.example' });
  await stage.next('thread-2').pass(OUTBOUND);
  await stage.next('thread-1').pass(OUTBOUND);
  expect(stage.asked).toHaveLength(4);
  stage.change({ ...stage.now(), release: 'text', changedMs: 6 });
  await stage.next('thread-1').pass(OUTBOUND);
  expect(stage.asked.map(({ release }) => release)).toEqual(['figures', 'figures', 'figures', 'figures', 'text']);
});

test('who declines is heard, and asked again the next time', async () => {
  const declined = new MirrorError('policy/declined', { data: { host: 'api.example.com' } });
  const { gate, asked } = open(OPEN, {}, () => Promise.reject(declined));
  await expect(gate.pass(OUTBOUND)).rejects.toBe(declined);
  await expect(gate.pass(OUTBOUND)).rejects.toBe(declined);
  expect(asked).toHaveLength(2);
});

test('where the owner must agree, nobody else can', async () => {
  const policy = { ...OPEN, agrees: 'owner', owner: 'Ida Berg' } as const;
  for (const by of [null, '', 'Tom', 'Ida']) {
    const { gate } = open(policy, {}, () => Promise.resolve({ by }));
    await expect(gate.pass(OUTBOUND)).rejects.toMatchObject({ code: 'policy/not-owner' });
  }
  const { gate, asked } = open(policy, {}, () => Promise.resolve({ by: ' ida  berg' }));
  expect(await gate.pass(OUTBOUND)).toEqual({ agreedBy: 'Ida Berg' });
  expect(asked).toMatchObject([{ needsOwner: 'Ida Berg', exception: null }]);
});

test('an exception is the owner’s, for one payload', async () => {
  const policy = { ...OPEN, receivers: ['other.example'], owner: 'Ida' };
  const { gate, asked } = open(policy, {}, () => Promise.resolve({ by: 'Ida' }));
  expect(await gate.pass(OUTBOUND)).toEqual({ agreedBy: 'Ida, as an exception' });
  expect(await gate.pass(OUTBOUND)).toEqual({ agreedBy: 'Ida, as an exception' });
  const exception = 'the rules of this workspace do not name api.example.com as a receiver';
  expect(asked).toMatchObject([
    { needsOwner: 'Ida', exception },
    { needsOwner: 'Ida', exception },
  ]);
  const other = open(policy, {}, () => Promise.resolve({ by: null }));
  await expect(other.gate.pass(OUTBOUND)).rejects.toMatchObject({ code: 'policy/not-owner' });
});

test('rules that change while a question is answered are heeded', async () => {
  const stricter = open({ ...OPEN, release: 'text' });
  await stricter.gate.pass(OUTBOUND);
  stricter.change({ ...stricter.now(), release: 'figures', changedMs: 6 });
  await expect(stricter.gate.pass(OUTBOUND)).rejects.toMatchObject({ code: 'policy/refused' });
  stricter.change(FIRST_POLICY);
  await expect(stricter.gate.pass(OUTBOUND)).rejects.toMatchObject({ code: 'policy/refused' });

  const meanwhile = open(OPEN, {}, () => {
    meanwhile.change({ ...OPEN, release: 'text', changedMs: 7 });
    return Promise.resolve({ by: null });
  });
  await expect(meanwhile.gate.pass(OUTBOUND)).rejects.toMatchObject({ code: 'policy/refused' });
});

test('bytes are counted', () => {
  const { gate } = open(OPEN);
  gate.sent(12);
  gate.sent(30);
  expect(gate.sentBytes()).toBe(42);
});

function open(
  first: EgressPolicy,
  more: Partial<WriterGateOptions> = {},
  decide: WriterGateOptions['ask'] = () => Promise.resolve({ by: null }),
) {
  const asked: AskedPayload[] = [];
  let policy = first;
  const agreements = createAgreements();
  const next = (threadId: string) =>
    createWriterGate({
      policy: () => policy,
      agreements,
      threadId,
      ask: (payload) => {
        asked.push(payload);
        return decide(payload);
      },
      ...more,
    });
  return { gate: next('thread-1'), next, asked, now: () => policy, change: (to: EgressPolicy) => (policy = to) };
}
