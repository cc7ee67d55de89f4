// In: how a server is spoken to, and a `fetch` of the gate's. Out: its model as an object of the AI SDK. No connection but
// by that `fetch`; never a model by name alone, which the SDK would look for at a gateway of its maker.
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { WriterDialect } from '../../src/domain/writer.ts';

export interface ServerModelOptions {
  readonly dialect: ServerDialect;
  readonly url: string;
  readonly model: string;
  readonly fetch: typeof globalThis.fetch;
}

export type ServerDialect = Exclude<WriterDialect, 'in-process'>;

export function createServerModel({ dialect, url, model, fetch }: ServerModelOptions): LanguageModelV4 {
  const baseURL = url.replace(/\/+$/, '');
  // The true one is a header of the gate's. Without any, these look into the environment for one that nobody meant for
  // this server.
  const apiKey = 'none';
  if (dialect === 'anthropic') return createAnthropic({ baseURL, apiKey, fetch }).languageModel(model);
  if (dialect === 'google') return createGoogle({ baseURL, apiKey, fetch }).languageModel(model);
  const wantsNewName = /(^|\.)(openai\.com|openai\.azure\.com)$/.test(URL.parse(baseURL)?.hostname ?? '');
  return createOpenAICompatible({
    name: 'server',
    baseURL,
    fetch,
    includeUsage: true,
    ...(wantsNewName ? { transformRequestBody: renameLimit } : {}),
  }).chatModel(model);
}

/** What says who asks. */
export function toKeyHeaders(dialect: ServerDialect, key: string | undefined): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  if (dialect === 'anthropic') return { 'x-api-key': key };
  return dialect === 'google' ? { 'x-goog-api-key': key } : { authorization: `Bearer ${key}` };
}

/** OpenAI's newer models refuse `max_tokens`; everybody else's servers know nothing but it. */
function renameLimit({ max_tokens: limit, ...body }: Record<string, unknown>): Record<string, unknown> {
  return { ...body, max_completion_tokens: limit };
}
