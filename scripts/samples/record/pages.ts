import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { once } from 'node:events';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};
const FOLDER = new URL('../pages/', import.meta.url);
const PLAIN_NAME = /^\/([a-z-]+\.(?:html|css|js))$/;

interface PageServer extends AsyncDisposable {
  readonly port: number;
}

/** Serves the back-office pages on this machine only. A host such as dealwell.larkspan.example gets its own page at "/". */
export async function servePages(): Promise<PageServer> {
  const server = createServer((request, response) => void sendPage(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  return {
    port: address.port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function sendPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, hostname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const file = pathname === '/' ? `${hostname.split('.')[0]}.html` : PLAIN_NAME.exec(pathname)?.[1];
  const content = file === undefined ? undefined : await readFile(new URL(file, FOLDER)).catch(() => undefined);
  response.writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(file ?? '')] ?? 'text/plain' });
  response.end(content);
}
