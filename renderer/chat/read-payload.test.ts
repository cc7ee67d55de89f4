import { expect, test } from 'vitest';
import { indentBody, readPayload } from './read-payload.ts';

const TOOL = { name: 'handoffs', description: 'Places where work passes on.' };
const WHOLE = [
  { title: 'Instructions to the model', text: 'Cite.' },
  { title: 'Question', text: 'How many?' },
  { title: 'What the model said before', text: 'handoffs({"from":"sales"})' },
  { title: 'What it looked up', text: '[1] 46 handoffs' },
  { title: 'What it may look up', text: 'handoffs: Places where work passes on.' },
];

test('a message reads the same in every dialect', () => {
  const openai = {
    model: 'm',
    messages: [
      { role: 'system', content: 'Cite.' },
      { role: 'user', content: 'How many?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'c', type: 'function', function: { name: 'handoffs', arguments: '{"from":"sales"}' } }],
      },
      { role: 'tool', tool_call_id: 'c', content: '[1] 46 handoffs' },
    ],
    tools: [{ type: 'function', function: TOOL }],
  };
  const anthropic = {
    system: [{ type: 'text', text: 'Cite.' }],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'How many?' }] },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'c', name: 'handoffs', input: { from: 'sales' } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c', content: '[1] 46 handoffs' }] },
    ],
    tools: [TOOL],
  };
  const google = {
    systemInstruction: { parts: [{ text: 'Cite.' }] },
    contents: [
      { role: 'user', parts: [{ text: 'How many?' }] },
      { role: 'model', parts: [{ functionCall: { name: 'handoffs', args: { from: 'sales' } } }] },
      {
        role: 'user',
        parts: [{ functionResponse: { name: 'handoffs', response: { name: 'handoffs', content: '[1] 46 handoffs' } } }],
      },
    ],
    tools: [{ functionDeclarations: [TOOL] }],
  };
  expect([openai, anthropic, google].map((body) => readPayload(JSON.stringify(body)))).toEqual([WHOLE, WHOLE, WHOLE]);
});

test('what is in no form of a model is shown as it is', () => {
  expect([readPayload('hello'), readPayload('{"a":1}'), indentBody('hello'), indentBody('{"a":1}')]).toEqual([
    [],
    [],
    'hello',
    '{\n  "a": 1\n}',
  ]);
});
