import { expect, test } from 'vitest';
import { refunds } from '../testing/refunds.ts';
import { TOOLS } from './all-tools.ts';

const input = refunds();
const ARGUMENTS: Readonly<Record<string, object>> = {
  roles_systems_artifacts: { what: 'systems' },
  time_between: { source: 'record claim', target: 'pay refund' },
  path: { source: 'record claim', target: 'pay refund' },
  definition: { term: 'handoffs' },
  search_words: { words: ['receipt'] },
};

/** As a language model or an agent calls one: plain values in, plain values out. */
function call(name: string, given: object): unknown {
  const tool = TOOLS.find((each) => each.name === name)!; // the names are those of the list
  // The union of all tools cannot be called with one of their inputs; each parses its own.
  const run = tool.run as (wish: unknown, from: typeof input) => unknown;
  return tool.output.parse(run(tool.input.parse(given), input));
}

test('every tool takes what its schema says and gives what its schema says', () => {
  for (const { name } of TOOLS) {
    const out = call(name, ARGUMENTS[name] ?? {});
    expect({ name, out: JSON.parse(JSON.stringify(out)) as unknown }).toEqual({ name, out });
  }
});

test('names and descriptions are of use to whoever chooses a tool', () => {
  expect(new Set(TOOLS.map(({ name }) => name)).size).toBe(TOOLS.length);
  expect(TOOLS.filter(({ name, description }) => !/^[a-z_]+$/.test(name) || description.length < 30)).toEqual([]);
});

test('the likeliest way goes over transitions of the graph, each with its rows', () => {
  expect(call('path', { source: 'record claim', target: 'pay refund' })).toMatchObject({
    activities: ['record claim', 'check receipt', 'pay refund'],
    ways: [{ count: 4 }, { count: 4 }],
  });
  expect(call('path', { source: 'pay refund', target: 'record claim' })).toEqual({ activities: [], ways: [] });
});
