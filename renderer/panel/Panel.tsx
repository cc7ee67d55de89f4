// What is selected, in full; with nothing selected, where the time goes.
import { findFinding } from '../findings/find-finding.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useScope } from '../process/process-context.ts';
import { ActivityPanel } from './ActivityPanel.tsx';
import { FindingPanel } from './FindingPanel.tsx';
import { OverviewPanel } from './OverviewPanel.tsx';
import styles from './Panel.module.css';
import { TransitionPanel } from './TransitionPanel.tsx';

export function Panel() {
  const { selection, select } = useScope();
  return (
    <aside className={styles.panel} aria-label={selection ? 'Selected' : 'Overview'}>
      {selection && (
        <div className={styles.close}>
          <Button kind="quiet" label="Close" onPress={() => select(undefined)}>
            <Icon name="close" />
          </Button>
        </div>
      )}
      <Content />
    </aside>
  );
}

function Content() {
  const { selection, model, view } = useScope();
  if (!selection) return <OverviewPanel />;
  if (selection.what === 'activity') {
    const activity = model.activities.get(selection.id);
    return activity ? <ActivityPanel activity={activity} /> : <Gone />;
  }
  if (selection.what === 'transition') {
    const transition = model.transitions.get(selection.id);
    return transition ? <TransitionPanel transition={transition} /> : <Gone />;
  }
  const found = findFinding(view.insights, selection.id);
  return found ? <FindingPanel found={found} /> : <Gone />;
}

function Gone() {
  return (
    <EmptyNote icon="map" title="This is not part of the process any more">
      The process was computed anew since this address was made.
    </EmptyNote>
  );
}
