// Remakes samples/customer-onboarding: make.ts [--only log|recordings] [--role NAME]
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeEventLog } from './log/event-log.ts';
import { makeManifest } from './manifest.ts';
import { recordStory } from './record/record.ts';
import { findTools, SampleError } from './record/tools.ts';
import { STORIES } from './stories/all.ts';
import type { Story } from './stories/story.ts';

const FOLDER = new URL('../../samples/customer-onboarding/', import.meta.url);

try {
  await make();
} catch (error) {
  if (!(error instanceof SampleError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function make(): Promise<void> {
  const { only, role } = readArguments();
  const stories = only === 'log' ? [] : chooseStories(role);
  if (stories.length > 0) findTools();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(new URL('sample.json', FOLDER), makeManifest());
  if (only !== 'recordings' && role === undefined) await writeFile(new URL('event-log.csv', FOLDER), makeEventLog());
  for (const story of stories) {
    console.error(`Recording ${story.name}: ${story.actor}, ${story.role}`);
    const { seconds } = await recordStory(story, fileURLToPath(FOLDER));
    console.error(`  ${seconds.toFixed(1)} s`);
  }
}

function readArguments(): { readonly only?: string; readonly role?: string } {
  const values = parseOptions();
  if (values.only !== undefined && !['log', 'recordings'].includes(values.only)) {
    throw new SampleError(`--only takes log or recordings, not "${values.only}".`);
  }
  return values;
}

function parseOptions(): { readonly only?: string; readonly role?: string } {
  try {
    return parseArgs({ options: { only: { type: 'string' }, role: { type: 'string' } } }).values;
  } catch (cause) {
    throw new SampleError('Usage: make.ts [--only log|recordings] [--role NAME]', { cause });
  }
}

function chooseStories(wanted: string | undefined): readonly Story[] {
  const chosen = STORIES.filter(({ name, role }) => wanted === undefined || wanted === name || wanted === role);
  if (chosen.length > 0) return chosen;
  throw new SampleError(`--role takes one of ${STORIES.map(({ name }) => name).join(', ')}, not "${wanted}".`);
}
