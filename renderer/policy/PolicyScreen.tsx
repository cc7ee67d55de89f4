// What may leave this machine: three questions and an owner, on one page.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { readProblem } from '../../src/api/client.ts';
import type { EgressPolicy } from '../../src/domain/policy.ts';
import { formatMoment } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Crumbs } from '../parts/Crumbs.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { PATTERNS } from '../route.ts';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import { AgreeChoice } from './AgreeChoice.tsx';
import { LevelChoice } from './LevelChoice.tsx';
import styles from './PolicyScreen.module.css';
import { findComplaint, isLocalOnly, sayPolicy } from './policy-words.ts';
import { ReceiverList } from './ReceiverList.tsx';

/** The default export is what a lazy import asks for. */
export default function PolicyScreen() {
  const policy = useQuery(useMirror().policy.read.queryOptions());
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: 'What may leave' }]} />
      {policy.data ? (
        <Full key={policy.data.changedMs} policy={policy.data} />
      ) : policy.error ? (
        <ProblemNote error={policy.error} onRetry={() => void policy.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading the rules" />
      )}
    </>
  );
}

function Full({ policy }: { readonly policy: EgressPolicy }) {
  const [draft, setDraft] = useState(policy);
  const { save, isSaving, problem } = useSave();
  const field = useId();
  const isChanged = JSON.stringify(draft) !== JSON.stringify(policy);
  const complaint = findComplaint(draft);
  const change = (part: Partial<EgressPolicy>): void => setDraft({ ...draft, ...part });
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>What may leave this machine</h1>
        <p className={styles.lead}>
          These rules hold for this workspace, for everybody and for every model beyond this machine. Each connection
          stands in <Link href={PATTERNS.ledger}>the ledger</Link>. What stays on this disk can be{' '}
          <Link href={PATTERNS.encryption}>encrypted</Link>.
        </p>
      </header>
      <Standing policy={policy} />
      <section className={styles.question} aria-labelledby="policy-what">
        <h2 id="policy-what" className={styles.asked}>
          <span className={styles.at}>1</span>What may leave?
        </h2>
        <LevelChoice value={draft.release} onChange={(release) => change({ release })} />
      </section>
      <section className={styles.question} aria-labelledby="policy-whom" data-idle={draft.release === 'nothing'}>
        <h2 id="policy-whom" className={styles.asked}>
          <span className={styles.at}>2</span>To whom?
        </h2>
        <ReceiverList receivers={draft.receivers} onChange={(receivers) => change({ receivers: [...receivers] })} />
      </section>
      <section className={styles.question} aria-labelledby="policy-agrees" data-idle={draft.release === 'nothing'}>
        <h2 id="policy-agrees" className={styles.asked}>
          <span className={styles.at}>3</span>Who must agree?
        </h2>
        <AgreeChoice value={draft.agrees} owner={draft.owner} onChange={(agrees) => change({ agrees })} />
      </section>
      <section className={styles.question} aria-labelledby="policy-owner">
        <h2 id="policy-owner" className={styles.asked}>
          Owner
        </h2>
        <p className={styles.about}>
          <label htmlFor={field}>Who answers for these rules, and approves exceptions from them</label>
        </p>
        <input
          id={field}
          className={styles.field}
          value={draft.owner}
          maxLength={120}
          placeholder="First and last name"
          onChange={(event) => change({ owner: event.target.value })}
        />
      </section>
      <div className={styles.foot} data-changed={isChanged}>
        <p className={styles.comes} aria-live="polite">
          {complaint ?? problem ?? (isChanged ? `From then on: ${sayPolicy(draft)}` : sayKept(policy))}
        </p>
        <div className={styles.acts}>
          {isChanged && (
            <Button kind="quiet" onPress={() => setDraft(policy)}>
              Leave it as it was
            </Button>
          )}
          <Button
            kind="primary"
            isDisabled={!isChanged || complaint !== undefined || isSaving}
            onPress={() => void save(draft)}
          >
            {isSaving ? 'Saving…' : 'Save the rules'}
          </Button>
        </div>
      </div>
    </div>
  );
}

const sayKept = ({ changedMs }: EgressPolicy): string =>
  changedMs === null ? 'As Mirror came: nobody has changed these rules.' : `Last changed ${formatMoment(changedMs)}.`;

function Standing({ policy }: { readonly policy: EgressPolicy }) {
  const isLocal = isLocalOnly(policy);
  return (
    <div className={styles.standing} data-local={isLocal}>
      <span className={styles.sign}>
        <Icon name={isLocal ? 'lock' : 'export'} size={20} />
      </span>
      <div>
        <p className={styles.now}>{isLocal ? 'Nothing leaves this machine' : 'Something may leave this machine'}</p>
        <p className={styles.about}>{sayPolicy(policy)}</p>
      </div>
    </div>
  );
}

function useSave() {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async ({ release, receivers, agrees, owner }: EgressPolicy): Promise<void> => {
    setIsSaving(true);
    setProblem(undefined);
    try {
      const kept = await client.policy.set({ release, receivers, agrees, owner: owner.trim() });
      queries.setQueryData(mirror.policy.read.queryKey(), kept);
      // Which models may be asked hangs on it.
      await queries.invalidateQueries({ queryKey: mirror.writer.key() });
      tell({ tone: 'done', text: `The rules are kept. ${sayPolicy(kept)}` });
    } catch (error) {
      const known = readProblem(error);
      setProblem(known ? `${known.title}. ${known.hint}` : 'The rules were not kept. Try again.');
    }
    setIsSaving(false);
  };
  return { save, isSaving, problem };
}
