// Questions from the terminal: conversations, and what is asked of whoever sits there.
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Payload } from '../domain/policy.ts';
import { addWriter, openRefunds, sayAgain } from '../host/chat/testing/conversation.ts';
import { entryFor } from '../host/writers/testing/open-for-test.ts';
import { agreeToPayload } from './agree-to-payload.ts';
import { type Asking, askClient, converse } from './ask-client.ts';
import type { Person } from './person.ts';

const QUESTION = 'Who checks the receipt?';
const signal = new AbortController().signal;

test('a conversation goes on from question to question, says what cannot be answered, and ends with an empty line', async () => {
  const { asking, person, printed } = await open([QUESTION, 'x'.repeat(1001), 'Who faxes it?', ' ']);
  await converse(asking, person);
  const { client, processId } = asking;
  const answer = await client.ask({ processId, question: QUESTION });
  expect(printed()).toContain(`${answer.sentences[0]!.text}\n    refund: I check the receipt\n`);
  expect(person.shown).toEqual([
    'Ask in plain words; an empty line or /quit ends it.',
    '',
    'A question has at most 1000 characters. See `mirror --help`.',
    '',
    '',
  ]);
  const [thread, ...others] = await client.chat.threads({ processId });
  expect([thread?.title, thread?.turns, others]).toEqual([QUESTION, 2, []]);
});

test('/quit and Ctrl-D end a conversation too', async () => {
  for (const last of ['/quit', undefined]) {
    const { asking, person } = await open([last]);
    await converse(asking, person);
    expect(person.left()).toBe(0);
  }
});

test('an answer of a model says who wrote it, what left, what it cost and what was removed', async () => {
  const { asking, refunds, printed } = await open([]);
  const { writer } = await addWriter(refunds, (asked) => sayAgain(asked), { price: { input: 3, output: 15 } });
  await askClient({ ...asking, writer: writer.id }, { threadId: null, question: QUESTION });
  const byRules = await asking.client.ask({ processId: asking.processId, question: QUESTION });
  expect(printed().split('\n').slice(0, 5)).toEqual([
    byRules.sentences[0]!.text,
    '    refund: I check the receipt',
    '',
    byRules.definition,
    '',
  ]);
  expect(printed()).toContain(
    'Written by Small (nothing left this machine, $0.00045; 1 unsupported sentence removed).',
  );
});

test('what would leave is shown byte for byte, and nothing but yes lets it', async () => {
  for (const [typed, isAgreed] of [
    ['y', true],
    ['YES ', true],
    ['', false],
    ['n', false],
    ['ok', false],
    [undefined, false],
  ] as const) {
    const person = sit([typed]);
    const decision = await agreeToPayload(PAYLOAD, { agree: undefined, by: undefined, person, signal });
    expect(decision).toEqual({ approvalId: 'a-1', isAgreed });
    expect(person.shown).toEqual([
      [
        '',
        'This is about to leave this machine: to api.example.com, for large-1 (answer a question; the rules let text without names leave).',
        '',
        '{"question":"Who is Person A?","sign":"\\u{202e}\\u{9b}"}',
        '',
        '63 bytes, SHA-256 abc123',
        'Not sent, and put back in the answer:',
        '  Person A stands for Ida',
      ].join('\n'),
    ]);
  }
});

test('where the owner must agree, whoever says yes says who they are, unless --by has said it', async () => {
  const payload = { ...PAYLOAD, needsOwner: 'Ines', exception: 'the rules do not name api.example.com' };
  const person = sit(['y', ' Ines ']);
  const options = { agree: undefined, person, signal };
  expect(await agreeToPayload(payload, { ...options, by: undefined })).toEqual({
    approvalId: 'a-1',
    isAgreed: true,
    by: 'Ines',
  });
  expect(person.asked).toEqual(['Send it? [y/N] ', 'Only Ines may agree. Your name: ']);
  expect(person.shown[0]).toContain('The rules would refuse it: the rules do not name api.example.com.');
  const named = await agreeToPayload(payload, { ...options, person: sit(['y']), by: 'Tomás' });
  expect(named).toEqual({ approvalId: 'a-1', isAgreed: true, by: 'Tomás' });
});

test('without a terminal, exactly the payload that was read before may leave', async () => {
  const alone = { person: undefined, by: undefined, signal };
  expect(await agreeToPayload(PAYLOAD, { ...alone, agree: 'ABC123' })).toEqual({ approvalId: 'a-1', isAgreed: true });
  for (const agree of [undefined, 'abc124', '']) {
    await expect(agreeToPayload(PAYLOAD, { ...alone, agree })).rejects.toMatchObject({
      code: 'policy/unread',
      data: { host: 'api.example.com', sha256: 'abc123' },
    });
  }
});

test('the SHA-256 that a refusal names is that of the same question asked again', async () => {
  const { asking, refunds } = await open([]);
  const writer = entryFor('https://api.example.com/v1', { contextTokens: 32_000 });
  await refunds.core.client.writer.save({ writer });
  const rules = { release: 'figures' as const, receivers: ['api.example.com'], agrees: 'asker' as const, owner: '' };
  await refunds.core.client.policy.set(rules);
  const wish = { threadId: null, question: QUESTION };
  const alone = { ...asking, person: undefined, writer: writer.id };
  const refused: unknown = await askClient(alone, wish).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'policy/unread' });
  const { sha256 } = (refused as { readonly data: { readonly sha256: string } }).data;
  // It is let go, to a proxy that is not there.
  await expect(askClient({ ...alone, agree: sha256 }, wish)).rejects.toMatchObject({
    data: { code: 'egress/unreachable' },
  });
});

const PAYLOAD: Payload = {
  approvalId: 'a-1',
  host: 'api.example.com',
  url: 'https://api.example.com/v1/chat/completions',
  model: 'large-1',
  purpose: 'answer a question',
  release: 'redacted',
  body: '{"question":"Who is Person A?","sign":"\u202e\u009b"}',
  bytes: 63,
  sha256: 'abc123',
  needsOwner: null,
  exception: null,
  standIns: [{ standIn: 'Person A', name: 'Ida' }],
};

interface Sitting extends Person {
  readonly asked: readonly string[];
  readonly shown: readonly string[];
  /** Lines not typed yet. */
  left(): number;
}

/** Somebody who types these lines; undefined is Ctrl-D. */
function sit(lines: readonly (string | undefined)[]): Sitting {
  const [typed, asked, shown]: [(string | undefined)[], string[], string[]] = [[...lines], [], []];
  return {
    asked,
    shown,
    left: () => typed.length,
    ask: (prompt) => {
      asked.push(prompt);
      if (typed.length === 0) throw new Error(`nobody answers "${prompt}"`);
      return Promise.resolve(typed.shift());
    },
    show: (text) => void shown.push(text),
  };
}

async function open(lines: readonly (string | undefined)[]) {
  // A proxy on a port on which nothing listens: nothing of a test leaves this machine.
  const refunds = await openRefunds(undefined, { egress: { env: { HTTPS_PROXY: 'http://127.0.0.1:9' } } });
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  onTestFinished(() => write.mockRestore());
  const person = sit(lines);
  const { core, processId } = refunds;
  const asking: Asking = {
    client: core.client,
    signal,
    person,
    processId,
    writer: 'none',
    agree: undefined,
    by: undefined,
    isQuiet: false,
  };
  return { asking, person, refunds, printed: () => written.join('') };
}
