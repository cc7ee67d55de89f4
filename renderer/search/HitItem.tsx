import type { SearchHit, TextSpan } from '../../src/domain/search.ts';
import { capitalize, formatClock } from '../format.ts';
import { findMoment } from '../panel/find-moment.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import styles from './HitItem.module.css';

const KINDS: Readonly<Record<SearchHit['kind'], { readonly icon: IconName; readonly label: string }>> = {
  speech: { icon: 'speech', label: 'Said' },
  window: { icon: 'window', label: 'Window' },
  screen: { icon: 'screen', label: 'On the screen' },
  page: { icon: 'list', label: 'Document' },
};

/** One result: the words, with those looked for marked, and where and when they stand. */
export function HitItem({ hit }: { readonly hit: SearchHit }) {
  const { icon, label } = KINDS[hit.kind];
  const moment = findMoment(hit.ref);
  const who = [hit.actor, hit.role].filter(Boolean).join(', ');
  return (
    <div className={styles.hit}>
      <span className={styles.icon}>
        <Icon name={icon} size={16} />
      </span>
      <span className={styles.text}>
        <span className="visually-hidden">{label}: </span>
        <Marked text={hit.text} marks={hit.marks} />
      </span>
      <span className={styles.where}>
        {moment && (
          <span className={styles.time}>
            <Icon name="play" size={10} /> {formatClock(moment.startMs)}
          </span>
        )}
        {[hit.source, who && capitalize(who), capitalize(hit.process.name)].filter(Boolean).map((part) => (
          <span key={part} className={styles.part}>
            {part}
          </span>
        ))}
      </span>
    </div>
  );
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly TextSpan[] }) {
  return marks.length === 0
    ? text
    : marks.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(at === 0 ? 0 : marks[at - 1]!.end, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
          {at === marks.length - 1 && text.slice(end)}
        </span>
      ));
}
