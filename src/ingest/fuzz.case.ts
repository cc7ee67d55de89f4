// Damaged input for every reader: it gives a result or a MirrorError, never another exception.
import { MirrorError } from '../domain/errors.ts';
import { createRandom } from '../lib/random.ts';

const MUTANTS = 300;
const SPICE = [
  '<',
  '>',
  '"',
  '""',
  '&',
  '&#0;',
  '-->',
  '\n',
  '\r',
  '\n\n',
  '\0',
  '\ufeff',
  '\ud800',
  ',',
  ';',
  '{',
  '}',
  ':',
  '99999999999999999999',
  '-1',
  'NaN',
  '<!DOCTYPE x>',
  '<!--',
  ']]>',
  ' ',
];

/** Reads 300 seeded mutants of `text`; gives the mutants that ended in anything but a result or a one-line MirrorError. */
export async function findCrashes(text: string, read: (mutant: string) => unknown): Promise<string[]> {
  const random = createRandom(text.length);
  const crashes: string[] = [];
  for (let round = 0; round < MUTANTS; round += 1) {
    const mutant = mutate(text, random);
    try {
      await read(mutant);
    } catch (error) {
      const isExpected = error instanceof MirrorError && !error.message.includes('\n');
      if (!isExpected) crashes.push(`${String(error)} on ${JSON.stringify(mutant)}`);
    }
  }
  return crashes;
}

function mutate(text: string, random: () => number): string {
  let mutant = text;
  const place = (): number => Math.floor(random() * (mutant.length + 1));
  for (let change = 0; change <= random() * 4; change += 1) {
    const from = place();
    const to = Math.min(mutant.length, from + Math.floor(random() * 20));
    const kind = random();
    if (kind < 0.3) mutant = mutant.slice(0, from) + mutant.slice(to);
    else if (kind < 0.7)
      mutant = mutant.slice(0, from) + SPICE[Math.floor(random() * SPICE.length)]! + mutant.slice(from);
    else if (kind < 0.8) mutant = mutant.slice(0, from);
    else if (kind < 0.9) mutant = mutant.slice(0, from) + mutant.slice(from, to).repeat(5) + mutant.slice(from);
    else mutant = mutant.slice(0, from) + String.fromCharCode(Math.floor(random() * 256)) + mutant.slice(from + 1);
  }
  return mutant;
}

/** The same text in pieces of one to nine characters. */
export async function* inPieces(text: string): AsyncGenerator<string> {
  const random = createRandom(text.length);
  for (let at = 0; at < text.length; ) {
    const to = at + 1 + Math.floor(random() * 9);
    yield text.slice(at, to);
    at = to;
  }
}
