// Models that call no tools, behind the same servers: they are told how to ask for one, and read with patience.
import { describe, expect, test } from 'vitest';
import type { FakeScript } from './testing/fake-server.ts';
import { openTestWriter, textOf } from './testing/open-for-test.ts';
import { ANSWER, ASK, type Behaviour, describeWriter, INPUT, withResults, WORDS } from './writer.case.ts';

const CALL = JSON.stringify({ tool: 'count_cases', input: INPUT });
const open = (script: FakeScript) => openTestWriter(script, { entry: { callsTools: false } });

describe('a model that is asked in JSON', () => {
  describeWriter(async (behaviour) => (await open(script(behaviour))).writer);

  test('is told of the tools in words, with the schema of each, and is sent none', async () => {
    const { take, server } = await open([{ text: `Sure:\n\`\`\`json\n${CALL}\n\`\`\`` }, { text: ANSWER }]);
    const first = await take(ASK);
    const calls = first.flatMap((part) => (part.kind === 'call' ? [part.call] : []));
    expect(first).toEqual([
      { kind: 'text', text: 'Sure:\n' },
      { kind: 'call', call: { id: 'call-1', name: 'count_cases', input: INPUT } },
      { kind: 'end', tokens: { input: 100, output: 10 }, isCut: false },
    ]);
    await take(withResults(ASK, textOf(first), calls));
    const [, second] = server.asked;
    expect(second).toMatchObject({
      tools: [],
      messages: [
        { role: 'user', text: 'How many cases wait?' },
        { role: 'assistant', text: `Sure:\n\n${CALL}` },
        { role: 'user', text: 'Result of count_cases:\n{"count":4}' },
      ],
    });
    expect(second!.system).toBe(
      [
        'You answer questions about a process.',
        '',
        'You can look things up with tools. To use one, answer with one JSON object and nothing else:',
        '{"tool": "its name", "input": {...}}',
        'You are then told its result, and may use another. When you know enough, answer in plain words, without any JSON.',
        'The tools, each with the JSON Schema of its input:',
        `- count_cases: How many cases there are.\n  ${JSON.stringify(ASK.tools[0]!.input)}`,
      ].join('\n'),
    );
  });

  test('is told once what is wrong with its call, and every token counts', async () => {
    const { take, server, shown } = await open([{ text: '{"tool": "drop_cases", "input": {}}' }, { text: CALL }]);
    expect(await take(ASK)).toEqual([
      { kind: 'call', call: { id: 'call-1', name: 'count_cases', input: INPUT } },
      { kind: 'end', tokens: { input: 200, output: 20 }, isCut: false },
    ]);
    expect(server.asked[1]!.messages.slice(1)).toEqual([
      { role: 'assistant', text: '{"tool": "drop_cases", "input": {}}', calls: [] },
      {
        role: 'user',
        text: 'There is no tool "drop_cases". The tools are: count_cases. Answer again: with one JSON object as described, or in plain words without any JSON.',
        calls: [],
      },
    ]);
    expect(shown.map(({ body }) => body)).toEqual(server.asked.map(({ body }) => body));
  });

  test('is given up when it does not keep to the form twice', async () => {
    const { take, server } = await open(() => ({ text: '{"tool": count}' }));
    await expect(take(ASK)).rejects.toMatchObject({ code: 'writer/bad-reply' });
    expect(server.asked.length).toBe(2);
  });

  test('braces in plain words are words', async () => {
    const { take } = await open([{ text: 'The set {a, b} has 2 of [4].' }]);
    expect(textOf(await take(ASK))).toBe('The set {a, b} has 2 of [4].');
  });
});

test('a model that nobody has tried is asked in JSON when its server says that it calls no tools', async () => {
  const refusal = { status: 400, body: '{"error":{"message":"registry/small does not support tools"}}' };
  const options = { entry: { callsTools: null } };
  const { take, server } = await openTestWriter(({ tools }) => (tools.length > 0 ? refusal : { text: CALL }), options);
  expect((await take(ASK)).flatMap((part) => (part.kind === 'call' ? [part.call.name] : []))).toEqual(['count_cases']);
  expect(server.asked.map(({ tools }) => tools.length)).toEqual([1, 0]);
});

test.each([
  'registry/small does not support tools',
  'tools param requires --jinja flag',
  '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
  'Tool use is not supported by this model',
])('"%s" is understood as: calls no tools', async (message) => {
  const { take } = await openTestWriter([{ status: 500, body: JSON.stringify({ error: { message } }) }]);
  await expect(take(ASK)).rejects.toMatchObject({ code: 'writer/no-tools' });
});

function script(behaviour: Behaviour): FakeScript {
  if (behaviour === 'speaks') return [{ text: WORDS }];
  if (behaviour === 'calls') return [{ text: CALL }, { text: ANSWER }];
  return [{ text: 'and then '.repeat(50), isCut: true }];
}
