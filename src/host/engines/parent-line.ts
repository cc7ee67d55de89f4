// In a process that Mirror started: the line to the one who did. Of a child of Node's, its channel; of a process of the
// desktop's, the port that comes with the first message of Electron's own.

export interface ParentLine {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** The one who started it is gone. */
  onGone(listener: () => void): void;
}

/** Electron's `MessagePortMain`, as far as it is used here. */
interface Port {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly Port[] }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
}

type Electrons = NodeJS.Process & { readonly parentPort?: Pick<Port, 'on'> };

/** Undefined where nobody who speaks in messages started this process: it was run by hand, or by its standard input. */
export function findParentLine(own: NodeJS.Process = process): ParentLine | undefined {
  // Only Electron's utility processes have it; its own types would have to be imported to know that.
  const { parentPort } = own as Electrons;
  if (parentPort !== undefined) return lineOf(parentPort);
  if (own.send === undefined) return undefined;
  return {
    send: (message) => void own.send?.(message),
    onMessage: (listener) => void own.on('message', listener),
    onGone: (listener) => void own.on('disconnect', listener),
  };
}

function lineOf(parentPort: Pick<Port, 'on'>): ParentLine {
  const listeners: ((message: unknown) => void)[] = [];
  const gone: (() => void)[] = [];
  const unsent: unknown[] = [];
  let port: Port | undefined;
  parentPort.on('message', ({ ports: [first] }) => {
    if (port !== undefined || first === undefined) return;
    port = first;
    port.on('message', ({ data }) => {
      for (const listener of listeners) listener(data);
    });
    port.on('close', () => {
      for (const listener of gone) listener();
    });
    port.start();
    for (const message of unsent.splice(0)) port.postMessage(message);
  });
  return {
    send: (message) => {
      if (port === undefined) unsent.push(message);
      else port.postMessage(message);
    },
    onMessage: (listener) => void listeners.push(listener),
    onGone: (listener) => void gone.push(listener),
  };
}
