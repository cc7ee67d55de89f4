// All findings of a process by kind; what is chosen opens in the panel and is marked on the map.
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ProcessView } from '../../src/domain/views.ts';
import { formatCount } from '../format.ts';
import { isCounted } from '../../src/domain/insights.ts';
import { Icon } from '../parts/Icon.tsx';
import { FINDING_KINDS, type FindingKind, findingsPath } from '../route.ts';
import { FindingList } from './FindingList.tsx';
import styles from './FindingsTab.module.css';
import { KIND_WORDS } from './finding-words.ts';
import { PathList } from './PathList.tsx';

export function FindingsTab({ view, kind }: { readonly view: ProcessView; readonly kind: FindingKind }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // When the player opens below, the row that opened it should not end up behind it.
    const observer = new ResizeObserver(() =>
      element.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div className={styles.tab}>
      <nav className={styles.kinds} aria-label="Kinds of findings">
        {FINDING_KINDS.map((one) => (
          <Link
            key={one}
            href={findingsPath(view.process.id, one)}
            className={styles.kind}
            aria-current={one === kind ? 'page' : undefined}
          >
            <Icon name={KIND_WORDS[one].icon} size={15} />
            <span className={styles.name}>{KIND_WORDS[one].title}</span>
            <span className={styles.count}>{formatCount(countKind(view, one))}</span>
          </Link>
        ))}
      </nav>
      <div ref={list} className={styles.list}>
        {kind === 'paths' ? <PathList view={view} /> : <FindingList key={kind} insights={view.insights} kind={kind} />}
      </div>
    </div>
  );
}

function countKind({ insights, graph }: ProcessView, kind: FindingKind): number {
  return kind === 'paths' ? graph.variants.count : insights[kind].filter(isCounted).length;
}
