import { createContext, Fragment, useContext, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import { useView } from '../view-store.ts';
import styles from './Crumbs.module.css';

export interface Crumb {
  readonly label: string;
  /** Absent for the place one is at. */
  readonly href?: string;
}

/** The element of the window's bar that shows the trail. */
export const CrumbsPlace = createContext<Element | null>(null);

/** Shows where one is, in the window's bar and as the window's title. */
export function Crumbs({ trail }: { readonly trail: readonly Crumb[] }) {
  const place = useContext(CrumbsPlace);
  const title = trail.at(-1)?.label;
  const setTitle = useView((state) => state.setTitle);
  useEffect(() => setTitle(title), [setTitle, title]);
  if (!place) return null;
  return createPortal(
    <nav aria-label="Where you are" className={styles.crumbs}>
      {trail.map((crumb) => (
        <Fragment key={crumb.href ?? crumb.label}>
          <span className={styles.separator} aria-hidden="true">
            /
          </span>
          {crumb.href ? (
            <Link href={crumb.href} className={styles.link}>
              {crumb.label}
            </Link>
          ) : (
            <span className={styles.here} aria-current="page">
              {crumb.label}
            </span>
          )}
        </Fragment>
      ))}
    </nav>,
    place,
  );
}
