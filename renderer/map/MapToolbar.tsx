import type { ReactNode } from 'react';
import type { ActivityId } from '../../src/domain/ids.ts';
import { formatCount, formatShare } from '../format.ts';
import { useView } from '../view-store.ts';
import { MapSearch } from './MapSearch.tsx';
import styles from './MapToolbar.module.css';
import type { MapModel } from './map-model.ts';
import { countUnsure, type Visible } from './select-visible.ts';

interface Props {
  readonly model: MapModel;
  readonly visible: Visible;
  readonly share01: number;
  readonly onPick: (id: ActivityId) => void;
}

/** What of the process is drawn, and what is marked on it. */
export function MapToolbar({ model, visible, share01, onPick }: Props) {
  const { showsHandoffs, showsBottlenecks, showsUnsure, set } = useView((state) => state);
  const unsure = countUnsure(model);
  return (
    <fieldset className={styles.bar} aria-label="What the map shows">
      <MapSearch activities={model.graph.activities} onPick={onPick} />
      <Toggle tone={styles.hot} isOn={showsBottlenecks} onChange={(isOn) => set({ showsBottlenecks: isOn })}>
        Bottlenecks
      </Toggle>
      <Toggle tone={styles.handoff} isOn={showsHandoffs} onChange={(isOn) => set({ showsHandoffs: isOn })}>
        Handoffs
      </Toggle>
      {unsure > 0 && (
        <Toggle isOn={showsUnsure} onChange={(isOn) => set({ showsUnsure: isOn })}>
          Show unsure ({formatCount(unsure)})
        </Toggle>
      )}
      <p className={styles.counts} aria-live="polite" title="What is drawn of it all; the detail slider shows more">
        {countsOf(visible.activities.length, model.graph.activities.length)} activities
        <span className={styles.second}>{countsOf(visible.bottlenecks, model.bottleneckCount)} bottlenecks</span>
      </p>
      <Detail share01={share01} onChange={(value) => set({ share01: value })} />
    </fieldset>
  );
}

const countsOf = (shown: number, all: number): string =>
  shown === all ? `All ${formatCount(all)}` : `${formatCount(shown)} of ${formatCount(all)}`;

interface ToggleProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly tone?: string;
  readonly children: ReactNode;
}

function Toggle({ isOn, onChange, tone, children }: ToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      <span className={`${styles.dot} ${tone ?? ''}`} aria-hidden="true" />
      {children}
    </button>
  );
}

function Detail({ share01, onChange }: { readonly share01: number; readonly onChange: (share01: number) => void }) {
  const percent = Math.round(share01 * 100);
  return (
    <label className={styles.detail} title="Share of all passes that the drawn ways carry, the busiest ways first">
      <span>Detail</span>
      <input
        type="range"
        min={30}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={`Ways that carry ${formatShare(share01)} of all passes`}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
      <output className={styles.value}>{formatShare(share01)}</output>
    </label>
  );
}
