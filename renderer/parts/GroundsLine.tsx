import type { Grounds, Provenance } from '../../src/domain/evidence.ts';
import { describeConfidence, formatShare } from '../format.ts';
import styles from './GroundsLine.module.css';
import { Icon, type IconName } from './Icon.tsx';

const KNOWN_BY: Record<Provenance, { icon: IconName; word: string; means: string }> = {
  observed: { icon: 'eye', word: 'Observed', means: 'seen in recorded events or in event logs' },
  stated: { icon: 'speech', word: 'Stated', means: 'somebody said so in a recording' },
  inferred: { icon: 'spark', word: 'Inferred', means: 'computed from other facts, or found by a model' },
  confirmed: { icon: 'shield', word: 'Confirmed', means: 'a person has checked it, or put it right' },
};

/** How a fact is known, as a word with an icon. */
export function ProvenanceWord({ provenance }: { readonly provenance: Provenance }) {
  const { icon, word, means } = KNOWN_BY[provenance];
  return (
    <span className={styles.word} title={`${word}: ${means}`}>
      <Icon name={icon} size={14} />
      {word}
    </span>
  );
}

/** How a fact is known and how sure it is; what the words mean is there for who asks. */
export function GroundsLine({ grounds }: { readonly grounds: Omit<Grounds, 'evidence'> }) {
  const share = formatShare(grounds.confidence01);
  return (
    <details className={styles.details}>
      <summary className={styles.line} title="What these words mean">
        <ProvenanceWord provenance={grounds.provenance} />
        <span>
          {grounds.provenance === 'confirmed' ? 'by a person' : describeConfidence(grounds.confidence01)} ({share})
        </span>
        {grounds.unsure && <span className={styles.unsure}>unsure</span>}
        <span className={styles.ask}>
          <Icon name="info" size={14} />
          <span className="visually-hidden">What these words mean</span>
        </span>
      </summary>
      <div className={styles.meaning}>
        <dl className={styles.words}>
          {Object.entries(KNOWN_BY).map(([key, { icon, word, means }]) => (
            <div key={key} className={styles.entry} data-current={key === grounds.provenance}>
              <dt>
                <Icon name={icon} size={14} />
                {word}
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <p>
          {share}: {tellShare(grounds)}
        </p>
      </div>
    </details>
  );
}

function tellShare({ provenance, unsure }: Omit<Grounds, 'evidence'>): string {
  if (provenance === 'confirmed') return 'a person stands behind it.';
  const held = 'as many of a hundred facts found this way were right when checked.';
  return unsure ? `${held} That is too few to show it unfolded, so it is listed as unsure.` : held;
}
