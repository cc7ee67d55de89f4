// Which screen or window is recorded, by pictures of them. What must not be recorded is named and cannot be chosen.
import { useEffect, useState } from 'react';
import type { ExclusionRule } from '../../src/domain/capture.ts';
import type { ScreenSource } from '../../src/domain/desktop.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useRecorderView } from '../recorder/recorder-context.ts';
import type { Desktop } from './bridge.ts';
import styles from './Desktop.module.css';

interface Props {
  readonly desktop: Desktop;
  readonly onAnswer: (id: string | null) => void;
}

type Found = readonly ScreenSource[] | 'looking' | 'failed';

const NO_RULES: readonly ExclusionRule[] = [];

export function SourcePicker({ desktop, onAnswer }: Props) {
  const rules = useRecorderView((view) => view.preparation?.exclusions ?? NO_RULES);
  const [looks, setLooks] = useState(0);
  const [found, setFound] = useState<Found>('looking');
  useEffect(() => {
    let isGone = false;
    const note = (next: Found): void => {
      if (!isGone) setFound(next);
    };
    desktop.ask('listSources', { rules: [...rules] }).then(note, () => note('failed'));
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- looking again is the same, once more
  }, [desktop, rules, looks]);
  const again = (): void => {
    setFound('looking');
    setLooks((count) => count + 1);
  };
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>Choose what is recorded</h2>
      <Sources found={found} onAnswer={onAnswer} />
      <div className={styles.acts}>
        <Button onPress={again} isDisabled={found === 'looking'}>
          Look again
        </Button>
        <Button onPress={() => onAnswer(null)}>Cancel</Button>
      </div>
    </div>
  );
}

function Sources({ found, onAnswer }: { readonly found: Found; readonly onAnswer: Props['onAnswer'] }) {
  if (found === 'looking') return <p className={styles.lead}>Looking for screens and windows …</p>;
  if (found === 'failed' || found.length === 0)
    return (
      <p className={styles.lead}>
        Your system shows no screen. Allow Mirror to record the screen in its settings, then look again.
      </p>
    );
  const isScreen = ({ kind }: ScreenSource): boolean => kind === 'screen';
  const groups = [
    { title: 'Screens', sources: found.filter(isScreen) },
    { title: 'Windows', sources: found.filter((source) => !isScreen(source)) },
  ].filter(({ sources }) => sources.length > 0);
  return (
    <div className={styles.groups}>
      {groups.map(({ title, sources }) => (
        <section key={title} aria-label={title}>
          <h3 className={styles.group}>{title}</h3>
          <ul className={styles.sources}>
            {sources.map((source) => (
              <SourceItem key={source.id} source={source} onAnswer={onAnswer} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function SourceItem({ source, onAnswer }: { readonly source: ScreenSource; readonly onAnswer: Props['onAnswer'] }) {
  const { id, kind, name, thumbnail, excludedBy } = source;
  return (
    <li>
      <button type="button" className={styles.source} disabled={excludedBy !== null} onClick={() => onAnswer(id)}>
        {thumbnail ? (
          <img className={styles.picture} src={thumbnail} alt="" />
        ) : (
          <span className={styles.picture}>
            <Icon name="screen" size={22} />
          </span>
        )}
        <span className={styles.name} title={name}>
          {name}
        </span>
        {excludedBy && <span className={styles.words}>Never recorded, by your rule “{excludedBy.pattern}”</span>}
        {!excludedBy && !thumbnail && kind === 'screen' && (
          <span className={styles.words}>No preview: a window that is never recorded is open</span>
        )}
      </button>
    </li>
  );
}
