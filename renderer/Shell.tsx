// The frame of the window: name, where one is, whether the core answers.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ChatButton, ChatPlace } from './chat/ChatPlace.tsx';
import { ConnectionBanner } from './parts/ConnectionBanner.tsx';
import { CrumbsPlace } from './parts/Crumbs.tsx';
import { Icon } from './parts/Icon.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { isLocalOnly } from './policy/policy-words.ts';
import { RecordButton } from './recorder/RecordButton.tsx';
import { RecorderPlace } from './recorder/RecorderPlace.tsx';
import { SearchPlace } from './search/SearchPlace.tsx';
import { PATTERNS } from './route.ts';
import styles from './Shell.module.css';
import { useInfo, useMirror, useWatch } from './use-mirror.ts';
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
        <ChatButton />
        <ModelsLink />
        <LeavingLink />
        <RecordButton kind="bar">Record</RecordButton>
      </header>
      <RecorderPlace />
      <ConnectionBanner />
      <div className={styles.body}>
        <main id="main" tabIndex={-1} className={styles.main}>
          <CrumbsPlace value={crumbs}>{children}</CrumbsPlace>
        </main>
        <ChatPlace />
      </div>
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

/** Whether anything may leave this machine, and the way to the page that says what. */
function LeavingLink() {
  const info = useInfo();
  const policy = useQuery(useMirror().policy.read.queryOptions());
  const workspace = info.data?.workspace;
  const isLocal = policy.data === undefined || isLocalOnly(policy.data);
  return (
    <Link
      href={PATTERNS.policy}
      className={styles.note}
      data-leaves={!isLocal}
      title={workspace ? `What may leave\nWorkspace: ${workspace}\nMirror ${info.data?.version ?? ''}` : undefined}
    >
      <Icon name={isLocal ? 'lock' : 'export'} size={14} />
      <span>{isLocal ? 'Kept on this machine' : 'Something may leave'}</span>
    </Link>
  );
}
