// The commands of `mirror`, as a table of contents. What each does stands in commands/.
import { Command, InvalidArgumentError, Option } from 'commander';
import { OwnPattern, RedactionKind } from '../domain/redaction.ts';
import { DEFAULT_LIMIT, SearchKind } from '../domain/search.ts';
import { VERSION } from '../host/version.ts';
import { addCommand, limitOption, readLimit } from './add-command.ts';
import { runAsk } from './commands/ask.ts';
import { runBackup, runRestore } from './commands/backup.ts';
import { runApprove } from './commands/approve.ts';
import { runCompare } from './commands/compare.ts';
import { runConform } from './commands/conform.ts';
import { runDemo } from './commands/demo.ts';
import { runDoctorCommand } from './commands/doctor.ts';
import { describeFormats, runExport } from './commands/export.ts';
import { runGraph } from './commands/graph.ts';
import { runImport } from './commands/import.ts';
import { runIngest } from './commands/ingest.ts';
import { runInsights } from './commands/insights.ts';
import { runList } from './commands/list.ts';
import { runMcp } from './commands/mcp.ts';
import { runPerformance } from './commands/performance.ts';
import { runProposals } from './commands/proposals.ts';
import { runQuestions } from './commands/questions.ts';
import { runRedaction } from './commands/redaction.ts';
import { runRemove } from './commands/remove.ts';
import { runRename } from './commands/rename.ts';
import { runSearch } from './commands/search.ts';
import { runStart } from './commands/start.ts';
import { addEgressCommands, addPolicyCommands } from './egress-commands.ts';
import { addModelCommands, addWriterCommands } from './model-commands.ts';
import { withSliceOptions } from './read-slice.ts';
import { addVaultCommands } from './vault-commands.ts';

const THE_PROCESS = 'the process; not needed where there is only one';

