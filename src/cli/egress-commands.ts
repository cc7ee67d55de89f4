// mirror egress and mirror policy: what has left this machine, and what may.
import { type Command, Option } from 'commander';
import { EgressPolicy, ReleaseLevel } from '../domain/policy.ts';
import { addCommand, limitOption } from './add-command.ts';
import { runEgress, runEgressExport, runEgressVerify } from './commands/egress.ts';
import { runPolicy, runPolicySet } from './commands/policy.ts';

export function addEgressCommands(egress: Command): void {
  egress.exitOverride();
  addCommand(egress, 'list', 'print every connection, the newest first', { isDefault: true })
    .addOption(limitOption('how many to print', 200))
    .option('--payload <id>', 'print exactly what this entry sent to a model instead')
    .action(runEgress);
  addCommand(egress, 'verify', 'read every line of the ledger, and say whether its chain of hashes holds')
    .option('--noted <hash>', 'the hash of a line, kept elsewhere, that must still be there')
    .option('--file <file>', 'an exported ledger instead of that of the workspace')
    .action(runEgressVerify);
  addCommand(egress, 'export', 'copy the ledger, line for line and with every payload')
    .argument('<file>', 'where to; what is there is replaced once the copy is whole')
    .action(runEgressExport);
}

export function addPolicyCommands(policy: Command): void {
  policy.exitOverride();
  addCommand(policy, 'show', 'print what may leave this machine', { isDefault: true }).action(runPolicy);
  addCommand(policy, 'set', 'change what may leave this machine; what is not named stays as it is')
    .addOption(new Option('--release <level>', 'what may leave at most').choices(ReleaseLevel.options))
    .option('--receiver <host...>', 'the hosts it may go to, in the place of those there are; mcp for agents')
    .option('--no-receivers', 'it may go to nobody')
    .addOption(
      new Option('--agrees <who>', 'who reads and agrees before it leaves').choices(EgressPolicy.shape.agrees.options),
    )
    .option('--owner <name>', 'who answers for these rules')
    .action(runPolicySet);
}
