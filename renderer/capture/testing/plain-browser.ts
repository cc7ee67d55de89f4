// For tests: a Chromium that nobody drives but by single questions. Playwright lets every page believe that it is seen and
// has the keyboard; what a page does that is out of sight is only to be learned without it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { findChromium, QUIET_FLAGS } from '../../../scripts/find-chromium.ts';
import { end } from './display.ts';
import type { Desk } from './open-desk.ts';

export interface PlainPage {
  /** Runs the function in the page, as if a person had just pressed something there, and gives what it resolves to. */
  ask<Answer, Arg = undefined>(question: (arg: Arg) => Answer | Promise<Answer>, arg?: Arg): Promise<Answer>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
  readonly error?: unknown;
}

/** On the desk's screen, at the address, with the desk's sound as its microphone. */
export async function openPlainPage(
  { folder, display, sound }: Desk,
  url: string,
  more: readonly string[] = [],
): Promise<PlainPage> {
  const profile = mkdtempSync(join(folder, 'plain-'));
  const flags = [
    ...QUIET_FLAGS,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--window-position=0,0',
    '--window-size=1000,640',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${sound}`,
    '--auto-select-desktop-capture-source=Entire screen',
    '--auto-accept-camera-and-microphone-capture',
  ];
  const child = spawn(findChromium()!, [...flags, ...more, url], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const socket = await connect(await readPort(createInterface(child.stderr)), url);
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.on('message', (data: Buffer) => {
    const reply = JSON.parse(data.toString()) as Reply; // as the DevTools protocol has it
    waiting.get(reply.id ?? -1)?.(reply);
  });
  let asked = 0;
  return {
    ask: async <Answer, Arg>(question: (arg: Arg) => Answer | Promise<Answer>, arg?: Arg): Promise<Answer> => {
      asked += 1;
      const id = asked;
      const answered = new Promise<Reply>((resolve) => waiting.set(id, resolve));
      const expression = `(${String(question)})(${JSON.stringify(arg)})`;
      const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
      socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
      const { result, error } = await answered;
      waiting.delete(id);
      if (error ?? result?.exceptionDetails) throw new Error(JSON.stringify(error ?? result?.exceptionDetails));
      return result?.result?.value as Answer; // what the question gives, as JSON carries it
    },
    close: async () => {
      socket.close();
      await end(child);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function readPort(lines: AsyncIterable<string>): Promise<number> {
  for await (const line of lines) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(line)?.[1];
    if (port) return Number(port);
  }
  throw new Error('Chromium ended before it listened');
}

/** Of the page at the address, which may still be on its way. */
async function connect(port: number, url: string): Promise<WebSocket> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    // Safe: the list that the DevTools protocol describes.
    const targets = (await answer.json()) as { type: string; url: string; webSocketDebuggerUrl: string }[];
    const page = targets.find((target) => target.type === 'page' && target.url.startsWith(new URL(url).origin));
    if (!page) continue;
    const socket = new WebSocket(page.webSocketDebuggerUrl);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return socket;
  }
}
