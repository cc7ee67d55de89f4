// In: what a model said where an object was asked for. Out: the calls in it, or that it is words, or what is wrong with it.
import { z } from 'zod';
import type { WriterTool } from '../../src/needs/writer.ts';

export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'calls'; readonly calls: readonly { readonly name: string; readonly input: unknown }[] }
  /** `why` is for the model. */
  | { readonly kind: 'broken'; readonly why: string };

/** Where an object, a fence or a tag begins, or may begin, at or after `from`; the text's length where none does. */
export function beginsObject(text: string, from: number): number {
  const at = text.slice(from).search(BEGINNING);
  return at < 0 ? text.length : from + at;
}

const BEGINNING = /\{|\[\s*(?:\{|$)|```|`{1,2}$|<tool_call|<(?:t(?:o(?:o(?:l(?:_c?a?l?l?)?)?)?)?)?$/;

/**
 * Reads objects in fences, in tags, between words, several in a row or in a list, with the names that models use for the
 * same thing. Words beside a call are left out: they were said before its result was known.
 */
export function readCalls(text: string, tools: readonly WriterTool[]): Said {
  const values = findValues(text).flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]));
  const calls = values.flatMap((value) => readCall(value) ?? []);
  if (calls.length === 0) return LOOKS_LIKE_CALL.test(text) ? { kind: 'broken', why: NO_JSON } : { kind: 'text', text };
  const known = calls.map((call) => ({ ...call, name: findName(call.name, tools) ?? '' }));
  const stranger = calls.find(({ name }) => findName(name, tools) === undefined);
  if (stranger === undefined) return { kind: 'calls', calls: known };
  const names = tools.map(({ name }) => name).join(', ');
  return { kind: 'broken', why: `There is no tool "${stranger.name}". The tools are: ${names}.` };
}

const NO_JSON = 'That is no JSON object with "tool" and "input".';
const LOOKS_LIKE_CALL = /["'](?:tool|tool_name|function|name)["']\s*:|<tool_call/;

const Name = z.string().min(1);
const Call = z.union([
  z.looseObject({ tool: Name }),
  z.looseObject({ tool_name: Name }),
  z.looseObject({ function: z.looseObject({ name: Name }) }),
  z.looseObject({ function: Name }),
  z.looseObject({ name: Name, arguments: z.unknown() }),
  z.looseObject({ name: Name, parameters: z.unknown() }),
  z.looseObject({ name: Name, input: z.unknown() }),
]);

function readCall(value: unknown): { name: string; input: unknown } | undefined {
  const found = Call.safeParse(value).data as Record<string, unknown> | undefined;
  if (found === undefined) return undefined;
  const inner = typeof found.function === 'object' ? (found.function as Record<string, unknown>) : found;
  const name = [inner.tool, inner.tool_name, inner.function, inner.name].find((each) => typeof each === 'string');
  const input = inner.input ?? inner.arguments ?? inner.args ?? inner.parameters ?? {};
  return name === undefined ? undefined : { name, input: typeof input === 'string' ? (parse(input) ?? input) : input };
}

/** Capitals, dashes and a leading "functions." do not matter. */
function findName(said: string, tools: readonly WriterTool[]): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[-\s]/g, '_').replace(/^.*\./, '');
  return tools.find(({ name }) => plain(name) === plain(said))?.name;
}

/** Every object or list that stands in the text by itself, in order. */
function findValues(text: string): unknown[] {
  const values: unknown[] = [];
  for (let at = text.search(/[{[]/); at >= 0; ) {
    const end = findEnd(text, at);
    const value = parse(text.slice(at, end));
    if (value !== undefined) values.push(value);
    // Where it is none, another may begin inside.
    const rest = value === undefined ? at + 1 : end;
    const next = text.slice(rest).search(/[{[]/);
    at = next < 0 ? -1 : rest + next;
  }
  return values;
}

/** Behind the bracket that closes the one at `from`; the end of the text where none does. */
function findEnd(text: string, from: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if ((sign === '}' || sign === ']') && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Commas too many and closing brackets too few are what small models get wrong. Undefined for what is no JSON then either. */
function parse(text: string): unknown {
  for (const tried of [text, text.replaceAll(/,(\s*[}\]])/g, '$1'), closeBrackets(text)])
    try {
      const value: unknown = JSON.parse(tried);
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // The next reading of it.
    }
  return undefined;
}

function closeBrackets(text: string): string {
  const open: string[] = [];
  for (const [sign] of text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').matchAll(/[{}[\]]/g))
    if (sign === '{' || sign === '[') open.push(sign === '{' ? '}' : ']');
    else open.pop();
  return text.trimEnd() + open.toReversed().join('');
}
