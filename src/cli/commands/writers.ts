// mirror writers [list | find | add | probe ID | choose WHO | budget | remove ID]
import { text } from 'node:stream/consumers';
import { MirrorError } from '../../domain/errors.ts';
import { WRITER_PRESETS } from '../../domain/writer-presets.ts';
import {
  WriterChoice,
  type WriterDialect,
  WriterEntry,
  WriterId,
  writerIdOf,
  type WriterStatus,
} from '../../domain/writer.ts';
import { print, printJson } from '../output.ts';
import { sayCommand } from '../say-command.ts';
import { withClient } from '../with-client.ts';

interface Options {
  readonly workspace: string;
  readonly json?: boolean;
}

export async function runWritersList({ workspace, json }: Options): Promise<void> {
  const list = await withClient(workspace, (client) => client.writer.list());
  if (json) return printJson(list);
  const { writers, chosen, budget, spentTodayUsd } = list;
  print(`Questions are answered by: ${CHOICES[chosen] ?? chosen}`);
  for (const writer of writers) printWriter(writer);
  if (writers.length === 0)
    print(`No model is set up. Those that run on this machine: ${sayCommand('writers find', workspace)}`);
  const most = `${sayUsd(budget.perQuestionUsd)} a question, ${sayUsd(budget.perDayUsd)} a day`;
  print(`At most ${most}; ${sayUsd(spentTodayUsd)} today so far.`);
}

const CHOICES: Readonly<Record<string, string>> = {
  auto: 'rules first, then the models that may be asked (auto)',
  none: 'rules alone (none)',
};

const sayUsd = (usd: number | null): string => (usd === null ? 'any sum' : `${usd.toFixed(2)} $`);

function printWriter(writer: WriterStatus): void {
  const { id, title, host, isBeyond, strength, contextTokens, callsTools, hasKey, refusal, note } = writer;
  const facts = [
    isBeyond ? `beyond this machine, at ${host}` : `on this machine, ${host}`,
    strength,
    contextTokens === null ? 'nobody knows how much it reads' : `reads ${contextTokens.toLocaleString('en')} tokens`,
    callsTools === null ? 'not tried yet' : callsTools ? 'calls tools' : 'is asked in JSON',
    ...(hasKey ? ['has a key'] : []),
  ];
  print(`  ${id}: ${title}`);
  print(`    ${facts.join(', ')}`);
  if (refusal !== null) print(`    Is not asked: ${refusal}.`);
  if (note !== null) print(`    ${note}`);
}

export async function runWritersFind({ workspace, json }: Options): Promise<void> {
  const found = await withClient(workspace, (client, signal) => client.writer.find(undefined, { signal }));
  if (json) return printJson({ writers: found });
  for (const entry of found) {
    print(entry.title);
    print(`    ${sayCommand(`writers add ${sayPlace(entry)} --strength ${entry.strength}`, workspace)}`);
  }
  if (found.length === 0) {
    const known = WRITER_PRESETS.filter(({ url }) => url.startsWith('http://')).map(({ title }) => title);
    print(`No model server answers on this machine. Looked for: ${known.join(', ')}.`);
  }
}

/** What `mirror writers add` must be told of it. */
export const sayPlace = ({ dialect, url, model }: Pick<WriterEntry, 'dialect' | 'url' | 'model'>): string =>
  `${dialect === 'in-process' ? '--dialect in-process' : `--url ${url}`} --model ${quote(model)}`;

