import styles from './StageCard.module.css';

/** Stopped: what was recorded is put together and read again, or thrown away. */
export function FinishingCard({ isDiscarding }: { readonly isDiscarding: boolean }) {
  const title = isDiscarding ? 'Discarding what was recorded' : 'Checking what was recorded';
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>{title}</h2>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the element cannot be drawn where nobody knows how far it is */}
      <div role="progressbar" className={styles.progress} aria-label={title} />
      <p className={styles.lead}>
        {isDiscarding
          ? 'Its files are removed from this machine. Nothing of it is kept.'
          : 'Mirror joins the pieces, reads them again and counts what is in them. Everything is on disk already: even if this window closes now, nothing is lost.'}
      </p>
    </div>
  );
}
