// How fast text is redacted, and how well, on the judged lines of the tests and on random numbers.
//   node bench/redaction.ts [--characters N] [--json]
import { parseArgs } from 'node:util';
import { DEFAULT_REDACTION } from '../src/domain/redaction.ts';
import { createRedactor, type Redactor } from '../src/evidence/redact/create-redactor.ts';
import { HARD, NEGATIVE, POSITIVE } from '../src/evidence/redact/judged-lines.sample.ts';
import { type Judgement, judgeLines, readMarks } from '../src/evidence/redact/judge-lines.ts';
import { createRandom } from '../src/lib/random.ts';

const { values } = parseArgs({
  options: { characters: { type: 'string', default: '2000000' }, json: { type: 'boolean' } },
});
const redactor = createRedactor(DEFAULT_REDACTION);
const wanted = Number(values.characters);

const figures = {
  speed: {
    prose: measure(makeProse(wanted)),
    values: measure(makeValues(wanted)),
    figures: measure(makeTable(wanted)),
  },
  plain: rate(judgeLines([...POSITIVE, ...NEGATIVE], redactor)),
  hard: rate(judgeLines(HARD, redactor)),
  randomNumbersFound: countRandom(redactor),
};
if (values.json) console.log(JSON.stringify(figures));
else console.dir(figures, { depth: 4 });

/** Segment by segment, as it is saved; the middle of five runs, on the processor's own clock. */
function measure(lines: readonly string[]): { characters: number; charactersPerSecond: number } {
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const line of lines) redactor.find(line);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return { characters, charactersPerSecond: Math.round(characters / runs.sort((a, b) => a - b)[2]!) };
}

/** What people say, with a value in one line of twenty. */
function makeProse(characters: number): string[] {
  const random = createRandom(1);
  const words =
    'then I open the return request in Atlas and check receipt at two minutes send it to Noor in finance'.split(' ');
  return fill(characters, () => {
    const sentence = Array.from({ length: 18 }, () => words[Math.floor(random() * words.length)]).join(' ');
    return random() < 0.05 ? `${sentence} ${pick(POSITIVE, random)}` : sentence;
  });
}

/** Nothing but lines with values and with what looks like them. */
function makeValues(characters: number): string[] {
  const random = createRandom(2);
  return fill(characters, () => pick(random() < 0.5 ? POSITIVE : NEGATIVE, random));
}

/** Rows of a sheet. */
function makeTable(characters: number): string[] {
  const random = createRandom(3);
  return fill(characters, () => Array.from({ length: 12 }, () => Math.floor(random() * 1e6)).join('\t'));
}

function fill(characters: number, next: () => string): string[] {
  const lines: string[] = [];
  for (let length = 0; length < characters; length += lines.at(-1)!.length) lines.push(next());
  return lines;
}

function pick(lines: readonly string[], random: () => number): string {
  return readMarks(lines[Math.floor(random() * lines.length)]!).text;
}

function rate({
  byKind,
}: Judgement): Record<string, { precision01: number | null; recall01: number | null; of: number }> {
  const share = (part: number, whole: number): number | null =>
    whole === 0 ? null : Math.round((part / whole) * 1e3) / 1e3;
  return Object.fromEntries(
    Object.entries(byKind)
      .filter(([, { right, wrong, missed }]) => right + wrong + missed > 0)
      .map(([kind, { right, wrong, missed }]) => [
        kind,
        { precision01: share(right, right + wrong), recall01: share(right, right + missed), of: right + missed },
      ]),
  );
}

/** Of numbers that stand alone, with no word that says what they are: the share that is taken for something, by length. */
function countRandom(redactor: Redactor): Record<string, number> {
  const random = createRandom(4);
  const each = 5000;
  return Object.fromEntries(
    Array.from({ length: 14 }, (_, at) => at + 6).map((length) => {
      const numbers = Array.from(
        { length: each },
        () =>
          String(1 + Math.floor(random() * 9)) +
          Array.from({ length: length - 1 }, () => Math.floor(random() * 10)).join(''),
      );
      return [length, numbers.filter((number) => redactor.find(number).length > 0).length / each];
    }),
  );
}
