import { expect, test } from 'vitest';
import { inputOfRecordings, tellTwo } from '../fixtures.ts';
import { escapeMermaid } from './mermaid-text.ts';
import { writeMermaid } from './mermaid.ts';

test('told activities stand in the box of their role, unsure ones are dashed', () => {
  expect(writeMermaid(inputOfRecordings(...tellTwo()))).toMatchInlineSnapshot(`
    "---
    title: "Order entry"
    ---
    flowchart LR
      %% Made by Mirror. Numbers on arrows: recordings that tell it so.
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

test('labels cannot end their quotes, start Markdown or name an entity', () => {
  expect(escapeMermaid('say "yes" & `no`\n#quot; <b>é</b> 😀 (1/2)')).toBe(
    'say #34;yes#34; #38; #96;no#96; #35;quot#59; #60;b#62;é#60;/b#62; #128512; (1/2)',
  );
});
