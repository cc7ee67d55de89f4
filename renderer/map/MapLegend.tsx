import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { RoleChip } from '../parts/RoleChip.tsx';
import styles from './MapLegend.module.css';
import { SPEECH } from './speech-sign.ts';

/** What colours, lines and signs mean; open until somebody closes it. */
export function MapLegend({ roleColors }: { readonly roleColors: ReadonlyMap<string, string> }) {
  return (
    <details className={styles.legend}>
      <summary className={styles.summary}>
        <Icon name="list" size={14} />
        Legend
      </summary>
      <div className={styles.body}>
        <ul className={styles.signs}>
          <Sign
            sign={<path className={styles.handoff} d="M2 8h24M14 3l5 5-5 5-5-5z" />}
            text="Handoff: the role changes"
          />
          <Sign
            sign={<path className={styles.hot} d="M2 8h24" />}
            text="Bottleneck: rank and mean wait, dashed as told"
          />
          <Sign sign={<path className={styles.told} d="M2 8h24" />} text="Told in recordings, not in a log" />
          <Sign
            sign={<path transform="translate(9 3)" d={SPEECH} />}
            text="Counted in the log and told: it has words and clips"
          />
          <Sign sign={<path className={styles.busy} d="M2 8h24" />} text="Thicker: gone more often" />
        </ul>
        <ul className={styles.roles} aria-label="Roles">
          {[...roleColors].map(([role, color]) => (
            <li key={role}>
              <RoleChip role={role} color={color} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Sign({ sign, text }: { readonly sign: ReactNode; readonly text: string }) {
  return (
    <li className={styles.sign}>
      <svg width={28} height={16} viewBox="0 0 28 16" aria-hidden="true">
        {sign}
      </svg>
      {text}
    </li>
  );
}
