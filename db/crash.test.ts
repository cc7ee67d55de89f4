// Real processes, really killed: what they were storing is there whole, in its old or in its new form.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { process as processOfRecording, recording } from './fixtures/sample-evidence.ts';
import { draftInForm } from './fixtures/two-forms.ts';
import { createStore } from './store.ts';
import { openForTest, temporaryFolder } from './testing.ts';

const kills = [
  {
    where: 'half-way',
    left: 'first',
    moment: 'in the middle of saving a recording leaves the old one',
  },
  { where: 'after', left: 'second', moment: 'after saving a recording leaves the new one' },
] as const;

for (const { where, left, moment } of kills) {
  test(`a process killed ${moment}`, async () => {
    const file = join(temporaryFolder(), 'mirror.db');
    await killWhenItHangs(file, where);
    const store = createStore(openForTest(file));
    expect({
      recordings: store.listRecordings(processOfRecording.id),
      tracks: store.listTracks(recording.id),
      segments: store.listSegments(recording.id),
      events: store.listEvents(recording.id),
    }).toEqual({ ...draftInForm(left), recording: undefined, recordings: [draftInForm(left).recording] });
  });
}

async function killWhenItHangs(file: string, where: string): Promise<void> {
  const saver = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', 'save-and-hang.ts'), file, where]);
  const ended = once(saver, 'exit');
  for await (const _ of saver.stdout) saver.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}
