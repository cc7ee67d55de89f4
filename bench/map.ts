// How smoothly the map moves: opens the built gallery in Chromium, pans and zooms, one event a frame, and times frames.
//   node bench/map.ts [--json] [--sizes 112-266,300-900]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium, QUIET_FLAGS, whyNoBrowser } from '../scripts/find-chromium.ts';
import { measureGesture, median, percentile } from './map/gestures.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, sizes: { type: 'string', default: '112-266,300-900' } },
});

interface Report {
  readonly nodes: number;
  readonly edges: number;
  readonly layoutMs: number;
  /** Of the frames while reading (names legible) and while seeing the whole map, the worse one. */
  readonly panP95Ms: number;
  readonly zoomP95Ms: number;
  readonly worstFrameMs: number;
}

const reason = whyNoBrowser();
if (reason === undefined) print(await measureAll());
else {
  process.stderr.write(`bench:map: ${reason}\n`);
  process.exitCode = 1;
}

async function measureAll(): Promise<Report[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-map-'));
  const common = { mode: 'gallery', logLevel: 'silent' as const, build: { outDir: folder, emptyOutDir: true } };
  await build(common);
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...QUIET_FLAGS] });
  try {
    const reports: Report[] = [];
    for (const size of values.sizes.split(',')) {
      reports.push(
        await measure(
          browser,
          `${server.resolvedUrls?.local[0]}gallery/index.html?state=full#/process/large-${size}/map`,
        ),
      );
    }
    return reports;
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(browser: Browser, address: string): Promise<Report> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.locator('[data-activity]').first().waitFor();
  const layouts = await showAll(page);
  const { nodes, edges } = await page.evaluate(() => ({
    nodes: document.querySelectorAll('[data-activity]').length,
    edges: new Set([...document.querySelectorAll<SVGElement>('[data-link]')].map((one) => one.dataset['link'])).size,
  }));
  const pans: number[][] = [];
  const zooms: number[][] = [];
  // Once near, as one reads, and once far, with the whole map in view.
  for (const key of ['near', 'far']) {
    if (key === 'far') await page.getByRole('button', { name: 'Show the whole map' }).click();
    await page.waitForTimeout(400);
    pans.push(await measureGesture(page, 'pan'));
    await page.waitForTimeout(400);
    zooms.push(await measureGesture(page, 'zoom'));
    await page.waitForTimeout(400);
  }
  await page.close();
  const worst = (all: number[][], share01: number): number =>
    Math.max(...all.map((frames) => percentile(frames, share01)));
  return {
    nodes,
    edges,
    layoutMs: Math.round(median(layouts)),
    panP95Ms: worst(pans, 0.95),
    zoomP95Ms: worst(zooms, 0.95),
    worstFrameMs: worst([...pans, ...zooms], 1),
  };
}

/** All detail, laid out; milliseconds that each layout of all of it took. */
async function showAll(page: Page): Promise<number[]> {
  await page.getByRole('slider', { name: 'Detail' }).fill('100');
  await page.waitForFunction(() => performance.getEntriesByName('map-layout').length > 1);
  await page.waitForTimeout(500);
  return page.evaluate(() =>
    performance
      .getEntriesByName('map-layout')
      .slice(1)
      .map(({ duration }) => duration),
  );
}

function print(reports: readonly Report[]): void {
  if (values.json) process.stdout.write(`${JSON.stringify({ maps: reports })}\n`);
  else console.table(reports);
}
