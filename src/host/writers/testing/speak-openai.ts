// Chat completions as OpenAI streams them, and after it Ollama, llama.cpp, LM Studio and vLLM:
// https://platform.openai.com/docs/api-reference/chat-streaming
import { z } from 'zod';
import { cut, type FakeMessage, type FakeReply, type FakeTongue, tokensOf } from './fake-reply.ts';

const Call = z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) });
const Body = z.object({
  model: z.string(),
  stream: z.literal(true),
  stream_options: z.object({ include_usage: z.literal(true) }),
  max_tokens: z.int().optional(),
  max_completion_tokens: z.int().optional(),
  messages: z.array(
    z.discriminatedUnion('role', [
      z.object({ role: z.literal('system'), content: z.string() }),
      z.object({ role: z.literal('user'), content: z.string() }),
      z.object({ role: z.literal('assistant'), content: z.string().nullish(), tool_calls: z.array(Call).optional() }),
      z.object({ role: z.literal('tool'), tool_call_id: z.string(), content: z.string() }),
    ]),
  ),
  tools: z
    .array(z.object({ type: z.literal('function'), function: z.object({ name: z.string(), parameters: z.unknown() }) }))
    .optional(),
});

export const OPENAI: FakeTongue = {
  isAsked: (path) => path.endsWith('/chat/completions'),
  read: (given) => {
    const body = Body.parse(given);
    return {
      model: body.model,
      maxOutputTokens: body.max_completion_tokens ?? body.max_tokens,
      system: body.messages.flatMap((each) => (each.role === 'system' ? each.content : [])).join('\n'),
      messages: body.messages.flatMap((each): FakeMessage[] => {
        if (each.role === 'system') return [];
        const calls = each.role === 'assistant' ? (each.tool_calls ?? []) : [];
        return [
          {
            role: each.role,
            text: each.content ?? '',
            calls: calls.map((call) => ({ name: call.function.name, input: JSON.parse(call.function.arguments) })),
          },
        ];
      }),
      tools: (body.tools ?? []).map((tool) => tool.function.name),
    };
  },
  speak: (reply) => [
    ...(reply.thinks === undefined ? [] : cut(reply.thinks).map((text) => chunk({ reasoning_content: text }))),
    ...cut(reply.text ?? '').map((content) => chunk({ content })),
    ...(reply.calls ?? []).flatMap(({ name, input }, index) => sayCall(name, JSON.stringify(input), index)),
    ...sayEnd(reply),
  ],
};

function sayCall(name: string, given: string, index: number): string[] {
  const begin = { index, id: `call-${name}-${index}`, type: 'function', function: { name, arguments: '' } };
  return [
    chunk({ tool_calls: [begin] }),
    ...cut(given).map((part) => chunk({ tool_calls: [{ index, function: { arguments: part } }] })),
  ];
}

function sayEnd(reply: FakeReply): string[] {
  if (reply.breaksOff !== undefined) return [];
  if (reply.failsWith !== undefined) return [say({ error: { message: reply.failsWith, type: 'server_error' } })];
  const why = reply.isCut ? 'length' : (reply.calls ?? []).length > 0 ? 'tool_calls' : 'stop';
  const tokens = tokensOf(reply);
  const usage = tokens && {
    prompt_tokens: tokens.input,
    completion_tokens: tokens.output,
    total_tokens: tokens.input + tokens.output,
  };
  return [chunk({}, why), ...(usage ? [say({ ...HEAD, choices: [], usage })] : []), 'data: [DONE]\n\n'];
}

const HEAD = { id: 'chat-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'fake' };

const chunk = (delta: object, finish: string | null = null): string =>
  say({ ...HEAD, choices: [{ index: 0, delta, finish_reason: finish }] });

const say = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
