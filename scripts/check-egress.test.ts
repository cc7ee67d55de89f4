// That the linter finds whoever would open a connection past the gate. Imports are the arrows' part.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findBin } from './find-bin.ts';

const HOME = resolve(import.meta.dirname, '..');

test.each([
  ["export const home = () => fetch('https://x.example');\n", "Unexpected use of 'fetch'"],
  ["export const home = () => globalThis.fetch('https://x.example');\n", 'fetch'],
  ["export const home = () => new WebSocket('wss://x.example');\n", "Unexpected use of 'WebSocket'"],
  ["export const home = () => new EventSource('https://x.example');\n", "Unexpected use of 'EventSource'"],
])('%j is found in the core', (text, complaint) => {
  const root = mkdtempSync(join(tmpdir(), 'mirror-egress-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(HOME, '.oxlintrc.json'), join(root, '.oxlintrc.json'));
  mkdirSync(join(root, 'src', 'host'), { recursive: true });
  writeFileSync(join(root, 'src', 'host', 'phone-home.ts'), text);
  const [command, ...args] = [...findBin('oxlint'), '--quiet', 'src'];
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  expect(stdout).toContain(complaint);
  expect(stdout).toContain('Connections go through src/host/egress/gate.ts.');
  expect(status).toBe(1);
});
