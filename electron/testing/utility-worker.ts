// A worker thread that looks like a utility process from inside: `process.parentPort`, whose messages bring ports.
import { EventEmitter } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

class Port extends EventEmitter {
  readonly raw: MessagePort;
  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
  }
  postMessage(message: unknown): void {
    this.raw.postMessage(message);
  }
  start(): void {
    this.raw.on('message', (data) => this.emit('message', { data, ports: [] }));
    this.raw.on('close', () => this.emit('close'));
  }
  close(): void {
    this.raw.close();
  }
}

const line = new Port(parentPort!);
const waiting: unknown[] = [];
let hasProgram = false;
const hear = (message: unknown): void => {
  const { data, ports } = message as { data: unknown; ports: MessagePort[] };
  line.emit('message', { data, ports: ports.map((port) => new Port(port)) });
};
// As in Electron, what came before the program listens is not lost.
parentPort!.on('message', (message: unknown) => (hasProgram ? hear(message) : waiting.push(message)));
Object.defineProperty(process, 'parentPort', { value: line });
await import(String(workerData));
hasProgram = true;
for (const message of waiting) hear(message);
