import { capitalize, formatCount } from '../format.ts';
import { mainRole } from '../map/map-model.ts';
import { OTHER_COLOR } from '../map/role-colors.ts';
import { useScope } from '../process/process-context.ts';
import styles from './EndLinks.module.css';
import links from './Links.module.css';

/** Activities as links, with their role's colour. */
export function EndLinks({ ids }: { readonly ids: readonly string[] }) {
  const { model, select } = useScope();
  return (
    <ul className={links.links}>
      {ids.map((id) => {
        const activity = model.activities.get(id);
        if (!activity) return null;
        const role = mainRole(activity);
        return (
          <li key={id}>
            <button type="button" className={links.link} onClick={() => select({ what: 'activity', id: activity.id })}>
              <span
                className={styles.dot}
                style={{ background: model.roleColors.get(role ?? '') ?? OTHER_COLOR }}
                title={role}
              />
              <span className={links.label}>{capitalize(activity.label)}</span>
              <span className={links.figure} title="Times done">
                {formatCount(activity.count)}×
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
