import { useState } from 'react';
import { type Insights, isCounted, isDoubtful } from '../../src/domain/insights.ts';
import { formatCount } from '../format.ts';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Icon } from '../parts/Icon.tsx';
import { InfoNote } from '../parts/InfoNote.tsx';
import { useScope } from '../process/process-context.ts';
import { FindingRow } from './FindingRow.tsx';
import styles from './FindingList.module.css';
import { type AnyFinding, type ListedKind, listFindings } from './find-finding.ts';
import { KIND_WORDS } from './finding-words.ts';

/** The findings of one kind; unsure and dismissed ones are folded at its end. */
export function FindingList({ insights, kind }: { readonly insights: Insights; readonly kind: ListedKind }) {
  const all = listFindings(insights).filter((found) => found.kind === kind);
  const counted = all.filter(({ finding }) => isCounted(finding));
  const unsure = all.filter(({ finding }) => isDoubtful(finding) && finding.status !== 'dismissed');
  const dismissed = all.filter(({ finding }) => finding.status === 'dismissed');
  const { title } = KIND_WORDS[kind];
  return (
    <section aria-labelledby="kind-title">
      <div className={styles.head}>
        <h2 id="kind-title" className={styles.title}>
          {title} <span className={styles.total}>{formatCount(counted.length)}</span>
        </h2>
        <Definition insights={insights} kind={kind} />
      </div>
      {counted.length === 0 && <None kind={kind} />}
      <Rows found={counted} isRanked={kind === 'bottlenecks'} />
      <Folded found={unsure} word="unsure" why="Too few facts found this way are right to count them." />
      <Folded found={dismissed} word="dismissed" why="Somebody said that these are not so. Each can be reopened." />
    </section>
  );
}

interface FoldedProps {
  readonly found: readonly AnyFinding[];
  readonly word: string;
  readonly why: string;
}

/** Not counted, and not hidden either. */
function Folded({ found, word, why }: FoldedProps) {
  const { selection } = useScope();
  const [isOpen, setIsOpen] = useState(() => found.some(({ finding }) => finding.id === selection?.id));
  if (found.length === 0) return null;
  return (
    <div className={styles.folded}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'down' : 'chevron'} size={14} />
        {formatCount(found.length)} {word}
      </button>
      {isOpen && <p className={styles.why}>{why}</p>}
      {isOpen && <Rows found={found} isRanked={false} />}
    </div>
  );
}

function Rows({ found, isRanked }: { readonly found: readonly AnyFinding[]; readonly isRanked: boolean }) {
  const largest = Math.max(...found.map((one) => (one.kind === 'bottlenecks' ? (one.finding.share01 ?? 0) : 0)), 0);
  return (
    <ol className={styles.rows}>
      {found.map((one, index) => (
        <li key={one.finding.id}>
          <FindingRow found={one} rank={isRanked ? index + 1 : undefined} scale01={largest} />
        </li>
      ))}
    </ol>
  );
}

/** What the number above counts, and what it leaves out. */
export function Definition({ insights, kind }: { readonly insights: Insights; readonly kind: string }) {
  const definition = insights.definitions[kind];
  if (!definition && insights.exclusions.length === 0) return null;
  return (
    <InfoNote label="What is counted">
      {definition && <p>{definition}</p>}
      {insights.exclusions.length > 0 && (
        <>
          <p className={styles.left}>Left out:</p>
          <ul className={styles.exclusions}>
            {insights.exclusions.map((exclusion) => (
              <li key={exclusion}>{exclusion}</li>
            ))}
          </ul>
        </>
      )}
    </InfoNote>
  );
}

function None({ kind }: { readonly kind: ListedKind }) {
  const { title, icon } = KIND_WORDS[kind];
  return (
    <EmptyNote icon={icon} title={`${title}: 0`}>
      Nothing in the recordings and logs of this process speaks for one.
    </EmptyNote>
  );
}
