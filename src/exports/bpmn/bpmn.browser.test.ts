// bpmn-js, the viewer inside most modelling tools, draws each file in a Chromium without a warning.
import { createRequire } from 'node:module';
import type { ImportXMLResult } from 'bpmn-js/lib/BaseViewer.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whyNoBrowser } from '../../../scripts/find-chromium.ts';
import { openChromium } from '../../../scripts/testing/open-chromium.ts';
import { ALL_LOGS } from '../all-logs.case.ts';
import { inputOfLogs, inputOfRecordings, tellTwo } from '../fixtures.ts';
import { writeBpmn } from './bpmn.ts';
import { readModel } from './judge-bpmn.case.ts';
import { readSampleInput } from './sample-input.case.ts';

const reason = whyNoBrowser();
if (reason) console.warn(`Skipped: BPMN drawn by bpmn-js (${reason})`);

interface Viewer {
  importXML(xml: string): Promise<ImportXMLResult>;
  get(name: 'elementRegistry'): { getAll(): { id: string }[] };
}

const INPUTS = [
  ...ALL_LOGS.map(([name, read]) => [name, async () => inputOfLogs(await read())] as const),
  ['two recordings', async () => inputOfRecordings(...tellTwo())] as const,
  ['the sample with its recordings', readSampleInput] as const,
];

describe.skipIf(reason !== undefined)('bpmn-js draws', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openChromium();
    page = await browser.newPage();
    await page.setContent('<div id="canvas" style="width: 1200px; height: 800px"></div>');
    await page.addScriptTag({
      path: createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js'),
    });
  });

  afterAll(() => browser?.close());

  test.each(INPUTS)(
    '%s: every node, flow and lane, no warning, names of steps inside their boxes',
    async (_name, make) => {
      const input = await make();
      for (const scope of ['main', 'everything'] as const) {
        const xml = writeBpmn(input, { scope });
        const { nodes, flows } = await readModel(xml);
        const drawn = await draw(xml);
        expect(drawn.warnings).toEqual([]);
        expect(drawn.overflowing).toEqual([]);
        const ids = new Set(drawn.ids);
        expect([...nodes, ...flows].filter(({ id }) => !ids.has(id))).toEqual([]);
      }
    },
  );

  /** Warnings, what was drawn, and tasks whose name is larger than their box. */
  function draw(xml: string): Promise<{ warnings: string[]; ids: string[]; overflowing: string[] }> {
    return page.evaluate(async (source) => {
      const { BpmnJS } = globalThis as unknown as { BpmnJS: new (options: object) => Viewer }; // the script added above
      document.querySelector('#canvas')!.replaceChildren();
      const viewer = new BpmnJS({ container: '#canvas' });
      const { warnings } = await viewer.importXML(source);
      const overflowing = [...document.querySelectorAll<SVGGElement>('[data-element-id^="Task_"] .djs-visual')].filter(
        (visual) => {
          const [box, text] = ['rect', 'text'].map((part) => visual.querySelector(part)?.getBoundingClientRect());
          return box && text && (text.width > box.width || text.height > box.height);
        },
      );
      return {
        warnings: warnings.map(String),
        ids: viewer
          .get('elementRegistry')
          .getAll()
          .map(({ id }) => id),
        overflowing: overflowing.map((visual) => visual.textContent ?? ''),
      };
    }, xml);
  }
});
