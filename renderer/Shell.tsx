// The frame of the window: name, where one is, whether the core answers.
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ConnectionBanner } from './parts/ConnectionBanner.tsx';
import { CrumbsPlace } from './parts/Crumbs.tsx';
import { Icon } from './parts/Icon.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { RecordButton } from './recorder/RecordButton.tsx';
import { RecorderPlace } from './recorder/RecorderPlace.tsx';
import { SearchPlace } from './search/SearchPlace.tsx';
import { PATTERNS } from './route.ts';
import styles from './Shell.module.css';
import { useInfo, useWatch } from './use-mirror.ts';
import { useView } from './view-store.ts';

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
          <span className={styles.name}>Mirror</span>
        </Link>
        <div ref={setCrumbs} className={styles.crumbs} />
        <SearchPlace />
        <ModelsLink />
        <WorkspaceNote />
        <RecordButton kind="bar">Record</RecordButton>
      </header>
      <RecorderPlace />
      <ConnectionBanner />
      <main id="main" tabIndex={-1} className={styles.main}>
        <CrumbsPlace value={crumbs}>{children}</CrumbsPlace>
      </main>
      <Toasts />
      <WindowTitle />
    </div>
  );
}

/** While something is recorded the title says so, wherever one is. Apart, because it then changes every second. */
function WindowTitle() {
  const title = useView((state) => state.titleSign ?? (state.title ? `${state.title} · Mirror` : 'Mirror'));
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

// A plain fragment link would be read as a route.
function focusMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function ModelsLink() {
  return (
    <Link
      href={PATTERNS.models}
      className={styles.link}
      title="Models on this machine: what is here, what can be fetched"
    >
      <Icon name="spark" size={14} />
      <span>Models</span>
    </Link>
  );
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
      <span>Kept on this machine</span>
    </p>
  );
}
