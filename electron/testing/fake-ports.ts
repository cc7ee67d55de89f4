// Electron's ports, over those of Node.
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads';
import type * as Electron from 'electron';

/** A `MessagePortMain` over a port of Node's: nothing is heard before `start`, and messages have their ports beside them. */
export class FakePort extends EventEmitter {
  readonly raw: NodePort;
  constructor(raw: NodePort) {
    super();
    this.raw = raw;
  }
  readonly start: Electron.MessagePortMain['start'] = () => {
    this.raw.on('message', (data) => this.emit('message', { data, ports: [] }));
    this.raw.on('close', () => this.emit('close'));
  };
  readonly postMessage: Electron.MessagePortMain['postMessage'] = (message) => this.raw.postMessage(message);
  readonly close: Electron.MessagePortMain['close'] = () => this.raw.close();
}
// Safe: every port of the fake is one.
export const rawOf = (port: unknown): NodePort => (port as FakePort).raw;

export class MessageChannelMain {
  readonly port1: FakePort;
  readonly port2: FakePort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    [this.port1, this.port2] = [new FakePort(port1), new FakePort(port2)];
  }
}
