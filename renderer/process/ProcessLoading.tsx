import { Skeleton } from '../parts/Skeleton.tsx';
import styles from './ProcessLoading.module.css';

/** The process screen's shape while its data is on the way. */
export function ProcessLoading() {
  return (
    <section className={styles.screen} aria-busy="true" aria-label="Loading the process">
      <h1 className="visually-hidden">Loading the process</h1>
      <div className={styles.header}>
        <div className={styles.name}>
          <Skeleton width="240px" height="22px" />
          <Skeleton width="140px" />
        </div>
        {[0, 1, 2, 3, 4, 5].map((index) => (
          <Skeleton key={index} width="88px" height="44px" />
        ))}
      </div>
      <div className={styles.body}>
        <div className={styles.map}>
          <Skeleton height="100%" />
        </div>
        <div className={styles.panel}>
          <Skeleton width="60%" height="18px" />
          {[0, 1, 2, 3, 4, 5].map((index) => (
            <Skeleton key={index} height="44px" />
          ))}
        </div>
      </div>
    </section>
  );
}
