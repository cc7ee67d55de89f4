// Messages as Anthropic streams them: https://docs.anthropic.com/en/docs/build-with-claude/streaming
import { z } from 'zod';
import { cut, type FakeCall, type FakeMessage, type FakeReply, type FakeTongue, tokensOf } from './fake-reply.ts';

const Text = z.object({ type: z.literal('text'), text: z.string() });
const Block = z.discriminatedUnion('type', [
  Text,
  z.object({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.unknown() }),
  z.object({
    type: z.literal('tool_result'),
    tool_use_id: z.string(),
    content: z.union([z.string(), z.array(Text)]),
  }),
]);
const Body = z.object({
  model: z.string(),
  stream: z.literal(true),
  max_tokens: z.int(),
  system: z.array(Text).optional(),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.array(Block) })),
  tools: z.array(z.object({ name: z.string(), input_schema: z.unknown() })).optional(),
});

export const ANTHROPIC: FakeTongue = {
  isAsked: (path) => path.endsWith('/messages'),
  read: (given) => {
    const body = Body.parse(given);
    return {
      model: body.model,
      maxOutputTokens: body.max_tokens,
      system: (body.system ?? []).map(({ text }) => text).join('\n'),
      messages: body.messages.flatMap(({ role, content }) => readBlocks(role, content)),
      tools: (body.tools ?? []).map(({ name }) => name),
    };
  },
  speak: (reply) => [
    event('message_start', {
      message: {
        id: 'message-1',
        type: 'message',
        role: 'assistant',
        model: 'fake',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: tokensOf(reply)?.input ?? 0, output_tokens: 1 },
      },
    }),
    event('ping', {}),
    ...toBlocks(reply).flatMap(sayBlock),
    ...sayEnd(reply),
  ],
};

/** Answers of tools come as what the user says. */
function readBlocks(role: 'user' | 'assistant', blocks: readonly z.infer<typeof Block>[]): FakeMessage[] {
  const results = blocks.flatMap((block) => (block.type === 'tool_result' ? [block.content] : []));
  const text = blocks.flatMap((block) => (block.type === 'text' ? block.text : [])).join('');
  const calls = blocks.flatMap((block) =>
    block.type === 'tool_use' ? [{ name: block.name, input: block.input }] : [],
  );
  const told = results.map((content) =>
    typeof content === 'string' ? content : content.map((each) => each.text).join(''),
  );
  const answers = told.map((each): FakeMessage => ({ role: 'tool', text: each, calls: [] }));
  return text === '' && calls.length === 0 ? answers : [...answers, { role, text, calls }];
}

type Said = { readonly kind: 'thinking' | 'text'; readonly text: string } | ({ readonly kind: 'call' } & FakeCall);

const toBlocks = (reply: FakeReply): Said[] => [
  ...(reply.thinks === undefined ? [] : [{ kind: 'thinking', text: reply.thinks } as const]),
  ...(reply.text === undefined ? [] : [{ kind: 'text', text: reply.text } as const]),
  ...(reply.calls ?? []).map((call) => ({ kind: 'call', ...call }) as const),
];

function sayBlock(said: Said, index: number): string[] {
  const [begin, deltas] = sayParts(said, index);
  return [
    event('content_block_start', { index, content_block: begin }),
    ...deltas.map((delta) => event('content_block_delta', { index, delta })),
    event('content_block_stop', { index }),
  ];
}

function sayParts(said: Said, index: number): [object, object[]] {
  if (said.kind === 'call') {
    const parts = cut(JSON.stringify(said.input)).map((part) => ({ type: 'input_json_delta', partial_json: part }));
    return [{ type: 'tool_use', id: `call-${said.name}-${index}`, name: said.name, input: {} }, parts];
  }
  if (said.kind === 'text')
    return [{ type: 'text', text: '' }, cut(said.text).map((text) => ({ type: 'text_delta', text }))];
  const thoughts = cut(said.text).map((thinking) => ({ type: 'thinking_delta', thinking }));
  return [{ type: 'thinking', thinking: '' }, [...thoughts, { type: 'signature_delta', signature: 'c2lnbmVk' }]];
}

function sayEnd(reply: FakeReply): string[] {
  if (reply.breaksOff !== undefined) return [];
  if (reply.failsWith !== undefined)
    return [event('error', { error: { type: 'overloaded_error', message: reply.failsWith } })];
  const why = reply.isCut ? 'max_tokens' : (reply.calls ?? []).length > 0 ? 'tool_use' : 'end_turn';
  const usage = { output_tokens: tokensOf(reply)?.output ?? 0 };
  return [
    event('message_delta', { delta: { stop_reason: why, stop_sequence: null }, usage }),
    event('message_stop', {}),
  ];
}

const event = (type: string, value: object): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...value })}\n\n`;
