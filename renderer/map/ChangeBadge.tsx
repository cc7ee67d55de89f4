import type { ElementMark } from '../../src/domain/comparison.ts';
import styles from './ChangeBadge.module.css';
import type { Measure } from './wrap-label.ts';

/** How an element changed, as a sign and a word: colour alone would not tell everybody. `t` stands for time. */
export const CHANGE_WORDS: Readonly<Record<Exclude<ElementMark, 'same' | 'added' | 'removed'>, string>> = {
  more: '↑ more',
  less: '↓ less',
  slower: 't↑ slower',
  faster: 't↓ faster',
};

/** A change with its sign and words: what is on one side only goes by the name of that side. */
export interface ChangeSign {
  readonly mark: Exclude<ElementMark, 'same'>;
  readonly words: string;
}

/** By id of an activity or transition; what is not in it has not changed. */
export type ChangeMarks = ReadonlyMap<string, ChangeSign>;

/** The word alone, for sentences. */
export const wordOfChange = ({ words }: ChangeSign): string => words.slice(words.indexOf(' ') + 1);

interface Props {
  readonly mark: ChangeSign;
  readonly measure: Measure;
  /** The sign alone: ways lie close together, and words on them would cover each other. */
  readonly isShort?: boolean;
}

/** How an element changed, around the origin. */
export function ChangeBadge({ mark: { mark, words }, measure, isShort = false }: Props) {
  const word = isShort ? words.slice(0, words.indexOf(' ')) : words;
  const width = (isShort ? 12 : 14) + measure(word, { sizePx: 11.5, weight: 650 });
  return (
    <g data-change={mark}>
      <rect className={styles.pill} x={-width / 2} y={-10} width={width} height={20} rx={10} />
      <text className={styles.word} textAnchor="middle" y={4}>
        {word}
      </text>
    </g>
  );
}
