// The only place that connects: one client over a WebSocket (browser) or a MessagePort (desktop), made anew when lost.
import { createPortClient, createSocketClient, type MirrorClient } from '../src/api/client.ts';
import { findDesktop } from './desktop/bridge.ts';

/** `connecting` is the first time; `lost` means that it was open before, or has failed once. */
export type LinkState = 'connecting' | 'open' | 'lost';

export interface Link {
  readonly client: MirrorClient;
  readonly state: LinkState;
  /** Grows with each new connection. */
  readonly epoch: number;
}

export interface Connection {
  read(): Link;
  subscribe(onChange: () => void): () => void;
  /** Connects at once instead of waiting for the next try. */
  retry(): void;
}

const FIRST_DELAY_MS = 400;
const LONGEST_DELAY_MS = 8000;

/** Connects the way this window was opened: by port in the desktop app, by socket in a browser. */
export function connect(): Connection {
  return location.protocol.startsWith('http') ? connectSocket(socketAddress()) : connectPort();
}

function socketAddress(): string {
  const url = new URL('rpc', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  url.search = '';
  return url.href;
}

function connectSocket(address: string): Connection {
  let delayMs = FIRST_DELAY_MS;
  let timer: number | undefined;
  const open = (state: LinkState, epoch: number): Link => {
    const socket = new WebSocket(address);
    const link: Link = { client: createSocketClient(socket), state, epoch };
    socket.addEventListener('open', () => {
      delayMs = FIRST_DELAY_MS;
      cell.set({ ...link, state: 'open' });
    });
    socket.addEventListener('close', () => {
      cell.set({ ...cell.read(), state: 'lost' });
      timer = window.setTimeout(again, delayMs);
      delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS);
    });
    return link;
  };
  const again = (): void => {
    window.clearTimeout(timer);
    cell.set(open('lost', cell.read().epoch + 1));
  };
  const cell = makeCell(open('connecting', 0));
  return { ...cell, retry: () => (cell.read().state === 'lost' ? again() : undefined) };
}

function connectPort(): Connection {
  // Until the port has come, calls wait in this channel's queue: the window draws its loading state meanwhile.
  const waiting = new MessageChannel();
  const cell = makeCell({ client: createPortClient(waiting.port1), state: 'connecting', epoch: 0 });
  let last: MessagePort | undefined;
  const ask = (): void => void findDesktop()?.ask('connect', null);
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.data !== 'mirror-port' || event.source !== window || !port) return;
    const link: Link = { client: createPortClient(port), state: 'open', epoch: cell.read().epoch + 1 };
    // What still waits at the core before hears that it is gone, even where its port said nothing.
    last?.dispatchEvent(new Event('close'));
    last?.close();
    last = port;
    port.addEventListener('close', () => {
      if (cell.read().epoch === link.epoch) cell.set({ ...link, state: 'lost' });
    });
    port.start();
    cell.set(link);
  });
  ask();
  return { ...cell, retry: () => (cell.read().state === 'open' ? undefined : ask()) };
}

interface Cell {
  read(): Link;
  set(link: Link): void;
  subscribe(onChange: () => void): () => void;
}

function makeCell(first: Link): Cell {
  let current = first;
  const listeners = new Set<() => void>();
  return {
    read: () => current,
    set: (link) => {
      current = link;
      for (const listener of listeners) listener();
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
