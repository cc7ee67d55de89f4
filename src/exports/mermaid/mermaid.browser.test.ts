// Mermaid's own parser and drawing, in a Chromium: it needs a page to measure text in.
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoBrowser } from '../../../scripts/find-chromium.ts';
import { openChromium } from '../../../scripts/testing/open-chromium.ts';
import { ALL_LOGS } from '../all-logs.case.ts';
import { inputOfLogs, inputOfRecordings, tellTwo } from '../fixtures.ts';
import { writeMermaid } from './mermaid.ts';

const require = createRequire(import.meta.url);
const reason = whyNoBrowser();
if (reason) console.log(`mermaid.browser.test.ts skipped: ${reason}`);

interface Mermaid {
  initialize(options: object): void;
  render(id: string, text: string): Promise<{ svg: string }>;
}

describe.skipIf(reason !== undefined)('mermaid draws', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage();
    await page.setContent('<body></body>');
    await page.addScriptTag({ path: require.resolve('@mermaid-js/tiny') });
  });

  afterAll(() => browser?.close());

  it.each([
    ...ALL_LOGS.map(([name, read]) => [name, async () => inputOfLogs(await read())] as const),
    ['two recordings', async () => inputOfRecordings(...tellTwo())] as const,
  ])('%s with every activity by its name, in the box of its role', async (_name, make) => {
    const input = await make();
    const { graph } = input;
    const drawn = await draw(writeMermaid(input));
    const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
    expect(drawn.nodes.toSorted()).toEqual(
      ['end', 'start', ...graph.activities.map(({ label, count }) => plain(`${label} (${count})`))].toSorted(),
    );
    const roles = new Set(graph.activities.flatMap(({ roles: [role] }) => (role ? [plain(role.name)] : [])));
    expect(drawn.boxes.toSorted()).toEqual([...roles].toSorted());
    expect(drawn.arrows).toBe(graph.transitions.length + graph.start.length + graph.end.length);
  });

  /** What is seen in the picture. */
  async function draw(text: string): Promise<{ nodes: string[]; boxes: string[]; arrows: number }> {
    return page.evaluate(async (source) => {
      const { mermaid } = globalThis as unknown as { mermaid: Mermaid }; // the script added above
      mermaid.initialize({ startOnLoad: false, maxEdges: 5000, maxTextSize: 1_000_000, securityLevel: 'strict' });
      const { svg } = await mermaid.render('drawing', source);
      document.body.innerHTML = svg;
      const texts = (selector: string): string[] =>
        [...document.querySelectorAll(selector)].map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim());
      return {
        nodes: texts('g.node .nodeLabel'),
        boxes: texts('g.cluster .nodeLabel'),
        arrows: document.querySelectorAll('g.edgePaths path').length,
      };
    }, text);
  }
});
