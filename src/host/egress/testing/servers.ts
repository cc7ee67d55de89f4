// For tests: servers of this machine that end with the test, and a certificate of their own.
import { spawnSync } from 'node:child_process';
import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

export async function listen(server: Pick<Server, 'listen' | 'address' | 'close' | 'closeAllConnections'>) {
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  // A server that listens on a port has such an address.
  return { port: (server.address() as AddressInfo).port, close };
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** For localhost and the hosts named, signed by itself; undefined without openssl. */
export function makeCertificate(...hosts: readonly string[]): Certificate | undefined {
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${hosts[0]}`];
  const alternatives = ['localhost', ...hosts].map((host) => `DNS:${host}`).join(',');
  const names = ['-addext', `subjectAltName=${alternatives}`, '-keyout', '-', '-out', '-'];
  const { status, stdout } = spawnSync('openssl', [...args, ...names], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [key] = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/.exec(stdout) ?? [];
  const [cert] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(stdout) ?? [];
  return key === undefined || cert === undefined ? undefined : { key, cert };
}

/** What went through, request by request, as it was inside of the encryption. */
export interface Recorded {
  /** "api.example.com:443" */
  readonly to: string;
  readonly sent: () => Buffer;
}

/**
 * A proxy as companies have them: it opens the encryption with a certificate that is trusted here, writes down every
 * byte, and passes it on to a server of this machine.
 */
export async function openRecordingProxy(certificate: Certificate, upstreamPort: number) {
  const recorded: Recorded[] = [];
  const proxy = createHttpServer();
  proxy.on('connect', ({ url = '' }, socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const inside = new TLSSocket(socket, {
      isServer: true,
      ...certificate,
    });
    const chunks: Buffer[] = [];
    recorded.push({ to: url, sent: () => Buffer.concat(chunks) });
    inside.on('data', (chunk: Buffer) => chunks.push(chunk));
    const upstream = connect(upstreamPort, '127.0.0.1');
    inside.pipe(upstream).pipe(inside);
    for (const each of [inside, upstream, socket])
      each.on('error', () => {
        upstream.destroy();
        inside.destroy();
      });
  });
  const { port } = await listen(proxy);
  return { recorded, env: { HTTPS_PROXY: `http://127.0.0.1:${port}` } };
}
