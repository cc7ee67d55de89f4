// In: a workspace, a models folder, a hub. Fetches the made model, telling how far it is, until somebody kills it.
import { writeSync } from 'node:fs';
import { ModelId } from '../../../domain/models.ts';
import { createCore } from '../../core.ts';

const [workspace, models, from] = process.argv.slice(2);
if (!workspace || !models || !from) throw new Error('usage: pull-until-killed.ts WORKSPACE MODELS FROM');
const core = await createCore({ workspace, models, door: 'terminal' });
const work = await core.client.models.pull({ modelId: ModelId.parse('made-model'), from });
for await (const { done } of work) writeSync(1, `${done}\n`);
await core.close();
