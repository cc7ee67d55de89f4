// The frame of the window: name, where one is, whether the core answers.
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ConnectionBanner } from './parts/ConnectionBanner.tsx';
import { CrumbsPlace } from './parts/Crumbs.tsx';
import { Icon } from './parts/Icon.tsx';
import { Toasts } from './parts/Toasts.tsx';
import styles from './Shell.module.css';
import { useInfo, useWatch } from './use-mirror.ts';

export function Shell({ children }: { readonly children: ReactNode }) {
  useWatch();
  const [crumbs, setCrumbs] = useState<Element | null>(null);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        Skip to content
      </a>
      <header className={styles.bar}>
        <Link href="/" className={styles.brand} aria-label="Mirror, all processes">
          <span className={styles.mark}>
            <Icon name="mark" size={16} />
          </span>
          Mirror
        </Link>
        <div ref={setCrumbs} className={styles.crumbs} />
        <WorkspaceNote />
      </header>
      <ConnectionBanner />
      <main id="main" tabIndex={-1} className={styles.main}>
        <CrumbsPlace value={crumbs}>{children}</CrumbsPlace>
      </main>
      <Toasts />
    </div>
  );
}

// A plain fragment link would be read as a route.
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function WorkspaceNote() {
  const info = useInfo();
  const workspace = info.data?.workspace;
  return (
    <p
      className={styles.note}
      title={workspace ? `Workspace: ${workspace}\nMirror ${info.data?.version ?? ''}` : undefined}
    >
      <Icon name="lock" size={14} />
      Kept on this machine
    </p>
  );
}
