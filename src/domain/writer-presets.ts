// Servers that people know, with the address filled in: what is left to say is the model, and a key where one is asked for.
// long on purpose: one table.
import type { WriterDialect } from './writer.ts';

export interface WriterPreset {
  readonly id: string;
  /** As people know it. */
  readonly title: string;
  readonly dialect: WriterDialect;
  /** As it comes; may be changed. */
  readonly url: string;
  readonly wantsKey: boolean;
  /** Where a key is had, or how the server is started; one line. */
  readonly hint: string;
}

/** First those of this machine, which are found by themselves when they run. */
export const WRITER_PRESETS: readonly WriterPreset[] = [
  {
    id: 'ollama',
    title: 'Ollama',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:11434/v1',
    wantsKey: false,
    hint: 'Give it room before it starts: OLLAMA_CONTEXT_LENGTH=16384.',
  },
  {
    id: 'lm-studio',
    title: 'LM Studio',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:1234/v1',
    wantsKey: false,
    hint: 'Start its server under Developer, and load a model with the context length you want.',
  },
  {
    id: 'llama.cpp',
    title: 'llama.cpp server',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:8080/v1',
    wantsKey: false,
    hint: 'Start it as llama-server --jinja -c 16384 -m MODEL.gguf; --jinja lets it call tools.',
  },
  {
    id: 'vllm',
    title: 'vLLM',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:8000/v1',
    wantsKey: false,
    hint: 'With --enable-auto-tool-choice and --tool-call-parser it calls tools.',
  },
  {
    id: 'jan',
    title: 'Jan',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:1337/v1',
    wantsKey: false,
    hint: 'Start its local API server; it may ask for the key that is set there.',
  },
  {
    id: 'koboldcpp',
    title: 'KoboldCpp',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:5001/v1',
    wantsKey: false,
    hint: 'Start it with --contextsize 16384.',
  },
  {
    id: 'gpt4all',
    title: 'GPT4All',
    dialect: 'openai-compatible',
    url: 'http://127.0.0.1:4891/v1',
    wantsKey: false,
    hint: 'Switch its local API server on in the settings.',
  },
  {
    id: 'openai',
    title: 'OpenAI',
    dialect: 'openai-compatible',
    url: 'https://api.openai.com/v1',
    wantsKey: true,
    hint: 'Keys are made at platform.openai.com.',
  },
  {
    id: 'anthropic',
    title: 'Anthropic',
    dialect: 'anthropic',
    url: 'https://api.anthropic.com/v1',
    wantsKey: true,
    hint: 'Keys are made at console.anthropic.com.',
  },
  {
    id: 'google',
    title: 'Google Gemini',
    dialect: 'google',
    url: 'https://generativelanguage.googleapis.com/v1beta',
    wantsKey: true,
    hint: 'Keys are made at aistudio.google.com.',
  },
  {
    id: 'mistral',
    title: 'Mistral',
    dialect: 'openai-compatible',
    url: 'https://api.mistral.ai/v1',
    wantsKey: true,
    hint: 'Keys are made at console.mistral.ai.',
  },
  {
    id: 'openrouter',
    title: 'OpenRouter',
    dialect: 'openai-compatible',
    url: 'https://openrouter.ai/api/v1',
    wantsKey: true,
    hint: 'It passes what it is sent on to the maker of the model.',
  },
  {
    id: 'other',
    title: 'Another server that speaks as OpenAI does',
    dialect: 'openai-compatible',
    url: '',
    wantsKey: false,
    hint: 'The address as far as /v1; https:// for everything but this machine.',
  },
];
