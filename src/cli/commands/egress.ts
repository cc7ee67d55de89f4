// mirror egress: what left this machine, and what came
import { requireWorkspace } from '../../host/workspace.ts';
import { print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface EgressOptions {
  readonly workspace: string;
  readonly limit: number;
  readonly json?: boolean;
}

export async function runEgress({ workspace, limit, json }: EgressOptions): Promise<void> {
  requireWorkspace(workspace);
  const connections = await withClient(workspace, (client) => client.egress.list({ limit }));
  if (json) return printJson({ connections });
  if (connections.length === 0) return print('No connection was ever opened from this workspace.');
  for (const { startedMs, host, purpose, isBeyond, sentBytes, receivedBytes, outcome } of connections) {
    const place = isBeyond ? host : `${host} (this machine)`;
    const amount = `${sentBytes.toLocaleString('en')} bytes sent, ${receivedBytes.toLocaleString('en')} received`;
    print(`${new Date(startedMs).toISOString()}  ${place}  ${purpose}: ${amount}, ${outcome ?? 'not ended'}`);
  }
}
