import styles from './Skeleton.module.css';

/** A grey bar that keeps the place of what is coming. Sizes are CSS lengths. */
export function Skeleton({ width = '100%', height = '14px' }: { readonly width?: string; readonly height?: string }) {
  return <span className={styles.bar} style={{ width, height }} aria-hidden="true" />;
}

/** Any screen before its code and data are there. */
export function ScreenSkeleton({ label = 'Loading' }: { readonly label?: string }) {
  return (
    <section className={styles.screen} aria-busy="true" aria-label={label}>
      <h1 className="visually-hidden">{label}</h1>
      <Skeleton width="260px" height="28px" />
      <Skeleton height="72px" />
      <Skeleton height="420px" />
    </section>
  );
}
