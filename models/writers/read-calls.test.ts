import { expect, test } from 'vitest';
import { beginsObject, readCalls } from './read-calls.ts';

const TOOLS = ['count_cases', 'find_paths'].map((name) => ({ name, description: '', input: {} }));
const read = (text: string) => readCalls(text, TOOLS);
const calls = (...all: [string, unknown][]) => ({
  kind: 'calls',
  calls: all.map(([name, input]) => ({ name, input })),
});

test.each([
  ['{"tool": "count_cases", "input": {"role": "finance"}}'],
  ['```json\n{"tool": "count_cases", "input": {"role": "finance"}}\n```'],
  ['Let me see.\n{"tool": "count_cases", "input": {"role": "finance"}}\nI wait for the result.'],
  ['<tool_call>\n{"name": "count_cases", "arguments": {"role": "finance"}}\n</tool_call>'],
  ['{"function": {"name": "count_cases", "arguments": "{\\"role\\": \\"finance\\"}"}}'],
  ['[{"name": "functions.count-cases", "parameters": {"role": "finance"}}]'],
  ['{"tool": "Count_Cases", "args": {"role": "finance",},}'],
  ['{"tool": "count_cases", "input": {"role": "finance"}'],
  ['{not json} {"tool": "count_cases", "input": {"role": "finance"}}'],
])('%j is a call', (text) => {
  expect(read(text)).toEqual(calls(['count_cases', { role: 'finance' }]));
});

test('several calls stay in their order, and a call may want nothing', () => {
  expect(read('{"tool":"find_paths"}\n{"tool":"count_cases","input":{"role":"a } b"}}')).toEqual(
    calls(['find_paths', {}], ['count_cases', { role: 'a } b' }]),
  );
});

test.each(['Four cases wait.', 'It is {"count": 4} of [1, 2].', '{', 'see `find_paths`'])('%j is words', (text) => {
  expect(read(text)).toEqual({ kind: 'text', text });
});

test('what was meant as a call and cannot be read is said so, for the model', () => {
  expect(read('{"tool": count_cases}')).toEqual({
    kind: 'broken',
    why: 'That is no JSON object with "tool" and "input".',
  });
  expect(read('{"tool": "delete_cases", "input": {}}')).toEqual({
    kind: 'broken',
    why: 'There is no tool "delete_cases". The tools are: count_cases, find_paths.',
  });
});

test('words go by until something begins that may be an object', () => {
  const seen = ['Four [3] cases', 'so: {', 'so: [', 'so: [ {', 'so: `', 'so: `x` and', 'so: ```json', 'a < b', 'a <to'];
  expect(seen.map((text) => text.slice(0, beginsObject(text, 0)))).toEqual([
    'Four [3] cases',
    'so: ',
    'so: ',
    'so: ',
    'so: ',
    'so: `x` and',
    'so: ',
    'a < b',
    'a ',
  ]);
});
