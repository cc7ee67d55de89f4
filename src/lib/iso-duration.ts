// ISO 8601 durations as milliseconds.

const UNITS = [
  { letter: 'Y', ms: 365 * 86_400_000 },
  { letter: 'M', ms: 30 * 86_400_000 },
  { letter: 'W', ms: 7 * 86_400_000 },
  { letter: 'D', ms: 86_400_000 },
  { letter: 'H', ms: 3_600_000 },
  { letter: 'm', ms: 60_000 },
  { letter: 'S', ms: 1000 },
] as const;

/** Milliseconds of "P2D" or "PT1H30M"; a month counts 30 days, a year 365. Undefined when it is no duration. */
export function parseIsoDuration(text: string): number | undefined {
  const match = /^P(?=[\dT])((?:\d+(?:\.\d+)?[YMWD])*)(?:T(?=\d)((?:\d+(?:\.\d+)?[HMS])+))?$/.exec(text);
  if (!match) return undefined;
  // Months and minutes share a letter; minutes are written small here.
  const parts = `${match[1] ?? ''}${(match[2] ?? '').replace('M', 'm')}`;
  return parts.matchAll(/(\d+(?:\.\d+)?)(\p{L})/gu).reduce((sum, [, number, letter]) => {
    return sum + Number(number) * (UNITS.find((unit) => unit.letter === letter)?.ms ?? 0);
  }, 0);
}
