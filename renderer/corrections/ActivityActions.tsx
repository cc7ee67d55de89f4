// What can be said against an activity as a whole: it is none, it is the same as another, it is several.
import { useState } from 'react';
import type { Activity } from '../../src/domain/graph.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useScope } from '../process/process-context.ts';
import styles from './ActivityActions.module.css';
import { ApartPicker } from './ApartPicker.tsx';
import { SameAsPicker } from './SameAsPicker.tsx';
import { useCorrect } from './use-correct.ts';

export function ActivityActions({ activity }: { readonly activity: Activity }) {
  const { view, select } = useScope();
  const { apply, isBusy } = useCorrect(view.process.id);
  const [open, setOpen] = useState<'same' | 'apart'>();
  const { stepIds, sources } = activity;
  const toggle = (which: 'same' | 'apart') => () => setOpen(open === which ? undefined : which);
  const leaveOut = async (): Promise<void> => {
    const isKept = await apply({ do: 'delete', elements: stepIds });
    if (isKept && sources.log === 0) select(undefined);
  };
  return (
    <section className={styles.actions} aria-label="Put right">
      <div className={styles.buttons}>
        <Button kind="quiet" isPressed={open === 'same'} onPress={toggle('same')}>
          <Icon name="join" size={14} />
          Same as…
        </Button>
        {stepIds.length > 1 && (
          <Button kind="quiet" isPressed={open === 'apart'} onPress={toggle('apart')}>
            <Icon name="cut" size={14} />
            Different doings…
          </Button>
        )}
        {stepIds.length > 0 && (
          <Button
            kind="quiet"
            isDisabled={isBusy}
            title={
              sources.log > 0 ? 'Leaves out what recordings tell of it; its rows in the event log stay' : undefined
            }
            onPress={() => void leaveOut()}
          >
            <Icon name="trash" size={14} />
            {isBusy ? 'Leaving out…' : sources.log > 0 ? 'Leave out told steps' : 'Not an activity'}
          </Button>
        )}
      </div>
      {stepIds.length === 0 && (
        <p className={styles.note}>
          Only the event log knows it: it can be renamed or put together with another; who does it and with what is the
          log's to say.
        </p>
      )}
      {open === 'same' && <SameAsPicker activity={activity} onClose={() => setOpen(undefined)} />}
      {open === 'apart' && <ApartPicker activity={activity} onClose={() => setOpen(undefined)} />}
    </section>
  );
}
