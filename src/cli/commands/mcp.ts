// mirror mcp: the workspace for agents, over the Model Context Protocol on stdin and stdout
import { randomUUID } from 'node:crypto';
import { createAgentSessions } from '../../host/agents/sessions.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { createLazyClient } from '../../mcp/lazy-client.ts';
import { claimStdout, serveStdio } from '../../mcp/serve-stdio.ts';
import { createAgentServer } from '../../mcp/server.ts';
import { createStopSignal } from '../stop-signal.ts';
import { openOrConnect, unlockOnce } from '../with-client.ts';

interface McpOptions {
  readonly workspace: string;
  /** The agent keeps on this machine what it reads. */
  readonly local?: boolean;
  readonly agreedBy?: string;
  /** The agent may propose corrections, for a person to decide on. */
  readonly proposals?: boolean;
}

export async function runMcp({
  workspace: folder,
  local = false,
  agreedBy = '',
  proposals = false,
}: McpOptions): Promise<void> {
  const output = claimStdout(process);
  requireWorkspace(folder);
  const stop = createStopSignal();
  const agentSessions = createAgentSessions();
  const unlock = unlockOnce();
  const workspace = createLazyClient(() => openOrConnect(folder, { agentSessions, unlock }));
  const caller = { session: randomUUID(), staysHere: local, agreedBy: agreedBy.trim() || null, mayPropose: proposals };
  try {
    const server = createAgentServer({ workspace, caller });
    await serveStdio(server, { input: process.stdin, output, signal: stop.signal });
  } finally {
    await workspace.close();
    stop.release();
  }
}
