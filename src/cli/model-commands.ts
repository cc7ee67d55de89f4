// mirror models and mirror writers: models that run on this machine, and those that write answers.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { WriterDialect } from '../domain/writer.ts';
import { addCommand } from './add-command.ts';
import {
  runModelsAdd,
  runModelsList,
  runModelsPull,
  runModelsRemove,
  runModelsUse,
  runModelsVerify,
} from './commands/models.ts';
import {
  runWritersAdd,
  runWritersBudget,
  runWritersChoose,
  runWritersFind,
  runWritersList,
  runWritersProbe,
  runWritersRemove,
} from './commands/writers.ts';

export function addModelCommands(models: Command): void {
  models.exitOverride();
  addCommand(models, 'list', 'print what each role could use, and what is here', { isDefault: true }).action(
    runModelsList,
  );
  addCommand(models, 'pull', 'fetch a model, check every file and install it; what broke off is gone on with')
    .argument('<id>', 'the model, as `mirror models` lists it')
    .option('--from <source>', '"hub", the https address of a mirror of it, or a folder that has the files', 'hub')
    .action(runModelsPull);
  addCommand(models, 'verify', 'read every file of a model, or of all, and compare it with the catalog')
    .argument('[id]', 'the model')
    .action(runModelsVerify);
  addCommand(models, 'remove', 'remove a model, or what a broken-off download left of it')
    .argument('<id>', 'the model')
    .action(runModelsRemove);
  addCommand(models, 'use', 'choose what speech is written down by from now on, in this workspace')
    .argument('<what>', 'a model, the address of a transcription server on this machine, or "auto"')
    .option('--as <name>', 'what that server calls its model')
    .action(runModelsUse);
  addCommand(models, 'add', 'take the models of a catalog of your own into the list')
    .argument('<catalog>', 'a JSON file; the README says how it looks')
    .action(runModelsAdd);
}

export function addWriterCommands(writers: Command): void {
  writers.exitOverride();
  addCommand(writers, 'list', 'print who answers questions, and what it may cost', { isDefault: true }).action(
    runWritersList,
  );
  addCommand(writers, 'find', 'look for model servers on this machine, at their usual ports').action(runWritersFind);
  addCommand(writers, 'add', 'set a model up, or change the one of the same server and name')
    .requiredOption('--model <name>', 'as its server calls it')
    .option('--url <address>', 'of its server, as far as /v1 or /v1beta')
    .option('--preset <id>', 'a server people know, with its address: ollama, lm-studio, openai, anthropic, google ...')
    .addOption(new Option('--dialect <name>', 'how its server is spoken to').choices(WriterDialect.options))
    .option('--title <text>', 'as people see it')
    .addOption(
      new Option('--strength <how>', 'light ones are asked first').choices(['light', 'strong']).default('strong'),
    )
    .addOption(new Option('--context <tokens>', 'how much it reads at once, where nobody tells').argParser(readTokens))
    .addOption(new Option('--price-input <usd>', 'for a million tokens that it reads').argParser(readUsd))
    .addOption(new Option('--price-output <usd>', 'for a million tokens that it writes').argParser(readUsd))
    .option('--key-env <name>', 'the variable of the environment that holds its key, looked up each time')
    .option('--key-stdin', 'read its key from standard input, and keep it')
    .action(runWritersAdd);
  addCommand(writers, 'probe', 'try a model out: one short request, the same for everybody')
    .argument('<id>', 'the model, as `mirror writers` lists it')
    .action(runWritersProbe);
  addCommand(writers, 'choose', 'say who answers questions from now on, in this workspace')
    .argument('<who>', '"auto" (rules first), "none" (rules alone), or a model')
    .action(runWritersChoose);
  addCommand(writers, 'budget', 'say what models with a price may cost')
    .addOption(new Option('--per-question <usd>', 'a sum, or "none"').argParser(readSum))
    .addOption(new Option('--per-day <usd>', 'a sum, or "none"').argParser(readSum))
    .action(runWritersBudget);
  addCommand(writers, 'remove', 'forget a model, and its key').argument('<id>', 'the model').action(runWritersRemove);
}

function readUsd(value: string): number {
  const usd = Number(value);
  if (value.trim() === '' || !Number.isFinite(usd) || usd < 0)
    throw new InvalidArgumentError('Give a sum such as 0.15.');
  return usd;
}

/** Not null: commander takes that for no value. */
const readSum = (value: string): number | 'none' => (value === 'none' ? value : readUsd(value));

function readTokens(value: string): number {
  const tokens = Number(value);
  if (!Number.isInteger(tokens) || tokens < 256) throw new InvalidArgumentError('Give a whole number from 256 on.');
  return tokens;
}
