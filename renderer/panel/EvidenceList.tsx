import { useMemo, useState } from 'react';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import { formatCount } from '../format.ts';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useScope } from '../process/process-context.ts';
import { useCitations } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import { CitationItem } from './CitationItem.tsx';
import styles from './EvidenceList.module.css';
import { Section } from './PanelParts.tsx';
import { wordsFirst } from './words-first.ts';

const FEW = 5;
/** The most the core cites in one answer. */
const MOST = 200;

/** The moments and rows a fact rests on, spoken words first; each opens where it comes from. */
export function EvidenceList({ refs }: { readonly refs: readonly EvidenceRef[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const play = useView((state) => state.play);
  const { recordings } = useScope().view;
  const sorted = useMemo(() => wordsFirst(refs), [refs]);
  const wanted = sorted.slice(0, showsAll ? MOST : FEW);
  const citations = useCitations(wanted);
  return (
    <Section title={`Evidence (${formatCount(refs.length)})`}>
      {citations.data ? (
        <ul className={styles.list}>
          {citations.data.map((citation, index) => {
            const key = JSON.stringify(wanted[index]);
            return citation ? (
              <CitationItem key={key} citation={citation} recordings={recordings} onPlay={play} />
            ) : (
              <li key={key} className={styles.gone}>
                What this pointed at has been removed.
              </li>
            );
          })}
        </ul>
      ) : citations.error ? (
        <ProblemNote error={citations.error} onRetry={() => void citations.refetch()} isSmall />
      ) : (
        <div className={styles.list} aria-busy="true">
          {wanted.map((ref) => (
            <Skeleton key={JSON.stringify(ref)} height="74px" />
          ))}
        </div>
      )}
      {refs.length > FEW && (
        <button type="button" className={styles.more} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show fewer' : `Show all ${formatCount(Math.min(refs.length, MOST))}`}
        </button>
      )}
      {showsAll && refs.length > MOST && <p className={styles.gone}>The first {formatCount(MOST)} are shown.</p>}
    </Section>
  );
}
