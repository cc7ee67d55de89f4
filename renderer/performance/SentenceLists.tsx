import { useState } from 'react';
import type { LogRef } from '../../src/domain/evidence.ts';
import type { ActivityId, TransitionId } from '../../src/domain/ids.ts';
import type { EnabledWay, Performance } from '../../src/domain/performance.ts';
import { countOf, formatCount, formatRough } from '../format.ts';
import { EvidenceList } from '../panel/EvidenceList.tsx';
import { Button } from '../parts/Button.tsx';
import { useScope } from '../process/process-context.ts';
import type { Selection } from '../route.ts';
import { Card } from './Card.tsx';
import type { Opening } from './opening.ts';
import styles from './SentenceLists.module.css';

interface Entry {
  readonly sentence: string;
  readonly evidence: readonly LogRef[];
  readonly onMap: Selection | undefined;
}

/** What is done again, goes back and forth, is worked off in batches, or runs side by side: a sentence each. */
export function SentenceLists({ found, open, onOpen }: { readonly found: Performance } & Opening) {
  const { repeats, pingPongs, batches, enabled, definitions } = found;
  return (
    <div className={styles.lists}>
      <List
        {...{ open, onOpen }}
        title="Done again"
        what={definitions['repeats'] ?? ''}
        none="No case does anything twice."
        total={repeats.total}
        entries={repeats.list.map(({ sentence, evidence, activityId }) => ({
          sentence,
          evidence,
          onMap: onActivity(activityId),
        }))}
      />
      <List
        {...{ open, onOpen }}
        title="Back and forth"
        what={definitions['pingPongs'] ?? ''}
        none="Nothing goes from one activity to another and straight back."
        total={pingPongs.total}
        entries={pingPongs.list.map(({ sentence, evidence, transitionId }) => ({
          sentence,
          evidence,
          onMap: onTransition(transitionId),
        }))}
      />
      <List
        {...{ open, onOpen }}
        title="In batches"
        what={definitions['batches'] ?? ''}
        none="Nobody is seen working off several at a time."
        total={batches.total}
        entries={batches.list.map(({ sentence, evidence, activityId }) => ({
          sentence,
          evidence,
          onMap: onActivity(activityId),
        }))}
      />
      {enabled && (
        <List
          {...{ open, onOpen }}
          title="Side by side"
          what={definitions['enabled'] ?? ''}
          none="Nothing follows anything."
          total={enabled.total}
          entries={enabled.list
            .filter(({ count, direct }) => count !== direct)
            .map((way) => ({
              sentence: sayEnabled(way),
              evidence: way.evidence,
              onMap: onTransition(way.transitionId),
            }))}
        />
      )}
    </div>
  );
}

const onActivity = (id: ActivityId | null): Selection | undefined => (id ? { what: 'activity', id } : undefined);
const onTransition = (id: TransitionId | null): Selection | undefined => (id ? { what: 'transition', id } : undefined);

const sayEnabled = ({ source, target, count, direct, wait }: EnabledWay): string =>
  `“${source}” makes “${target}” possible ${countOf(count, 'time')}, median wait ${formatRough(wait.medianMs)}; it directly follows it ${countOf(direct, 'time')}.`;

interface ListProps extends Opening {
  readonly title: string;
  readonly what: string;
  readonly none: string;
  readonly total: number;
  readonly entries: readonly Entry[];
}

const AT_ONCE = 5;

function List({ title, what, none, total, entries, open, onOpen }: ListProps) {
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <Card title={title} what={what}>
      {entries.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul>
          {entries.slice(0, shown).map((entry) => (
            <Row
              key={entry.sentence}
              entry={entry}
              isOpen={open === entry.sentence}
              onToggle={() => onOpen(open === entry.sentence ? undefined : entry.sentence)}
            />
          ))}
        </ul>
      )}
      {entries.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + 4 * AT_ONCE)}>
          Show {formatCount(Math.min(4 * AT_ONCE, entries.length - shown))} more of {formatCount(entries.length)}
        </button>
      )}
      {entries.length <= shown && total > 200 && (
        <p className={styles.none}>
          The first 200 of {formatCount(total)}; <code>mirror performance --limit</code> prints all.
        </p>
      )}
    </Card>
  );
}

interface RowProps {
  readonly entry: Entry;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Row({ entry: { sentence, evidence, onMap }, isOpen, onToggle }: RowProps) {
  const { showOnMap } = useScope();
  return (
    <li className={styles.item}>
      <button type="button" className={styles.row} aria-expanded={isOpen} onClick={onToggle}>
        {sentence}
      </button>
      {isOpen && (
        <div className={styles.opened}>
          {onMap && <Button onPress={() => showOnMap(onMap)}>Show on the map</Button>}
          <EvidenceList refs={evidence} />
        </div>
      )}
    </li>
  );
}
