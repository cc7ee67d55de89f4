import type { ElementMark } from '../../src/domain/comparison.ts';
import styles from './ChangeBadge.module.css';
import type { Measure } from './wrap-label.ts';

/** How an element changed, in one word and a sign: colour alone would not tell everybody. */
export const CHANGE_WORDS: Readonly<Record<Exclude<ElementMark, 'same'>, string>> = {
  added: '+ new',
  removed: '− gone',
  more: '↑ more',
  less: '↓ less',
  slower: '↑ slower',
  faster: '↓ faster',
};

/** By id of an activity or transition; what is not in it has not changed. */
export type ChangeMarks = ReadonlyMap<string, Exclude<ElementMark, 'same'>>;

/** The word for a change, around the origin. */
export function ChangeBadge({
  mark,
  measure,
}: {
  readonly mark: Exclude<ElementMark, 'same'>;
  readonly measure: Measure;
}) {
  const word = CHANGE_WORDS[mark];
  const width = 14 + measure(word, { sizePx: 11.5, weight: 650 });
  return (
    <g data-change={mark}>
      <rect className={styles.pill} x={-width / 2} y={-10} width={width} height={20} rx={10} />
      <text className={styles.word} textAnchor="middle" y={4}>
        {word}
      </text>
    </g>
  );
}
