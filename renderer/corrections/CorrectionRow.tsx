import { Link } from 'wouter';
import type { Correction, CorrectionState } from '../../src/domain/correction.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { countOf, formatClock, formatMoment } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { recordingPath } from '../route.ts';
import styles from './CorrectionsTab.module.css';
import { describeCorrection } from './correction-words.ts';
import { useCorrect } from './use-correct.ts';

interface Props {
  readonly view: ProcessView;
  readonly correction: Correction;
  readonly state: CorrectionState;
}

/** What was put right, the words it was said of, when, and whether it holds. */
export function CorrectionRow({ view, correction, state }: Props) {
  const { undo, isBusy } = useCorrect(view.process.id);
  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.sign}>
        <Icon name={ICONS[correction.command.do] ?? 'pencil'} size={15} />
      </span>
      <div className={styles.what}>
        <p className={styles.text}>
          {describeCorrection(correction)}
          {state === 'stale' && <span className={styles.stale}>its words are gone</span>}
        </p>
        <Words view={view} correction={correction} />
        {state === 'stale' && (
          <p className={styles.why}>
            What this was said of is not there now: its recording was removed, or its words are read differently. The
            correction is kept, changes nothing meanwhile, and holds again when they are back.
          </p>
        )}
      </div>
      <time className={styles.when} dateTime={new Date(correction.atMs).toISOString()}>
        {formatMoment(correction.atMs)}
      </time>
      <div className={styles.act}>
        {state === 'undone' ? (
          <span className={styles.off}>Undone</span>
        ) : (
          <Button kind="quiet" isDisabled={isBusy} onPress={() => void undo(correction)}>
            <Icon name="undo" size={14} />
            {isBusy ? 'Undoing…' : 'Undo'}
          </Button>
        )}
      </div>
    </li>
  );
}

function Words({ view, correction }: { readonly view: ProcessView; readonly correction: Correction }) {
  const ref = correction.anchors.map((anchor) => anchor.ref).find(({ kind }) => kind === 'speech');
  if (ref?.kind !== 'speech') {
    const rows = correction.anchors.map((anchor) => anchor.ref).find(({ kind }) => kind === 'log');
    if (rows?.kind === 'log') return <p className={styles.words}>{countOf(rows.count, 'row')} of the event log</p>;
    return null;
  }
  const recording = view.recordings.find((one) => one.recording.id === ref.recordingId)?.recording;
  return (
    <p className={styles.words}>
      “{ref.quote}”{' '}
      {recording && (
        <Link href={recordingPath(recording.id, ref.startMs)} className={styles.link}>
          {recording.title}, {formatClock(ref.startMs)}
        </Link>
      )}
    </p>
  );
}

const ICONS: Readonly<Partial<Record<Correction['command']['do'], IconName>>> = {
  judge: 'check',
  judgeFinding: 'check',
  delete: 'trash',
  restore: 'undo',
  split: 'cut',
  merge: 'join',
  reorder: 'up',
  relate: 'link',
};
