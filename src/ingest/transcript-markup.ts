// In: the text of one cue. Out: what each voice says, without tags and entities.

export interface Voice {
  readonly text: string;
  readonly speaker?: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

/** Voices in order, each with words; white space is single. A voice lasts to the next one or to `</v>`. */
export function readCueText(text: string): Voice[] {
  const voices: Voice[] = [];
  // `<v Name>` and `<v.class Name>` open a voice; a tag never holds another tag, which keeps the search linear.
  const parts = text.split(/<(?:v(?:\.[^\s<>]*)?\s([^<>]*)|\/v)>/);
  let speaker: string | undefined;
  for (const [at, part] of parts.entries()) {
    // Text and voice names alternate; `</v>` opens no name.
    if (at % 2 === 1) speaker = part === undefined ? undefined : toPlain(part) || undefined;
    else {
      const said = toPlain(part);
      if (said !== '') voices.push({ text: said, ...(speaker ? { speaker } : {}) });
    }
  }
  return voices;
}

/** Tags go first, so that a decoded `&lt;b&gt;` stays as it was meant: text. */
function toPlain(text: string): string {
  // `{\an8}` is how SubRip files place a line on the screen.
  const bare = text.replaceAll(/<\/?[a-zA-Z\d][^<>]*>|\{\\[^{}]*\}/g, '');
  return decodeEntities(bare).replaceAll(/\s+/g, ' ').trim();
}

const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]{2,6}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
