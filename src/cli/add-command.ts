// One command of the terminal, with the options that nearly all of them have.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { defaultWorkspace } from '../host/workspace.ts';

export function addCommand(
  program: Command,
  name: string,
  description: string,
  { workspace = true, isDefault = false, json = true } = {},
): Command {
  const command = program.command(name, { isDefault }).description(description).exitOverride();
  if (workspace) command.option('--workspace <folder>', 'the workspace to use', defaultWorkspace());
  return json ? command.option('--json', 'print one JSON document and nothing else') : command;
}

export const limitOption = (description: string, value: number): Option =>
  new Option('--limit <number>', description).argParser(readLimit).default(value);

export function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0 && limit <= 1_000_000) return limit;
  throw new InvalidArgumentError('a limit is a number from 1 to 1000000.');
}
