// In: a model on a server, and a way to ask the server. Out: how much it reads at once, as the server says: what it was
// started with, which may be far less than what the model could. Each kind of server says it at a place of its own.
import { z } from 'zod';
import { WRITER_PRESETS } from '../../domain/writer-presets.ts';
import type { WriterEntry } from '../../domain/writer.ts';

export interface ContextFound {
  /** Null where nobody says. */
  readonly tokens: number | null;
  /** What a person should know of it, in words. */
  readonly note: string | null;
  /** The server passes what it is asked on to another one. */
  readonly isPassedOn?: boolean;
}

/** What stands at an address of the server; undefined where nothing does. With `body` it is a POST. */
export type AskPage = (url: string, body?: object) => Promise<unknown>;

type Read = (entry: WriterEntry, ask: AskPage) => Promise<ContextFound | undefined>;

/** Asked after a first turn: by then a server has loaded the model. */
export async function readContext(entry: WriterEntry, ask: AskPage): Promise<ContextFound> {
  for (const read of waysFor(entry)) {
    const found = await read(entry, ask);
    if (found !== undefined) return found;
  }
  return { tokens: null, note: null };
}

function waysFor({ dialect, url }: WriterEntry): readonly Read[] {
  if (dialect === 'anthropic') return [readAnthropic];
  if (dialect === 'google') return [readGoogle];
  // Those that everybody knows have none of the places of servers that people run themselves.
  const known = WRITER_PRESETS.find((preset) => preset.url.startsWith('https:') && hostOf(preset.url) === hostOf(url));
  return known === undefined ? [readOllama, readLlamaCpp, readLmStudio, readKobold, readListed] : [readListed];
}

const hostOf = (url: string): string | undefined => URL.parse(url)?.host;
const rootOf = (url: string): string => url.replace(/\/+$/, '').replace(/\/v1$/, '');
const Size = z.int().min(256).max(100_000_000);

const OllamaModel = z.object({
  parameters: z.string().nullish(),
  model_info: z.record(z.string(), z.unknown()),
  remote_host: z.string().nullish(),
});
const OllamaRunning = z.object({
  models: z.array(z.object({ name: z.string(), context_length: Size.nullish().catch(null) })),
});
/** What it gives a model where nobody says more (OLLAMA_CONTEXT_LENGTH): what is beyond it is cut off without a word. */
const OLLAMA_FIRST = 4096;

/** https://docs.ollama.com/api: /api/show has what the model could, /api/ps what it was loaded with. */
const readOllama: Read = async ({ url, model }, ask) => {
  const shown = OllamaModel.safeParse(await ask(`${rootOf(url)}/api/show`, { model })).data;
  if (shown === undefined) return undefined;
  if (shown.remote_host) return { tokens: null, note: null, isPassedOn: true };
  const running = OllamaRunning.safeParse(await ask(`${rootOf(url)}/api/ps`)).data?.models ?? [];
  const loaded = running.find(({ name }) => name === model || name === `${model}:latest`)?.context_length;
  const set = Number(/^num_ctx\s+(\d+)/m.exec(shown.parameters ?? '')?.[1]);
  const most = Object.entries(shown.model_info).find(([name]) => name.endsWith('.context_length'))?.[1];
  const tokens = loaded ?? (Number.isInteger(set) ? set : OLLAMA_FIRST);
  const note = sayLess('Ollama', tokens, most, 'set OLLAMA_CONTEXT_LENGTH before it starts');
  return { tokens, note };
};

const Props = z.object({ default_generation_settings: z.object({ n_ctx: Size }) });
const LlamaModels = z.object({ data: z.array(z.object({ meta: z.object({ n_ctx_train: Size }) })) });

/** https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md: what one slot has. */
const readLlamaCpp: Read = async ({ url }, ask) => {
  const props = Props.safeParse(await ask(`${rootOf(url)}/props`)).data;
  if (props === undefined) return undefined;
  const tokens = props.default_generation_settings.n_ctx;
  const trained = LlamaModels.safeParse(await ask(`${rootOf(url)}/v1/models`)).data?.data[0]?.meta.n_ctx_train;
  return { tokens, note: sayLess('llama.cpp', tokens, trained, 'start it with a larger -c, or fewer slots') };
};

const StudioModels = z.object({
  data: z.array(
    z.object({ id: z.string(), max_context_length: Size, loaded_context_length: Size.nullish().catch(null) }),
  ),
});
/** LM Studio loads a model with this where nobody says more. */
const STUDIO_FIRST = 4096;

/** https://lmstudio.ai/docs/developer/rest/endpoints */
const readLmStudio: Read = async ({ url, model }, ask) => {
  const models = StudioModels.safeParse(await ask(`${rootOf(url)}/api/v0/models`)).data?.data;
  const found = models?.find(({ id }) => id === model);
  if (found === undefined) return undefined;
  const tokens = found.loaded_context_length ?? STUDIO_FIRST;
  return { tokens, note: sayLess('LM Studio', tokens, found.max_context_length, 'load the model with more') };
};

const KoboldSize = z.object({ value: Size });

/** https://lite.koboldai.net/koboldcpp_api: what it was started with, behind whatever else it says of itself. */
const readKobold: Read = async ({ url }, ask) => {
  const said = KoboldSize.safeParse(await ask(`${rootOf(url)}/api/extra/true_max_context_length`)).data;
  return said && { tokens: said.value, note: null };
};

const MaybeSize = Size.nullish().catch(null);
const Listed = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      max_model_len: MaybeSize,
      context_length: MaybeSize,
      max_context_length: MaybeSize,
      context_window: MaybeSize,
    }),
  ),
});

/** vLLM says max_model_len in its list of models, OpenRouter context_length, Mistral max_context_length. */
const readListed: Read = async ({ url, model }, ask) => {
  const list = Listed.safeParse(await ask(`${url.replace(/\/+$/, '')}/models`)).data?.data;
  const found = list?.find(({ id }) => id === model);
  const tokens =
    found?.max_model_len ?? found?.context_length ?? found?.max_context_length ?? found?.context_window ?? null;
  return tokens === null ? undefined : { tokens, note: null };
};

const AnthropicModel = z.object({ max_input_tokens: Size });

/** https://docs.anthropic.com/en/api/models */
const readAnthropic: Read = async ({ url, model }, ask) => {
  const place = `${url.replace(/\/+$/, '')}/models/${encodeURIComponent(model)}`;
  const said = AnthropicModel.safeParse(await ask(place)).data;
  return said && { tokens: said.max_input_tokens, note: null };
};

const GoogleModel = z.object({ inputTokenLimit: Size });

/** https://ai.google.dev/api/models */
const readGoogle: Read = async ({ url, model }, ask) => {
  const said = GoogleModel.safeParse(await ask(`${url.replace(/\/+$/, '')}/models/${encodeURIComponent(model)}`)).data;
  return said && { tokens: said.inputTokenLimit, note: null };
};

function sayLess(server: string, tokens: number, most: unknown, remedy: string): string | null {
  if (typeof most !== 'number' || most <= tokens) return null;
  return `${server} gives it ${count(tokens)} tokens at once; it could read ${count(most)}: ${remedy}.`;
}

const count = (tokens: number): string => tokens.toLocaleString('en');
