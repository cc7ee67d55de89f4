// The ledger: every connection that was opened from this workspace, what it carried, and whether the record is whole.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { EgressEntry } from '../../src/domain/egress.ts';
import { formatCount } from '../format.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { PATTERNS } from '../route.ts';
import { useMirror } from '../use-mirror.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { LedgerActs } from './LedgerActs.tsx';
import styles from './LedgerScreen.module.css';
import { LedgerTable } from './LedgerTable.tsx';
import { filterEntries, sumUp } from './ledger-words.ts';

/** More than anybody reads; the file holds all. */
const MOST = 2000;

/** The default export is what a lazy import asks for. */
export default function LedgerScreen() {
  const entries = useQuery({ ...useMirror().egress.list.queryOptions({ input: { limit: MOST } }), staleTime: 0 });
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: 'Ledger' }]} />
      {entries.data ? (
        <Full entries={entries.data} />
      ) : entries.error ? (
        <ProblemNote error={entries.error} onRetry={() => void entries.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading the ledger" />
      )}
    </>
  );
}

function Full({ entries }: { readonly entries: readonly EgressEntry[] }) {
  const [text, setText] = useState('');
  const [isBeyondOnly, setIsBeyondOnly] = useState(false);
  const [opened, setOpened] = useState<EgressEntry>();
  if (entries.length === 0)
    return (
      <EmptyNote icon="lock" title="No connection was ever opened from this workspace" isPage>
        If a model is asked or fetched one day, it stands here: to whom, what for, and every byte that was sent. You
        decide <Link href={PATTERNS.policy}>what may leave</Link>.
      </EmptyNote>
    );
  const shown = filterEntries(entries, { text, isBeyondOnly });
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>Ledger</h1>
          <p className={styles.lead}>
            Every connection that was opened from this workspace, written down before it was opened. {sumUp(entries)}{' '}
            <Link href={PATTERNS.policy}>What may leave</Link>
          </p>
        </div>
        <LedgerActs />
      </header>
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField
            label="Filter the ledger"
            placeholder="Host, model, purpose or outcome"
            value={text}
            onChange={setText}
          />
        </div>
        <label className={styles.only}>
          <input type="checkbox" checked={isBeyondOnly} onChange={(event) => setIsBeyondOnly(event.target.checked)} />
          Beyond this machine only
        </label>
        <span className={styles.count} aria-live="polite">
          {shown.length === entries.length
            ? `${formatCount(entries.length)} shown`
            : `${formatCount(shown.length)} of ${formatCount(entries.length)} shown`}
          {entries.length === MOST && ', the newest'}
        </span>
      </div>
      {shown.length > 0 ? (
        <LedgerTable entries={shown} onOpen={setOpened} />
      ) : (
        <p className={styles.none}>No connection is like that.</p>
      )}
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}