/** A server says what its models are called, and somebody may paste it into a shell. */
const quote = (name: string): string =>
  /^[\w.:/@+-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''").replaceAll(/\p{Cc}/gu, ' ')}'`;

interface AddOptions extends Options {
  readonly preset?: string;
  readonly url?: string;
  readonly model: string;
  readonly dialect?: WriterDialect;
  readonly title?: string;
  readonly strength: WriterEntry['strength'];
  readonly context?: number;
  readonly priceInput?: number;
  readonly priceOutput?: number;
  readonly keyEnv?: string;
  readonly keyStdin?: boolean;
}

/** A key is never an argument: others on the machine can read those. */
export async function runWritersAdd(options: AddOptions): Promise<void> {
  const entry = toEntry(options);
  const key = options.keyStdin ? (await text(process.stdin)).trim() : options.keyEnv && `env:${options.keyEnv}`;
  const status = await withClient(options.workspace, (client) => client.writer.save({ writer: entry, key }));
  if (options.json) return printJson({ writer: status });
  printWriter(status);
  print(`Try it out with: ${sayCommand(`writers probe ${status.id}`, options.workspace)}`);
}

function toEntry(options: AddOptions): WriterEntry {
  const { preset, model, priceInput, priceOutput } = options;
  const known = WRITER_PRESETS.find(({ id }) => id === preset);
  if (preset !== undefined && known === undefined)
    throw usage(`there is no preset "${preset}"; there are ${WRITER_PRESETS.map(({ id }) => id).join(', ')}`);
  const dialect = options.dialect ?? known?.dialect ?? 'openai-compatible';
  const url = dialect === 'in-process' ? '' : (options.url ?? known?.url ?? '');
  if (url === '' && dialect !== 'in-process')
    throw usage('give the address with --url, or a server people know with --preset');
  if ((priceInput === undefined) !== (priceOutput === undefined))
    throw usage('a price has two parts: --price-input and --price-output');
  const read = WriterEntry.safeParse({
    id: writerIdOf({ url, model }),
    title: options.title ?? (known ? `${model} (${known.title})` : model),
    dialect,
    url,
    model,
    strength: options.strength,
    price: priceInput === undefined ? null : { input: priceInput, output: priceOutput },
    contextTokens: options.context ?? null,
    callsTools: null,
  });
  if (!read.success)
    throw usage(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return read.data;
}

export async function runWritersProbe(id: string, { workspace, json }: Options): Promise<void> {
  const writerId = readId(id);
  const status = await withClient(workspace, (client, signal) => client.writer.probe({ writerId }, { signal }));
  if (json) return printJson({ writer: status });
  printWriter(status);
}

export async function runWritersChoose(who: string, { workspace, json }: Options): Promise<void> {
  const choice = WriterChoice.safeParse(who);
  if (!choice.success) throw new MirrorError('writer/unknown', { data: { id: who } });
  await withClient(workspace, (client) => client.writer.choose({ writer: choice.data }));
  if (json) return printJson({ chosen: who });
  print(`Questions are answered by: ${CHOICES[who] ?? who}`);
}

type Sum = number | 'none';

interface BudgetOptions extends Options {
  readonly perQuestion?: Sum;
  readonly perDay?: Sum;
}

/** What is not named stays as it is. */
export async function runWritersBudget({ workspace, json, perQuestion, perDay }: BudgetOptions): Promise<void> {
  const budget = await withClient(workspace, async (client) => {
    const { budget: now } = await client.writer.list();
    const next = {
      perQuestionUsd: toLimit(perQuestion, now.perQuestionUsd),
      perDayUsd: toLimit(perDay, now.perDayUsd),
    };
    await client.writer.setBudget(next);
    return next;
  });
  if (json) return printJson({ budget });
  print(`At most ${sayUsd(budget.perQuestionUsd)} a question, ${sayUsd(budget.perDayUsd)} a day.`);
}

const toLimit = (sum: Sum | undefined, now: number | null): number | null =>
  sum === undefined ? now : sum === 'none' ? null : sum;

export async function runWritersRemove(id: string, { workspace, json }: Options): Promise<void> {
  const writerId = readId(id);
  await withClient(workspace, (client) => client.writer.remove({ writerId }));
  if (json) return printJson({ removed: id });
  print(`${id} is gone, and its key with it.`);
}

function readId(id: string): WriterId {
  const known = WriterId.safeParse(id);
  if (!known.success) throw new MirrorError('writer/unknown', { data: { id } });
  return known.data;
}

const usage = (detail: string): MirrorError => new MirrorError('usage', { data: { detail } });
