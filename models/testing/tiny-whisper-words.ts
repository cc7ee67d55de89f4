// What the tiny Whisper can say, and its tokens: words, marks and times, in the order a real one has them.

interface Phrase {
  /** Seconds from the start of what it hears; a phrase without an end breaks off. */
  readonly from: number;
  readonly to: number | undefined;
  readonly words: readonly string[];
}

interface Sound {
  readonly language: 'en' | 'de';
  /** How much the token it says next stands out among the others: 14 is as good as certain, 1 is a guess. */
  readonly sureness: number;
  readonly phrases: readonly Phrase[];
}

/** What it says of each kind of sound; a tone is known by its pitch in hertz, up to the next. */
export const TONES = { invoice: 300, handover: 600, german: 1200, secret: 2400 } as const;

export const SOUNDS: readonly Sound[] = [
  // Silence: what subtitles end with, made up and not believed much.
  { language: 'en', sureness: 1, phrases: [{ from: 0, to: 2, words: [' Thank', ' you', '.'] }] },
  // Noise: a loop without an end.
  { language: 'en', sureness: 14, phrases: [{ from: 0, to: undefined, words: [' the', ' the'] }] },
  {
    language: 'en',
    sureness: 14,
    phrases: [
      { from: 0, to: 1.2, words: [' First', ' I', ' open', ' the', ' invoice', ' in', ' Atlas', '.'] },
      { from: 1.4, to: 2.6, words: [' Then', ' we', ' check', ' its', ' amount', ','] },
    ],
  },
  {
    language: 'en',
    sureness: 14,
    phrases: [{ from: 0.2, to: 2.4, words: [' I', ' send', ' it', ' to', ' Noor', ' in', ' finance', '.'] }],
  },
  {
    language: 'de',
    sureness: 14,
    phrases: [{ from: 0, to: 2.2, words: [' Dann', ' prüfe', ' ich', ' die', ' Rechnung', '.'] }],
  },
  {
    language: 'en',
    sureness: 14,
    phrases: [{ from: 0, to: 1.8, words: [' Write', ' to', ' anna', '.smith', '@', 'example', '.com', ' now', '.'] }],
  },
];

/** The words of a tone as the tests expect them, one text for each phrase. */
export const textsOf = (name: keyof typeof TONES): string[] =>
  SOUNDS[2 + Object.keys(TONES).indexOf(name)]!.phrases.map(({ words }) => words.join('').trim());

export const WORDS = [...new Set(SOUNDS.flatMap(({ phrases }) => phrases.flatMap(({ words }) => words)))];
/** So many more that a guess is one among many. */
export const FILLERS = Array.from({ length: 150 }, (_, at) => ` filler${at}`);
const SPECIAL = [
  '<|endoftext|>',
  '<|startoftranscript|>',
  '<|en|>',
  '<|de|>',
  '<|translate|>',
  '<|transcribe|>',
  '<|startoflm|>',
  '<|startofprev|>',
  '<|nospeech|>',
  '<|notimestamps|>',
];
/** From 0.00 to 30.00 in steps of 0.02. */
const TIMES = Array.from({ length: 1501 }, (_, at) => `<|${(at * 0.02).toFixed(2)}|>`);
export const TOKENS = [...WORDS, ...FILLERS, ...SPECIAL, ...TIMES];
const IDS = new Map(TOKENS.map((token, id) => [token, id]));
export const idOf = (token: string): number => IDS.get(token)!;
export const idOfTime = (seconds: number): number => idOf(`<|${seconds.toFixed(2)}|>`);

/**
 * Words are whole tokens, written as bytes the way GPT-2 does: a space is Ġ, and what UTF-8 writes in two bytes is two
 * characters.
 */
const toByteLevel = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => (byte === 0x20 ? 'Ġ' : byte >= 0x80 && byte <= 0xa0 ? String.fromCharCode(byte + 162) : byte))
    .map((part) => (typeof part === 'number' ? String.fromCharCode(part) : part))
    .join('');

const isMark = (token: string): boolean => token.startsWith('<|');

export const TOKENIZER = {
  version: '1.0',
  added_tokens: TOKENS.flatMap((content, id) =>
    isMark(content)
      ? [
          {
            id,
            content,
            single_word: false,
            lstrip: false,
            rstrip: false,
            normalized: false,
            special: SPECIAL.includes(content),
          },
        ]
      : [],
  ),
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
  post_processor: null,
  decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: null,
    continuing_subword_prefix: '',
    end_of_word_suffix: '',
    fuse_unk: false,
    vocab: Object.fromEntries(TOKENS.flatMap((token, id) => (isMark(token) ? [] : [[toByteLevel(token), id]]))),
    merges: [],
  },
};
