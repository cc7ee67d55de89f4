// mirror redaction [--on KIND] [--off KIND] [--add PATTERN --as HOW] [--drop PATTERN] [--numbers] [--try FILE]
import { readFile } from 'node:fs/promises';
import type { MirrorClient } from '../../api/client.ts';
import { TRIAL_CHARACTERS } from '../../api/contract/redaction.ts';
import type {
  OwnPattern,
  RedactionCounts,
  RedactionFinding,
  RedactionKind,
  RedactionView,
} from '../../domain/redaction.ts';
import { sayCounts } from '../../evidence/redact/placeholders.ts';
import { requireFile } from '../../host/sources.ts';
import { print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface RedactionOptions {
  readonly workspace: string;
  readonly on?: RedactionKind;
  readonly off?: RedactionKind;
  readonly add?: string;
  readonly as: OwnPattern['as'];
  readonly drop?: string;
  readonly numbers?: boolean;
  readonly try?: string;
  readonly json?: boolean;
}

export async function runRedaction(options: RedactionOptions): Promise<void> {
  if (options.try !== undefined) requireFile(options.try);
  await withClient(options.workspace, async (client) => {
    await change(client, options);
    if (options.try !== undefined) return tryFile(client, options.try, options);
    const view = await client.redaction.read();
    if (options.json) printJson(view);
    else printRules(view);
  });
}

async function change(
  { redaction }: MirrorClient,
  { on, off, add, as, drop, numbers }: RedactionOptions,
): Promise<void> {
  if (on) await redaction.change({ kind: on, isOn: true });
  if (off) await redaction.change({ kind: off, isOn: false });
  if (drop) await redaction.drop({ pattern: drop });
  if (add) await redaction.add({ own: { as, pattern: add } });
  if (numbers !== undefined) await redaction.change({ isNumbered: numbers });
}

async function tryFile(client: MirrorClient, file: string, { json }: Pick<RedactionOptions, 'json'>): Promise<void> {
  const findings: RedactionFinding[] = [];
  const counts: Partial<Record<RedactionKind, number>> = {};
  let linesBefore = 0;
  for (const part of cutIntoParts(await readFile(file, 'utf8'))) {
    const trial = await client.redaction.try({ text: part });
    findings.push(...trial.findings.map((finding) => ({ ...finding, line: finding.line + linesBefore })));
    for (const [kind, count] of Object.entries(trial.counts) as [RedactionKind, number][])
      counts[kind] = (counts[kind] ?? 0) + count;
    linesBefore += part.split('\n').length - 1;
  }
  if (json) printJson({ file, findings, counts });
  else printFindings(findings, counts);
}

/** At the ends of lines, as no value goes over one but a key block, which a cut still leaves recognised. */
function* cutIntoParts(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const rest = text.length - at;
    const line = text.lastIndexOf('\n', at + TRIAL_CHARACTERS - 1);
    const end = rest <= TRIAL_CHARACTERS ? text.length : line > at ? line + 1 : at + TRIAL_CHARACTERS;
    yield text.slice(at, end);
    at = end;
  }
}

function printFindings(findings: readonly RedactionFinding[], counts: RedactionCounts): void {
  for (const { line, column, kind, rule, shown } of findings)
    print(`${`${line}:${column}`.padEnd(10)} ${kind.padEnd(11)} ${rule.padEnd(22)} ${shown}`);
  print(findings.length === 0 ? 'Nothing would be replaced.' : `${sayCounts(counts)} would be replaced.`);
}

function printRules({ kinds, own, isNumbered, subjects, limits }: RedactionView): void {
  for (const { kind, isOn, words, placeholder, count } of kinds)
    print(
      `${isOn ? 'on ' : 'off'}  ${kind.padEnd(11)} ${words.padEnd(32)} ${placeholder.padEnd(14)} ${count} replaced`,
    );
  for (const { as, pattern } of own) print(`     own (${as}): ${pattern}`);
  if (isNumbered) print('The same value has the same number within a recording or a document.');
  if (subjects.length > 0) print();
  for (const { process, kind, name, counts } of subjects) print(`${process}, ${kind} "${name}": ${sayCounts(counts)}`);
  print();
  for (const limit of limits) print(limit);
}
