// In: nothing. Out: a folder that electron-builder takes for Electron's distribution for Linux, so that everything about a
// package but the program itself can be made and checked where Electron cannot be fetched.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Marks the fuse wire in Electron's program (docs/tutorial/fuses.md of Electron, "The hard way"). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
/** As Electron 45 comes: run as Node, Node's options and inspector, file privileges and trap handlers are on. */
const WIRE = '101100011';

export function makeStandIn(folder: string, electronVersion: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([WIRE_VERSION, WIRE.length]), Buffer.from(WIRE)]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('no program\n'), wire, Buffer.from('\n')]), {
    mode: 0o755,
  });
  writeFileSync(join(folder, 'version'), electronVersion);
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
}
