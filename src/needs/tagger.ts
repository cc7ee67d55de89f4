// What the steps room asks of a part-of-speech tagger.

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface TaggedWord {
  readonly text: string;
  readonly pos: Pos;
  /** Lower case base form. */
  readonly lemma: string;
  /** Character offsets in the text given: `text === input.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
}

export interface Tagger {
  /** Splits and tags one text; every non-space character belongs to exactly one word. */
  tag(text: string): TaggedWord[];
}
