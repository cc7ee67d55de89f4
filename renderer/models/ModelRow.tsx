import type { ModelStatus } from '../../src/domain/models.ts';
import { capitalize } from '../format.ts';
import { saySize } from '../intake/say-size.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { describeModel, sayLanguages, sayState } from './describe-model.ts';
import styles from './ModelsScreen.module.css';
import type { ModelWork } from './use-model-work.ts';

interface Props {
  readonly status: ModelStatus;
  readonly work: ModelWork;
}

/** One model: what it is good for, what it costs, how it stands here, and what can be done with it. */
export function ModelRow({ status, work }: Props) {
  const { model, state, refused } = status;
  const running = work.find(model.id);
  const message = work.messageOf(model.id);
  return (
    <li className={styles.model} data-state={state}>
      <div className={styles.about}>
        <h3 className={styles.name}>
          {model.title}
          <span className={styles.state} data-state={state}>
            {sayState(status)}
          </span>
        </h3>
        <p className={styles.good}>{model.goodFor}</p>
        <p className={styles.facts}>
          {[capitalize(sayLanguages(model.languages)), ...describeModel(status)].join(' · ')}
        </p>
        {refused !== null && <p className={styles.trouble}>It cannot be fetched: {refused}.</p>}
        {message && (
          <p className={message.isProblem ? styles.trouble : styles.said} role={message.isProblem ? 'alert' : 'status'}>
            {message.text}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        {running ? <Running status={status} work={work} /> : <Acts status={status} work={work} />}
      </div>
    </li>
  );
}

function Running({ status: { model, sizeBytes }, work }: Props) {
  const { what, progress } = work.find(model.id)!;
  const total = progress?.total ?? sizeBytes;
  const done = progress?.done ?? 0;
  return (
    <>
      <div className={styles.progress}>
        <progress value={done} max={total} aria-label={`${what === 'pull' ? 'Fetching' : 'Checking'} ${model.title}`} />
        <span>
          {what === 'pull' ? 'Fetching' : 'Checking'}: {saySize(done)} of {saySize(total)}
        </span>
      </div>
      <Button kind="quiet" onPress={() => work.cancel(model.id)}>
        Cancel
      </Button>
    </>
  );
}

function Acts({ status: { model, state, sizeBytes, hereBytes, refused, hasEngine }, work }: Props) {
  const left = saySize(sizeBytes - (state === 'partial' ? hereBytes : 0));
  const pull = (words: string) => (
    <Button
      kind={hasEngine && state === 'absent' ? 'plain' : 'quiet'}
      isDisabled={refused !== null}
      onPress={() => work.pull(model.id)}
      title={`${words} of ${model.title} from ${model.origin.hub === 'github' ? 'GitHub' : 'Hugging Face'}`}
    >
      {words}
    </Button>
  );
  const remove = (
    <ConfirmButton
      label={`Remove ${model.title}`}
      question={`Remove ${state === 'partial' ? 'what has come of it' : 'this model'} from this machine?`}
      onConfirm={() => work.remove(model.id)}
    />
  );
  if (state === 'absent') return pull(`Fetch ${left}`);
  if (state === 'partial')
    return [<span key="pull">{pull(`Go on, ${left} left`)}</span>, <span key="no">{remove}</span>];
  if (state === 'damaged') return [<span key="pull">{pull('Fetch it again')}</span>, <span key="no">{remove}</span>];
  return (
    <>
      <Button kind="quiet" onPress={() => work.verify(model.id)} title="Read every file and compare its checksum">
        Check
      </Button>
      {remove}
    </>
  );
}
