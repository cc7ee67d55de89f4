import { expect, test } from 'vitest';
import { readText } from '../all-logs.case.ts';
import { inputOfLogs, inputOfRecordings, tellTwo } from '../fixtures.ts';
import { escapeMermaid } from './mermaid-text.ts';
import { writeMermaid } from './mermaid.ts';

test('told activities stand in the box of their role, unsure ones are dashed', () => {
  expect(writeMermaid(inputOfRecordings(...tellTwo()))).toMatchInlineSnapshot(`
    "---
    title: "Order entry"
    ---
    flowchart LR
      %% Made by Mirror. Numbers count recordings that tell it.
      begin(["start"])
      finish(["end"])
      subgraph r0["order clerk"]
        %% 08llb0r0j4n2tc
        a0["enter order (1)"]
        %% 1iv59t61q47n56
        a1["check #34;credit#34; (1)"]
      end
      %% 1im038z0b1vgbn
      a2["ship order (1)"]
      begin -->|"1"| a0
      begin -->|"1"| a2
      a0 -.->|"1"| a1
      a1 -->|"1"| finish
      a2 -->|"1"| finish
      classDef unsure stroke-dasharray: 4 3
      class a1 unsure
    "
  `);
});

test('beside a log, what only people tell is marked, and no more arrows are drawn than Mermaid takes', async () => {
  const input = inputOfRecordings(...tellTwo());
  const { graph } = input;
  const [told] = graph.transitions;
  const [first, , third] = graph.activities;
  const logged = Array.from({ length: 600 }, (_, at) => ({
    ...told!,
    source: first!.id,
    target: third!.id,
    count: at + 1,
    sources: { log: at + 1, recordings: 0 },
  }));
  const { logs } = inputOfLogs(await readText('case,activity,timestamp\n1,open,2026-01-01T10:00:00Z\n'));
  const text = writeMermaid({ ...input, logs, graph: { ...graph, transitions: [told!, ...logged] } });
  const lines = text.split('\n');
  expect(lines[5]).toBe('  %% The 105 rarest arrows are left out: Mermaid draws 500 at most.');
  expect(lines.filter((line) => /-->|-\.->/.test(line))).toHaveLength(500);
  expect(lines.filter((line) => line.includes('told'))).toEqual([
    '  %% Made by Mirror. Numbers count events of the log; “told” are recordings that tell it.',
    '    a0["enter order (told 1×)"]',
    '    a1["check #34;credit#34; (told 1×)"]',
    '  a2["ship order (told 1×)"]',
  ]);
});

test('labels cannot end their quotes, start Markdown or name an entity', () => {
  expect(escapeMermaid('say "yes" & `no`\n#quot; <b>é</b> 😀 (1/2)')).toBe(
    'say #34;yes#34; #38; #96;no#96; #35;quot#59; #60;b#62;é#60;/b#62; #128512; (1/2)',
  );
});
