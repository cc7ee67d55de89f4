// mirror demo: the main job on the bundled samples, and what came of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MirrorClient } from '../../api/client.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { withClient } from '../with-client.ts';

interface DemoOptions {
  readonly workspace?: string;
  readonly json?: boolean;
}

export async function runDemo({ workspace, json }: DemoOptions): Promise<void> {
  const temporary = workspace === undefined ? mkdtempSync(join(tmpdir(), 'mirror-demo-')) : undefined;
  try {
    const summary = await withClient(workspace ?? temporary!, summariseSample); // one of the two is set
    if (json) printJson(summary);
    else printSummary(summary, workspace);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

type Summary = Awaited<ReturnType<typeof summariseSample>>;

async function summariseSample(client: MirrorClient, signal: AbortSignal) {
  const { processId, warnings } = await follow(client.samples.load(undefined, { signal }));
  warn(warnings);
  const { headline } = await client.process.open({ processId });
  return { ...headline, evidence: await client.evidence.count({ processId }) };
}

function printSummary(summary: Summary, workspace: string | undefined): void {
  print(`${summary.process}: ${count(summary.handoffs, 'handoff')}, ${count(summary.bottlenecks, 'bottleneck')}`);
  print(`from ${count(summary.recordings, 'recording')} and ${count(summary.cases, 'logged case')}:`);
  print(`${count(summary.activities, 'activity', 'activities')}, ${count(summary.transitions, 'transition')},`);
  print(`${count(summary.exceptions, 'exception')}, ${count(summary.judgements, 'judgement moment')}.`);
  print(`${count(summary.evidence.facts, 'fact')}, ${summary.evidence.missing} without evidence.`);
  print(
    workspace === undefined ? 'Browse it with: mirror start' : `Browse it with: mirror start --workspace ${workspace}`,
  );
}
