// mirror egress [--limit N] [--payload ID], mirror egress verify [--noted HASH] [--file FILE], mirror egress export FILE
import { resolve } from 'node:path';
import type { EgressEntry, EgressVerdict } from '../../domain/egress.ts';
import { copyLedger, ledgerOf } from '../../host/egress/copy-ledger.ts';
import { verifyLedger } from '../../host/egress/verify-ledger.ts';
import { requireOutside } from '../../host/outside.ts';
import { requireFile } from '../../host/sources.ts';
import { findKey } from '../../host/vault/find-key.ts';
import { unwrapWithSecret } from '../../host/vault/slots.ts';
import { openWorkspace, requireWorkspace } from '../../host/workspace.ts';
import { count, print, printJson } from '../output.ts';
import { readSecret } from '../read-secret.ts';
import { withClient } from '../with-client.ts';

interface Options {
  readonly workspace: string;
  readonly json?: boolean;
}

export async function runEgress(
  options: Options & { readonly limit: number; readonly payload?: string },
): Promise<void> {
  const { workspace, limit, payload: id, json } = options;
  requireWorkspace(workspace);
  if (id !== undefined) return printPayload(id, options);
  const connections = await withClient(workspace, (client) => client.egress.list({ limit }));
  if (json) return printJson({ connections });
  if (connections.length === 0) return print('No connection was ever opened from this workspace.');
  for (const entry of connections) print(describe(entry));
}

/** Exactly what was sent and nothing else, so that it can be piped. */
async function printPayload(id: string, { workspace, json }: Options): Promise<void> {
  const { payload, sha256 } = await withClient(workspace, (client) => client.egress.payload({ id }));
  if (json) printJson({ id, payload, sha256 });
  else process.stdout.write(payload);
}

function describe(entry: EgressEntry): string {
  const { startedMs, host, purpose, isBeyond, sentBytes, receivedBytes, outcome } = entry;
  const place = isBeyond ? host : `${host} (this machine)`;
  const amount = `${sentBytes.toLocaleString('en')} bytes sent, ${receivedBytes.toLocaleString('en')} received`;
  const said = [`${purpose}: ${amount}, ${outcome ?? 'not ended'}`, ...describeModel(entry)].join('; ');
  // Names come from agents and servers: what would move the cursor of a terminal is left out.
  return `${new Date(startedMs).toISOString()}  ${place}  ${said}`.replaceAll(/\p{C}/gu, '');
}

function describeModel({ id, model, tokens, costUsd, agreedBy, payloadSha256 }: EgressEntry): string[] {
  return [
    ...(model === null ? [] : [`model ${model}`]),
    ...(tokens === null ? [] : [`${tokens.input.toLocaleString('en')} + ${tokens.output.toLocaleString('en')} tokens`]),
    ...(costUsd === null ? [] : [`$${Number(costUsd.toPrecision(3))}`]),
    ...(agreedBy === null ? [] : [`agreed to by ${agreedBy}`]),
    ...(payloadSha256 === null ? [] : [`--payload ${id}`]),
  ];
}

/** Of the workspace, or of a copy of its ledger; the exit code says whether the chain holds. */
export async function runEgressVerify(
  options: Options & { readonly noted?: string; readonly file?: string },
): Promise<void> {
  const verdict = await verify(options);
  if (!verdict.isWhole) process.exitCode = 1;
  if (options.json) return printJson(verdict);
  const { lines, chained, chainedFrom, cut, faults, newest } = verdict;
  for (const { line, what } of faults) print(line === null ? what : `line ${line}: ${what}`);
  if (cut.length > 0)
    print(`Cut by a crash, and no fault: ${count(cut.length, 'line')} (${cut.slice(0, 20).join(', ')}).`);
  if (!verdict.isWhole) print(`The ledger is NOT whole: ${count(faults.length, 'fault')} in ${count(lines, 'line')}.`);
  else if (chainedFrom === null) print(`${count(lines, 'line')}, none of them with a hash yet.`);
  else
    print(
      `The ledger is whole: ${count(lines, 'line')}, ${count(chained, 'line')} in one chain from line ${chainedFrom} on.`,
    );
  if (newest === null) return;
  print(`Newest hash: ${newest}`);
  print('Kept elsewhere, it proves later that all up to here is as it was: mirror egress verify --noted HASH');
}

async function verify({
  workspace,
  noted,
  file,
}: Options & { readonly noted?: string; readonly file?: string }): Promise<EgressVerdict> {
  const wish = noted === undefined ? {} : { noted };
  if (file !== undefined) {
    requireFile(file);
    return verifyLedger(file, { ...wish, isCopy: true });
  }
  requireWorkspace(workspace);
  return withClient(workspace, (client) => client.egress.verify(wish));
}

export async function runEgressExport(file: string, { workspace, json }: Options): Promise<void> {
  requireWorkspace(workspace);
  const key = await findKey(resolve(workspace), async (vault) => unwrapWithSecret(vault, await readSecret()));
  const opened = openWorkspace(workspace, key);
  requireOutside(opened, resolve(file));
  const { sizeBytes } = await copyLedger(ledgerOf(workspace), resolve(file), opened.files);
  if (json) return printJson({ file, sizeBytes });
  print(`${file}: ${sizeBytes.toLocaleString('en')} bytes, with every payload; mirror egress verify --file checks it.`);
}
