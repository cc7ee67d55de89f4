import styles from './StageCard.module.css';

/** Stopped: what was recorded is put together and read again. */
export function FinishingCard() {
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>Checking what was recorded</h2>
      <progress className={styles.progress} aria-label="Checking what was recorded" />
      <p className={styles.lead}>
        Mirror joins the pieces, reads them again and counts what is in them. Everything is on disk already: even if
        this window closes now, nothing is lost.
      </p>
    </div>
  );
}
