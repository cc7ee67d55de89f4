// For tests: Mirror as a process of its own, which can be killed. In: a workspace, a port (0: any), the pages. Out: its address,
// one line.
import { createCore } from '../../../src/host/core.ts';
import { serveWeb } from '../../../src/web/serve.ts';

const [workspace = '', port = '0', pages = ''] = process.argv.slice(2);
const core = await createCore({ workspace, door: 'terminal' });
const web = await serveWeb(core, { port: Number(port), pages });
console.log(web.url);
process.once('SIGTERM', () => void web.close().then(() => core.close()));
