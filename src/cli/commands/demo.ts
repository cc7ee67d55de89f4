// mirror demo: the main job on the bundled samples, and what came of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countMissing, listFacts } from '../../evidence/missing.ts';
import type { Core } from '../../host/core.ts';
import { createEvidenceSource } from '../../host/citations.ts';
import { runFlow } from '../../host/flow.ts';
import { readSample } from '../../host/samples.ts';
import { headline } from '../../insights/find-insights.ts';
import { count, follow, print, printJson, warn } from '../output.ts';
import { withCore } from '../with-core.ts';

interface DemoOptions {
  readonly workspace?: string;
  readonly json?: boolean;
}

export async function runDemo({ workspace, json }: DemoOptions): Promise<void> {
  const temporary = workspace === undefined ? mkdtempSync(join(tmpdir(), 'mirror-demo-')) : undefined;
  try {
    const summary = await withCore(workspace ?? temporary!, summariseSample); // one of the two is set
    if (json) printJson(summary);
    else printSummary(summary, workspace);
  } finally {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }
}

type Summary = Awaited<ReturnType<typeof summariseSample>>;

async function summariseSample(core: Core, signal: AbortSignal) {
  const { mined, process, warnings } = await follow(runFlow(core.host, readSample(), signal));
  warn(warnings);
  const extractions = core.host.store.listNarrated(process.id).map(({ extraction }) => extraction);
  const facts = listFacts(extractions, mined.graph, mined.insights);
  return {
    ...headline(mined.graph, mined.insights),
    evidence: countMissing(facts, createEvidenceSource(core.host.store)),
  };
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
