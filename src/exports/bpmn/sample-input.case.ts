// The bundled sample, taken in whole as the product does it: eight recordings and an event log.
import { runFlow } from '../../host/flow.ts';
import { readSample } from '../../host/samples.ts';
import { createTestCore, finish } from '../../host/testing.ts';
import { viewProcess } from '../../host/views.ts';
import type { ExportInput } from '../export-input.ts';

export async function readSampleInput(): Promise<ExportInput> {
  const core = await createTestCore();
  const { process } = await finish(runFlow(core.host, readSample()));
  const { graph, insights, logs } = viewProcess(core.host.store, process.id);
  return {
    process,
    graph,
    insights,
    recordings: [],
    clusters: [],
    logs: logs.map((log) => ({ log, readColumns: () => core.host.store.readLogColumns(log.id) })),
  };
}
