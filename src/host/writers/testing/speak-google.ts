// Content as Google's Gemini streams it: https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
import { z } from 'zod';
import { cut, type FakeMessage, type FakeReply, type FakeTongue, tokensOf } from './fake-reply.ts';

const Part = z.object({
  text: z.string().optional(),
  functionCall: z.object({ name: z.string(), args: z.unknown() }).optional(),
  functionResponse: z.object({ name: z.string(), response: z.unknown() }).optional(),
  thoughtSignature: z.string().optional(),
});
type Part = z.infer<typeof Part>;
const Body = z.object({
  generationConfig: z.object({ maxOutputTokens: z.int().optional() }).optional(),
  systemInstruction: z.object({ parts: z.array(Part) }).optional(),
  contents: z.array(z.object({ role: z.enum(['user', 'model']), parts: z.array(Part) })),
  tools: z.array(z.object({ functionDeclarations: z.array(z.object({ name: z.string() })) })).optional(),
});

/** What a model of Google's wants back with its calls. */
export const SIGNATURE = 'c2lnbmVkIGJ5IEdvb2dsZQ==';

export const GOOGLE: FakeTongue = {
  isAsked: (path) => path.includes(':streamGenerateContent'),
  read: (given, path) => {
    const body = Body.parse(given);
    const unsigned = body.contents
      .flatMap(({ parts }) => parts)
      .filter((part) => part.functionCall && !part.thoughtSignature);
    if (unsigned.length > 0) throw new Error('a call came back without its thought signature');
    return {
      model: /models\/([^:]+):/.exec(path)?.[1] ?? '',
      maxOutputTokens: body.generationConfig?.maxOutputTokens,
      system: (body.systemInstruction?.parts ?? []).map(({ text }) => text ?? '').join('\n'),
      messages: body.contents.flatMap(({ role, parts }) => readParts(role === 'model' ? 'assistant' : 'user', parts)),
      tools: (body.tools ?? []).flatMap((tool) => tool.functionDeclarations.map(({ name }) => name)),
    };
  },
  speak: (reply) => {
    const parts: object[] = [
      ...cut(reply.thinks ?? '').map((text) => ({ text, thought: true })),
      ...cut(reply.text ?? '').map((text) => ({ text })),
      ...(reply.calls ?? []).map(({ name, input }) => ({
        functionCall: { name, args: input },
        thoughtSignature: SIGNATURE,
      })),
    ];
    return [...parts.map((part) => say({ content: { role: 'model', parts: [part] }, index: 0 })), ...sayEnd(reply)];
  },
};

function readParts(role: 'user' | 'assistant', parts: readonly Part[]): FakeMessage[] {
  const text = parts.map((part) => part.text ?? '').join('');
  const calls = parts.flatMap(({ functionCall }) =>
    functionCall ? [{ name: functionCall.name, input: functionCall.args }] : [],
  );
  const answers = parts.flatMap(({ functionResponse }): FakeMessage[] =>
    functionResponse ? [{ role: 'tool', text: readResponse(functionResponse.response), calls: [] }] : [],
  );
  return text === '' && calls.length === 0 ? answers : [...answers, { role, text, calls }];
}

const Response = z.object({ content: z.string() });
const readResponse = (response: unknown): string => Response.parse(response).content;

function sayEnd(reply: FakeReply): string[] {
  if (reply.breaksOff !== undefined) return [];
  if (reply.failsWith !== undefined)
    return [`data: ${JSON.stringify({ error: { code: 503, message: reply.failsWith, status: 'UNAVAILABLE' } })}\n\n`];
  const tokens = tokensOf(reply);
  const usageMetadata = tokens && {
    promptTokenCount: tokens.input,
    candidatesTokenCount: tokens.output,
    totalTokenCount: tokens.input + tokens.output,
  };
  const finishReason = reply.isCut ? 'MAX_TOKENS' : 'STOP';
  return [say({ content: { role: 'model', parts: [{ text: '' }] }, finishReason, index: 0 }, usageMetadata)];
}

const say = (candidate: object, usageMetadata: object | null = null): string =>
  `data: ${JSON.stringify({ candidates: [candidate], ...(usageMetadata && { usageMetadata }) })}\r\n\r\n`;
