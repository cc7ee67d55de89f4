// What is happening to the files that were given: one card for each stage.
import { useEffect, useRef } from 'react';
import { Heading } from 'react-aria-components';
import { useLocation } from 'wouter';
import { readProblem } from '../../src/api/client.ts';
import type { Taken } from '../../src/domain/source.ts';
import { capitalize, countOf } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { CardDialog } from '../parts/CardDialog.tsx';
import { mapPath, recordingsPath } from '../route.ts';
import { ConfirmCard } from './ConfirmCard.tsx';
import styles from './IntakeDialog.module.css';
import { useIntake, useIntakeState } from './intake-context.ts';
import { NoteList } from './NoteList.tsx';
import { saySize } from './say-size.ts';

/** The default export is what a lazy import asks for. */
export default function IntakeDialog() {
  const { close } = useIntake();
  const { stage } = useIntakeState();
  return (
    <CardDialog isWide={stage === 'confirming'} onClose={close}>
      <Card />
    </CardDialog>
  );
}

function Card() {
  const state = useIntakeState();
  switch (state.stage) {
    case 'idle':
      return null;
    case 'collecting':
      return <Wait title="Looking through what you gave" words={`${countOf(state.found, 'file')} so far`} />;
    case 'sending': {
      const { sending } = state;
      const words = sending
        ? `${saySize(sending.bytes)} of ${saySize(sending.ofBytes)}, file ${Math.min(sending.files + 1, sending.ofFiles)} of ${sending.ofFiles}`
        : 'Beginning';
      return (
        <Wait
          title="Reading the files"
          words={words}
          done={sending?.bytes}
          total={sending?.ofBytes}
          detail={sending?.name}
        />
      );
    }
    case 'confirming':
      return <ConfirmCard state={state} />;
    case 'adopting': {
      const { progress } = state;
      const words = progress
        ? `${STAGES[progress.stage] ?? capitalize(progress.stage)}: ${progress.done}${progress.total === null ? '' : ` of ${progress.total}`} ${progress.unit}`
        : 'Beginning';
      return <Wait title="Taking it in" words={words} done={progress?.done} total={progress?.total ?? undefined} />;
    }
    case 'done':
      return <Done taken={state.taken} skipped={state.skipped.map(({ path, why }) => `${path}: ${why}`)} />;
    case 'failed':
      return <Failed error={state.error} />;
  }
}

const STAGES: Readonly<Record<string, string>> = {
  read: 'Reading',
  keep: 'Keeping',
  steps: 'Finding steps',
  graph: 'Drawing the map',
};

interface WaitProps {
  readonly title: string;
  readonly words: string;
  readonly detail?: string | undefined;
  readonly done?: number | undefined;
  readonly total?: number | undefined;
}

function Wait({ title, words, detail, done, total }: WaitProps) {
  const { close } = useIntake();
  const isKnown = done !== undefined && total !== undefined && total > 0;
  return (
    <div className={styles.card}>
      <Heading slot="title" className={styles.title}>
        {title}
      </Heading>
      <progress
        className={styles.bar}
        aria-label={title}
        value={isKnown ? done : undefined}
        max={isKnown ? total : undefined}
      />
      <output className={styles.words}>{words}</output>
      {detail && <p className={styles.detail}>{detail}</p>}
      <div className={styles.acts}>
        <Button onPress={close}>Cancel</Button>
      </div>
    </div>
  );
}

function Done({ taken, skipped }: { readonly taken: Taken; readonly skipped: readonly string[] }) {
  const { close } = useIntake();
  const [, navigate] = useLocation();
  const open = useRef<HTMLButtonElement>(null);
  useEffect(() => open.current?.focus(), []);
  const { process, headline, recordings, logs, documents, warnings } = taken;
  const parts = [
    recordings > 0 && countOf(recordings, 'recording'),
    logs > 0 && countOf(logs, 'event log'),
    documents > 0 && countOf(documents, 'document'),
  ].filter((words) => words !== false);
  const isOnMap = recordings + logs > 0;
  const goOn = (): void => {
    close();
    navigate(isOnMap ? mapPath(process.id) : recordingsPath(process.id));
  };
  return (
    <div className={styles.card}>
      <Heading slot="title" className={styles.title}>
        {parts.join(', ')} added to “{capitalize(process.name)}”
      </Heading>
      <output className={styles.words}>
        {isOnMap
          ? `Its map now has ${countOf(headline.activities, 'activity', 'activities')} and ${countOf(headline.handoffs, 'handoff')}.`
          : 'Documents are evidence: their words can be cited. They add no steps to the map by themselves.'}
      </output>
      <NoteList title="Good to know" notes={warnings} />
      <NoteList title="Left out" notes={skipped} />
      <div className={styles.acts}>
        <Button onPress={close}>Close</Button>
        <Button ref={open} kind="primary" onPress={goOn}>
          {isOnMap ? 'Open the map' : 'Show the documents'}
        </Button>
      </div>
    </div>
  );
}

function Failed({ error }: { readonly error: unknown }) {
  const { close } = useIntake();
  const problem = readProblem(error);
  return (
    <div className={styles.card} role="alert">
      <Heading slot="title" className={styles.title}>
        {problem?.title ?? 'The files could not be read'}
      </Heading>
      <p className={styles.words}>
        {problem?.hint ?? 'Nothing was taken in. They may have been moved, or the connection was lost: try again.'}
      </p>
      <div className={styles.acts}>
        <Button onPress={close}>Close</Button>
      </div>
    </div>
  );
}
