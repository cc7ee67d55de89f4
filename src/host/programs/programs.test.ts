import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { appFile, findProgram, PROGRAMS, type ProgramName, unpackedAppFile } from './programs.ts';

const PACKED = 'file:///opt/Mirror/resources/app.asar/dist/desktop/core-1a2b.js';

test('every program is a file of the sources', () => {
  // The keys of the table are its own names.
  const missing = (Object.keys(PROGRAMS) as ProgramName[]).filter((name) => !existsSync(findProgram(name)));
  expect(missing).toEqual([]);
});

test('in a package programs lie beside whoever starts them, and the rest as it does in the project', () => {
  expect(findProgram('sound.engine', PACKED).href).toBe(
    'file:///opt/Mirror/resources/app.asar/dist/desktop/sound.engine.js',
  );
  expect(appFile('dist/renderer', PACKED)).toBe(fileURLToPath('file:///opt/Mirror/resources/app.asar/dist/renderer'));
  expect(unpackedAppFile('samples', PACKED)).toBe(
    fileURLToPath('file:///opt/Mirror/resources/app.asar.unpacked/samples'),
  );
});

test('from source nothing is looked for in an archive', () => {
  expect(unpackedAppFile('samples')).toBe(appFile('samples'));
  expect(existsSync(appFile('samples/customer-onboarding/sample.json'))).toBe(true);
});
