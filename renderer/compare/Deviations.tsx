// Which cases go another way than an approved graph allows: by deviation, then case by case with its rows.
import { useState } from 'react';
import type { SideChoices } from '../../src/domain/comparison.ts';
import type { Conformance } from '../../src/domain/conformance.ts';
import type { ApprovalId } from '../../src/domain/ids.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { countOf, formatCount, formatShare } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { MirrorCommand } from '../parts/MirrorCommand.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { EvidenceList } from '../panel/EvidenceList.tsx';
import { CaseList } from './CaseList.tsx';
import { Definitions } from './Definitions.tsx';
import styles from './Deviations.module.css';
import { useConformance } from './use-compare.ts';

interface Props {
  readonly view: ProcessView;
  readonly choices: SideChoices;
  readonly onApprove: () => void;
}

export function Deviations({ view, choices, onApprove }: Props) {
  const standing = choices.approvals.filter(({ withdrawnAtMs }) => withdrawnAtMs === null);
  const [picked, setPicked] = useState<string>();
  const approval = standing.find(({ id }) => id === picked) ?? standing[0];
  const approvalId: ApprovalId | undefined = choices.hasLog ? approval?.id : undefined;
  const found = useConformance(view.process.id, approvalId);
  if (!choices.hasLog) return <NoLog name={view.process.name} />;
  if (!approval) return <NotApproved onApprove={onApprove} />;
  return (
    <div className={styles.deviations}>
      <label className={styles.pick}>
        Against the approved graph
        <select className={styles.field} value={approval.id} onChange={(event) => setPicked(event.target.value)}>
          {standing.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {found.data ? (
        <Found key={approval.id} found={found.data} />
      ) : found.error ? (
        <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading deviations" />
      )}
    </div>
  );
}

function Found({ found }: { readonly found: Conformance }) {
  const { cases, conforming, fitness01, deviations, deviating, notes, definitions } = found;
  const [open, setOpen] = useState<number>();
  const [openCase, setOpenCase] = useState<string>();
  return (
    <div className={styles.found}>
      <section className={styles.column} aria-label="Deviations">
        <p className={styles.summary}>
          <strong>
            {formatCount(conforming)} of {countOf(cases, 'case')}
          </strong>{' '}
          conform ({formatShare(conforming / cases)})
          {fitness01 !== null && <span title={definitions['fitness']}>, fitness {fitness01.toFixed(3)}</span>}
        </p>
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {note}
          </p>
        ))}
        {deviations.length === 0 ? (
          <EmptyNote icon="check" title="Every case conforms">
            No case goes another way than the approved graph allows.
          </EmptyNote>
        ) : (
          <ol className={styles.list}>
            {deviations.map((deviation, at) => (
              <li key={`${deviation.kind} ${deviation.activity} ${deviation.after}`} className={styles.item}>
                <button
                  type="button"
                  className={styles.row}
                  aria-expanded={open === at}
                  onClick={() => {
                    setOpen(open === at ? undefined : at);
                    setOpenCase(undefined);
                  }}
                >
                  <span className={styles.number}>{at + 1}</span>
                  <span className={styles.sentence}>{deviation.sentence}</span>
                </button>
                {/* The rows of a case that is open say more than those of many. */}
                {open === at && openCase === undefined && (
                  <div className={styles.evidence}>
                    <EvidenceList refs={deviation.evidence} />
                  </div>
                )}
              </li>
            ))}
          </ol>
        )}
        <Definitions definitions={definitions} />
      </section>
      {deviating > 0 && (
        <CaseList
          key={open}
          found={found}
          deviation={open}
          openCase={openCase}
          onOpen={setOpenCase}
          onShowAll={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

function NoLog({ name }: { readonly name: string }) {
  return (
    <EmptyNote icon="table" title="No cases to check yet">
      <p>Cases come from event logs. Recordings tell how work is done, one case each.</p>
      <div className={styles.command}>
        <MirrorCommand command={`import LOG --process "${name}"`} />
      </div>
    </EmptyNote>
  );
}

function NotApproved({ onApprove }: { readonly onApprove: () => void }) {
  return (
    <EmptyNote icon="shield" title="Nothing is approved yet">
      <p>Cases are checked against a graph that somebody signed off. Approve the present one, or that of some cases.</p>
      <div className={styles.act}>
        <Button onPress={onApprove}>Approve the present graph</Button>
      </div>
    </EmptyNote>
  );
}
