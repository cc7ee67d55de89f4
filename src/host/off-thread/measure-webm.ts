// In: a WebM file that may break off. Out: how much of it holds whole frames.
import { createReadStream } from 'node:fs';
import { createWebmScanner, type WebmScan } from '../../capture/scan-webm.ts';

export async function measureWebm(file: string): Promise<WebmScan> {
  const scanner = createWebmScanner();
  let scan = scanner.push(new Uint8Array(0));
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) scan = scanner.push(bytes as Buffer); // no encoding: buffers
  return scan;
}
