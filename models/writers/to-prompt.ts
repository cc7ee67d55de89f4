// In: a request to a writer. Out: the same as the AI SDK takes it.
import type { LanguageModelV4CallOptions, LanguageModelV4Message, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { WriterCall, WriterMessage, WriterRequest } from '../../src/needs/writer.ts';

type Prompt = Pick<LanguageModelV4CallOptions, 'prompt' | 'tools' | 'maxOutputTokens'>;

export const toPrompt = ({ messages, tools, maxOutputTokens }: WriterRequest): Prompt => ({
  prompt: messages.map(toMessage),
  maxOutputTokens,
  // An empty list is refused by some servers.
  ...(tools.length === 0
    ? {}
    : {
        tools: tools.map(({ name, description, input }) => ({
          type: 'function',
          name,
          description,
          inputSchema: { ...input },
        })),
      }),
});

function toMessage(message: WriterMessage): LanguageModelV4Message {
  if (message.role === 'tool') {
    const content = message.results.map(({ id, name, text }) => toResult(id, name, text));
    return { role: 'tool', content };
  }
  if (message.role === 'assistant') {
    const said = message.text === '' ? [] : [{ type: 'text', text: message.text } as const];
    return { role: 'assistant', content: [...said, ...message.calls.map(toCall)] };
  }
  if (message.role === 'system') return { role: 'system', content: message.text };
  return { role: 'user', content: [{ type: 'text', text: message.text }] };
}

const toResult = (toolCallId: string, toolName: string, value: string) =>
  ({ type: 'tool-result', toolCallId, toolName, output: { type: 'text', value } }) as const;

const toCall = ({ id, name, input, echo }: WriterCall) =>
  ({
    type: 'tool-call',
    toolCallId: id,
    toolName: name,
    input,
    // Safe: an echo is made in `write-turn.ts` of what the provider said itself.
    ...(echo === undefined ? {} : { providerOptions: echo as SharedV4ProviderMetadata }),
  }) as const;
