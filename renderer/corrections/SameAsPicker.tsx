import type { Activity } from '../../src/domain/graph.ts';
import { capitalize } from '../format.ts';
import { InlineEditor } from '../parts/InlineEdit.tsx';
import { useScope } from '../process/process-context.ts';
import styles from './ActivityActions.module.css';
import { putTogether } from './command-for.ts';
import { useCorrect } from './use-correct.ts';

/** Two activities are one doing under two names. */
export function SameAsPicker({ activity, onClose }: { readonly activity: Activity; readonly onClose: () => void }) {
  const { view } = useScope();
  const { apply } = useCorrect(view.process.id);
  const others = view.graph.activities.filter(({ id }) => id !== activity.id);
  const find = (text: string): Activity | undefined =>
    others.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  const isLogged = activity.sources.log > 0;
  return (
    <div className={styles.box}>
      <p className={styles.lead}>
        <strong>{capitalize(activity.label)}</strong> is the same as
      </p>
      <InlineEditor
        action="The other activity"
        value=""
        options={others.map(({ label }) => label).toSorted()}
        hint={`Both become one activity, named as the one you pick${isLogged ? ', if the event log knows it' : ''}.`}
        check={(text) => (find(text) ? undefined : 'Pick an activity from the list.')}
        onSave={async (text) => {
          const picked = find(text);
          return picked !== undefined && apply(putTogether(activity, picked));
        }}
        onClose={onClose}
      />
    </div>
  );
}
