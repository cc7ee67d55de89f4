import type { EvidenceRef } from '../../src/domain/evidence.ts';
import { CitationItem } from '../panel/CitationItem.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useCitations } from '../use-mirror.ts';
import styles from './CitationCard.module.css';
import { findOnMap } from './cite-answer.ts';
import { useEvidence } from './evidence-context.ts';

interface Props {
  readonly refTo: EvidenceRef;
  readonly sentence: string;
}

/** Below a sentence: the evidence that was asked for, and the way to it on the map. */
export function CitationCard({ refTo, sentence }: Props) {
  const { view, play, showOnMap } = useEvidence();
  const citations = useCitations([refTo]);
  const place = view && findOnMap(view, sentence, refTo);
  const [citation] = citations.data ?? [];
  return (
    <div className={styles.card}>
      {citation ? (
        <ul>
          <CitationItem citation={citation} recordings={view?.recordings ?? []} onPlay={play} />
        </ul>
      ) : citations.data ? (
        <p className={styles.gone}>What this pointed at has been removed.</p>
      ) : citations.error ? (
        <ProblemNote error={citations.error} onRetry={() => void citations.refetch()} isSmall />
      ) : (
        <Skeleton height="60px" />
      )}
      {place && (
        <button type="button" className={styles.show} onClick={() => showOnMap(place)}>
          <Icon name="map" size={13} />
          Show on the map
        </button>
      )}
    </div>
  );
}
