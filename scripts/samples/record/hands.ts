import type { Locator, Page } from 'playwright-core';
import type { Action, PageName } from '../stories/story.ts';
import { WIDTH } from './display.ts';
import { runTool } from './tools.ts';

const TAB_WIDTH = 240;
const TAB_STRIP_Y = 20;

/** What the hands work on: the open tabs, the one in front, and the visible pointer. */
export interface Desk {
  readonly tabs: ReadonlyMap<PageName, Page>;
  readonly xdotool: string;
  readonly display: string;
  front: PageName;
  pointer: readonly [x: number, y: number];
  /** Called when the front tab changed, and when something was copied or pasted. */
  readonly notice: (kind?: 'copy' | 'paste') => Promise<void>;
}

/** Does one thing as a person would: the pointer travels there first, keys come one by one. */
export async function act(desk: Desk, action: Action): Promise<void> {
  if (action.kind === 'show') return showTab(desk, action.page);
  const page = getPage(desk, desk.front);
  const target = page.locator(action.at);
  await pointAt(desk, target);
  if (action.kind === 'click') await target.click();
  if (action.kind === 'pick') await target.selectOption(action.text);
  if (action.kind === 'type') {
    await target.click();
    await page.keyboard.press('Control+A');
    await target.pressSequentially(action.text, { delay: 38 });
  }
  if (action.kind === 'copy') {
    await selectText(target);
    await page.keyboard.press('Control+C');
    await desk.notice('copy');
  }
  if (action.kind === 'paste') {
    await target.click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+V');
    await desk.notice('paste');
  }
}

async function showTab(desk: Desk, name: PageName): Promise<void> {
  const place = [...desk.tabs.keys()].indexOf(name);
  const width = Math.min(TAB_WIDTH, (WIDTH - 120) / desk.tabs.size);
  await movePointer(desk, [40 + width * (place + 0.4), TAB_STRIP_Y]);
  await getPage(desk, name).bringToFront();
  desk.front = name;
  await desk.notice();
}

async function pointAt(desk: Desk, target: Locator): Promise<void> {
  await target.waitFor();
  const box = await target.boundingBox();
  if (!box) throw new Error(`Not to be seen: ${target.toString()}`);
  const [left, top] = await target.evaluate(() => [
    window.screenX,
    window.screenY + window.outerHeight - window.innerHeight,
  ]);
  await movePointer(desk, [(left ?? 0) + box.x + Math.min(box.width / 2, 180), (top ?? 0) + box.y + box.height * 0.6]);
}

/** Moves the real pointer of the screen, fast in the middle and slow at both ends. */
async function movePointer(desk: Desk, to: readonly [number, number]): Promise<void> {
  const [fromX, fromY] = desk.pointer;
  const moves = Array.from({ length: 14 }, (_, index) => {
    const part = (1 - Math.cos((Math.PI * (index + 1)) / 14)) / 2;
    const x = Math.round(fromX + (to[0] - fromX) * part);
    const y = Math.round(fromY + (to[1] - fromY) * part);
    return ['mousemove', String(x), String(y), 'sleep', '0.02'];
  });
  desk.pointer = to;
  await runTool(desk.xdotool, moves.flat(), { display: desk.display });
}

async function selectText(target: Locator): Promise<void> {
  await target.click();
  await target.evaluate((node) => {
    if (node instanceof HTMLInputElement) node.select();
    else window.getSelection()?.selectAllChildren(node);
  });
}

function getPage(desk: Desk, name: PageName): Page {
  const page = desk.tabs.get(name);
  if (!page) throw new Error(`The story never opened ${name}.`);
  return page;
}