export function createProgram(): Command {
  const program = new Command('mirror')
    .description('Recordings of real work become an evidence-backed process map, on this machine.')
    .version(VERSION, '-V, --version', 'print the version')
    .showHelpAfterError('(mirror --help lists the commands)')
    .exitOverride();

  addCommand(program, 'start', 'open Mirror in a browser of this machine')
    .option('--no-open', 'print the address only')
    .addOption(new Option('--port <number>', 'the port to serve on').argParser(readPort))
    .option('--new-key', 'make a new address, and shut out every page that was opened by the old one')
    .action(runStart);

  addCommand(program, 'demo', 'take in the bundled sample process and print what is in it', { workspace: false })
    .option('--workspace <folder>', 'keep the result in this workspace (a temporary one is used otherwise)')
    .action(runDemo);

  addCommand(program, 'ingest', 'take in recordings (video, sound or transcripts) and documents, or a folder of them')
    .argument(
      '<file...>',
      'media (with FILE.vtt or FILE.srt, and FILE.events.jsonl, beside it), transcripts, documents, or folders',
    )
    .option('--process <name>', 'the process they show; known or new (a mirror-transcript/1 file may name its own)')
    .option('--actor <name>', 'who recorded')
    .option('--role <role>', 'the role of who recorded')
    .addOption(new Option('--as <kind>', 'take files in as this, whatever they are called').choices(['document']))
    .action(runIngest);

  addCommand(program, 'import', 'take in an event log: XES, CSV, OCEL 2.0, or what ActivityWatch exports')
    .argument('<log>', 'a .xes, .csv or .tsv (also .gz), .json, .jsonocel, .xmlocel or .sqlite file')
    .option('--process <name>', 'the process it logs; known or new')
    .option('--dry-run', 'show how the file would be read, and store nothing')
    .option('--case <column>', 'CSV: the column of the case')
    .option('--activity <column>', 'CSV: the column of the activity')
    .option('--timestamp <column>', 'CSV: the column of the time, or of the end')
    .option('--start <column>', 'CSV: the column of the start')
    .option('--end <column>', 'CSV: the column of the end; the same as --timestamp')
    .option('--resource <column>', 'CSV: the column of the resource')
    .option('--role <column>', 'CSV: the column of the role; ActivityWatch: the role of who it shows')
    .option('--delimiter <character>', 'CSV: what stands between fields, or tab')
    .option('--encoding <name>', 'the encoding of the text, such as windows-1252')
    .option('--date-format <format>', 'CSV: dmy, mdy, excel, seconds, or a pattern such as "DD.MM.YYYY HH:mm"')
    .option('--classifier <name>', 'XES: the classifier that makes the activities')
    .option('--object-type <type>', 'OCEL: the type whose objects are the cases')
    .option('--actor <name>', 'ActivityWatch: who it shows')
    .action(runImport);

  addCommand(program, 'graph', 'print the process graph')
    .option('--process <name>', THE_PROCESS)
    .addOption(
      new Option('--instances <how>', 'join start and complete events to one, or count each event by itself')
        .choices(['paired', 'atomic'])
        .default('paired'),
    )
    .action(runGraph);

  addCommand(program, 'search', 'find what was said, shown on a screen or written in a document')
    .argument('<words...>', 'what to look for; slips, inflections and the beginning of the last word are understood')
    .option('--process <name>', 'only in this process')
    .addOption(new Option('--kind <kind>', 'only this kind of evidence').choices(SearchKind.options))
    .addOption(
      new Option('--limit <number>', 'how many to print, at most 100')
        .argParser(readSearchLimit)
        .default(DEFAULT_LIMIT),
    )
    .action(runSearch);

  addCommand(
    program,
    'ask',
    'ask a question about a process, or hold a conversation about it; every sentence of an answer is cited',
  )
    .argument('[question...]', 'the question, in plain words; without one, a conversation')
    .option('--process <name>', THE_PROCESS)
    .option('--model <id>', 'who answers: a model of `mirror writers`, "auto", or "none" (default: as chosen there)')
    .option('--agree <sha256>', 'let this one payload leave, which was read before')
    .option('--by <name>', 'who agrees to it, where the owner must')
    .action(runAsk);

  addCommand(program, 'insights', 'print handoffs, bottlenecks, exceptions and the other findings')
    .option('--process <name>', THE_PROCESS)
    .action(runInsights);

  withSliceOptions(
    addCommand(
      program,
      'performance',
      'print how long cases take, how many start and end, what is repeated or batched',
    ),
  )
    .option('--process <name>', THE_PROCESS)
    .addOption(
      new Option('--per <period>', 'count cases that start and end in each').choices(['hour', 'day', 'week', 'month']),
    )
    .option('--from <activity>', 'the passings of one way instead, from here')
    .option('--to <activity>', 'the passings of one way instead, up to here')
    .addOption(limitOption('how many entries of each list, or passings with --json, to print', 40))
    .action(runPerformance);

  addCommand(program, 'questions', 'print what Mirror asks about a process; answer it or skip it')
    .option('--process <name>', THE_PROCESS)
    .option('--answer <question>', 'the question to answer: its number in the list, or its id')
    .option('--with <words>', 'the answer, in your own words')
    .option('--skip <question>', 'the question not to be asked again')
    .action(runQuestions);

  withSliceOptions(
    addCommand(
      program,
      'compare',
      'say what differs between two graphs: before and after, two teams, told and observed, now and approved',
    ),
  )
    .option('--process <name>', THE_PROCESS)
    .option(
      '--with <side>',
      'what to compare with: approved, approved=NAME, told, observed, process=NAME, or cases as period=2026-01..2026-03,role=NAME',
      'approved',
    )
    .addOption(limitOption('how many changes to print', 40))
    .action(runCompare);

  withSliceOptions(addCommand(program, 'conform', 'list the cases that go another way than an approved graph'))
    .option('--process <name>', THE_PROCESS)
    .option('--to <name>', 'the approved graph; the newest one otherwise')
    .addOption(limitOption('how many cases and variants to list', 40))
    .action(runConform);

  withSliceOptions(
    addCommand(program, 'approve', 'keep the present graph, or that of some cases, as approved; list and withdraw'),
  )
    .requiredOption('--process <name>', 'the process')
    .option('--name <name>', 'what to call it; the day otherwise')
    .addOption(new Option('--part <part>', 'what it is drawn from').choices(['all', 'observed', 'told']).default('all'))
    .option('--withdraw <name>', 'withdraw an approved graph instead; it stays readable')
    .option('--list', 'list approved graphs instead')
    .action(runApprove);

  addCommand(program, 'export', 'write the process in a format of the field')
    .option('--process <name>', THE_PROCESS)
    .requiredOption('--format <format>', 'one of those below; "ocel" is JSON or SQLite by the ending of the file')
    .requiredOption('--out <file>', 'where to; what is there is replaced once the new file is whole; - is the terminal')
    .addHelpText('after', describeFormats)
    .action(runExport);

  addCommand(program, 'list', 'print the processes with their recordings, event logs and documents').action(runList);

  addPartCommand(program, 'rename', 'give a process, a recording, an event log or a document another name')
    .requiredOption('--to <name>', 'the new name')
    .action(runRename);

  addPartCommand(program, 'remove', 'remove a process, a recording, an event log or a document for good')
    .option('--yes', 'do not ask')
    .action(runRemove);

  addCommand(program, 'redaction', 'show what is replaced in text before it is stored; change it or try it out')
    .addOption(new Option('--on <kind>', 'replace this kind').choices(RedactionKind.options))
    .addOption(new Option('--off <kind>', 'leave this kind as it is').choices(RedactionKind.options))
    .option('--add <pattern>', 'replace what fits a pattern of your own')
    .addOption(
      new Option('--as <how>', 'with --add: exactly these characters, any word of a list, or a regular expression')
        .choices(OwnPattern.shape.as.options)
        .default('literal'),
    )
    .option('--drop <pattern>', 'forget a pattern of your own')
    .option('--numbers', 'number what is replaced: the same value has the same number within a recording')
    .option('--no-numbers', 'do not number it')
    .option('--try <file>', 'print what would be replaced in a text file; nothing is stored')
    .action(runRedaction);

  addCommand(program, 'backup', 'write the database into one file; the app may be open')
    .argument('<file>', 'where to; an earlier backup there is replaced once the new one is whole')
    .action(runBackup);

  addCommand(program, 'restore', 'put a backup in the place of the database; the app must be closed')
    .argument('<file>', 'the backup; the database of before is kept beside it')
    .action(runRestore);

  addModelCommands(
    program.command('models').description('list, fetch, check and remove models that run on this machine'),
  );

  addWriterCommands(
    program.command('writers').description('set up models that write answers: add, find, probe, choose, limit, remove'),
  );

  addEgressCommands(
    program.command('egress').description('print every connection that was opened from this workspace; verify, export'),
  );

  addPolicyCommands(
    program.command('policy').description('print what may leave this machine, to whom and who must agree; change it'),
  );

  addVaultCommands(
    program.command('vault').description('seal the workspace, so that only its key opens it, and what opens it'),
  );

  addCommand(program, 'mcp', 'let agents ask this workspace, over the Model Context Protocol on stdin and stdout', {
    json: false,
  })
    .option('--local', 'the agent keeps on this machine what it reads: it may read everything')
    .option('--agreed-by <name>', 'who agreed that it may read, where the policy asks for the owner')
    .option('--proposals', 'the agent may propose corrections; nothing changes until a person accepts one')
    .action(runMcp);

  addCommand(program, 'proposals', 'print what agents propose to correct; accept or decline it')
    .option('--process <name>', THE_PROCESS)
    .option('--accept <proposal>', 'make it a correction of yours: its number in the list, or its id')
    .option('--decline <proposal>', 'the proposal that is wrong')
    .action(runProposals);

  addCommand(program, 'doctor', 'check the workspace, and what Mirror needs of this machine').action(runDoctorCommand);
  return program;
}

function addPartCommand(program: Command, name: string, description: string): Command {
  return addCommand(program, name, description)
    .requiredOption('--process <name>', 'the process')
    .option('--recording <id>', 'one recording of it, by its id or its title')
    .option('--log <id>', 'one event log of it, by its id or its name')
    .option('--document <id>', 'one document of it, by its id or its name');
}

function readSearchLimit(text: string): number {
  const limit = readLimit(text);
  if (limit <= 100) return limit;
  throw new InvalidArgumentError('a limit is a number from 1 to 100.');
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('a port is a number from 1 to 65535.');
}
