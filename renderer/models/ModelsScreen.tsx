// Models on this machine: what each role adds, what could fill it, and what is here. Nothing is fetched unasked.
import { useQuery } from '@tanstack/react-query';
import type { ModelRole, ModelStatus } from '../../src/domain/models.ts';
import { ROLE_TEXTS } from '../../src/domain/role-texts.ts';
import { capitalize } from '../format.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { useMirror } from '../use-mirror.ts';
import { ModelRow } from './ModelRow.tsx';
import styles from './ModelsScreen.module.css';
import { useModelWork } from './use-model-work.ts';
import { WriterSection } from './WriterSection.tsx';

export default function ModelsScreen() {
  const models = useQuery(useMirror().models.list.queryOptions());
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: 'Models' }]} />
      {models.data ? (
        <Full models={models.data} />
      ) : models.error ? (
        <ProblemNote error={models.error} onRetry={() => void models.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading the models" />
      )}
    </>
  );
}

function Full({ models }: { readonly models: readonly ModelStatus[] }) {
  const work = useModelWork();
  return (
    <div className={styles.screen}>
      <header>
        <h1 className={styles.title}>Models</h1>
        <p className={styles.lead}>
          Everything works without a model. Those below run on this machine, and nothing is fetched unless you ask; only
          the models behind a server, at the end, can be somewhere else.
        </p>
      </header>
      {ROLES.map((role) => (
        <Role key={role} role={role} models={models.filter(({ model }) => model.role === role)} work={work} />
      ))}
      <WriterSection />
    </div>
  );
}

// Its keys are the roles, in their order.
const ROLES = Object.keys(ROLE_TEXTS) as ModelRole[];

/** What the role is there for without any model, where there is something. */
const WITHOUT: Readonly<Record<ModelRole, string>> = {
  detector: 'Without one, speech is told from silence by how loud it is.',
  transcriber: 'Without one, words come from transcripts beside the recordings.',
  embedder: 'Without one, texts are compared by how they are spelt.',
  reader: 'English is always there.',
  writer: 'Without one, answers are put together from what is in the map.',
};

interface RoleProps {
  readonly role: ModelRole;
  readonly models: readonly ModelStatus[];
  readonly work: ReturnType<typeof useModelWork>;
}

function Role({ role, models, work }: RoleProps) {
  const { title, adds } = ROLE_TEXTS[role];
  const isFilled = models.some(({ state, hasEngine }) => state === 'installed' && hasEngine);
  return (
    <section className={styles.role} aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`} className={styles.roleTitle}>
        {title}
        {isFilled && <span className={styles.ready}>ready</span>}
      </h2>
      <p className={styles.adds}>
        {capitalize(adds)}. {WITHOUT[role]}
      </p>
      {models.length === 0 ? (
        <p className={styles.none}>No model is listed for this.</p>
      ) : (
        <ul className={styles.models}>
          {models.map((status) => (
            <ModelRow key={status.model.id} status={status} work={work} />
          ))}
        </ul>
      )}
    </section>
  );
}
