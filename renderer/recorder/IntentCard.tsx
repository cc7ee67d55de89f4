// What a person says and chooses before recording: one card, three things asked, the rest folded.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useInfo } from '../use-mirror.ts';
import { ConsentBox } from './ConsentBox.tsx';
import { ExclusionList } from './ExclusionList.tsx';
import { type Draft, toIntent, type Typed } from './draft.ts';
import { Field, Trouble } from './Field.tsx';
import styles from './IntentCard.module.css';
import { MicrophoneChoice } from './MicrophoneChoice.tsx';
import { canWatch } from './can-watch.ts';
import { nameScreen } from './name-screen.ts';
import { ProcessField } from './ProcessField.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import { joinConsent, sayConsent } from './say-consent.ts';
import { ScreenChoice } from './ScreenChoice.tsx';
import { useDraft } from './use-draft.ts';

interface Props {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

type Missing = 'process' | 'source' | 'consent';

export function IntentCard({ typed, onType }: Props) {
  const { actions } = useRecorder();
  const draft = useDraft(typed);
  const consent = useConsent();
  const hasSource = useRecorderView(({ screens, microphone }) => screens.length > 0 || microphone !== null);
  const [hasAgreed, setHasAgreed] = useState(false);
  const [missing, setMissing] = useState<Missing>();
  const process = useRef<HTMLInputElement>(null);
  const source = useRef<HTMLButtonElement>(null);
  const agreement = useRef<HTMLInputElement>(null);
  const set = (change: Typed): void => onType({ ...typed, ...change });
  useEffect(() => process.current?.focus(), []);

  const start = (event: FormEvent): void => {
    event.preventDefault();
    const first = draft.process.trim() === '' ? 'process' : !hasSource ? 'source' : !hasAgreed ? 'consent' : undefined;
    setMissing(first);
    if (first) ({ process, source, consent: agreement })[first].current?.focus();
    else void actions.start(toIntent(draft, joinConsent(consent), Date.now()));
  };
  return (
    <form className={styles.card} noValidate onSubmit={start}>
      <header className={styles.head}>
        <h2 className={styles.title}>Record a process</h2>
        <Button kind="quiet" label="Close" onPress={actions.close}>
          <Icon name="close" />
        </Button>
      </header>
      <div className={styles.body}>
        <section className={styles.column} aria-label="What you do">
          <ProcessField
            ref={process}
            value={draft.process}
            onChange={(name) => name !== draft.process && set({ process: name })}
            complaint={missing === 'process' && draft.process.trim() === '' ? 'Name the process first.' : undefined}
          />
          <Person draft={draft} set={set} />
          <Details draft={draft} set={set} />
          <Exclusions />
        </section>
        <section className={styles.column} aria-label="What is recorded">
          <ScreenChoice ref={source} />
          <MicrophoneChoice language={draft.language} onLanguage={(language) => set({ language })} />
          {missing === 'source' && !hasSource && (
            <Trouble>Choose a screen or a microphone: one of them is needed.</Trouble>
          )}
        </section>
        <ConsentBox
          ref={agreement}
          lines={consent}
          hasAgreed={hasAgreed}
          onAgree={setHasAgreed}
          isMissing={missing === 'consent' && !hasAgreed}
        />
      </div>
      <Refusal />
      <Footer />
    </form>
  );
}

interface PartProps {
  readonly draft: Draft;
  readonly set: (change: Typed) => void;
}

function Person({ draft, set }: PartProps) {
  return (
    <div className={styles.pair}>
      <Field label="Your name" value={draft.actor} onChange={(actor) => set({ actor })} autoComplete="name" />
      <Field
        label="Your role"
        value={draft.role}
        onChange={(role) => set({ role })}
        autoComplete="organization-title"
        placeholder="Intake clerk"
      />
    </div>
  );
}

function Details({ draft, set }: PartProps) {
  const said = [draft.trigger, draft.done, draft.caseReference].filter((text) => text.trim() !== '').length;
  return (
    <details className={styles.fold}>
      <summary>
        <Icon name="chevron" size={14} />
        What starts it, when it is done, which case
        <span className={styles.count}>{said > 0 ? `${said} of 3 said` : 'optional'}</span>
      </summary>
      <div className={styles.folded}>
        <Field
          label="What starts it"
          value={draft.trigger}
          onChange={(trigger) => set({ trigger })}
          placeholder="A signed contract arrives by mail"
          maxLength={1000}
        />
        <Field
          label="When it is done"
          value={draft.done}
          onChange={(done) => set({ done })}
          placeholder="The customer has the login"
          maxLength={1000}
        />
        <Field
          label="Case"
          value={draft.caseReference}
          onChange={(caseReference) => set({ caseReference })}
          placeholder="CL-1407"
          hint="Its number or name. Recordings of one case find each other by it."
        />
      </div>
    </details>
  );
}

function Exclusions() {
  const preparation = useRecorderView((view) => view.preparation);
  if (!preparation) return null;
  const count = preparation.exclusions.length;
  const isWatched = canWatch(preparation.windows);
  return (
    <details className={styles.fold}>
      <summary>
        <Icon name="chevron" size={14} />
        What is never recorded
        <span className={styles.count} data-trouble={!isWatched}>
          {isWatched ? (count === 0 ? 'nothing yet' : `${count} left out`) : 'cannot act now'}
        </span>
      </summary>
      <div className={styles.folded}>
        <ExclusionList />
      </div>
    </details>
  );
}

/** The core would not: said right above the button that asked. */
function Refusal() {
  const problem = useRecorderView((view) => view.problem);
  if (!problem) return null;
  return (
    <div className={styles.refusal}>
      <Trouble>
        <span>
          <strong>{problem.title}.</strong> {problem.hint}
        </span>
      </Trouble>
    </div>
  );
}

function Footer() {
  const { actions } = useRecorder();
  const budget = useRecorderView((view) => view.preparation?.budget);
  const hasScreen = useRecorderView(({ screens }) => screens.length > 0);
  const hasSound = useRecorderView(
    ({ microphone, screens }) => microphone !== null || screens.some((one) => one.hasSound),
  );
  const isReady = useRecorderView((view) => view.preparation !== null);
  const words = hasScreen ? (hasSound ? 'Start recording' : 'Start without sound') : 'Start recording';
  return (
    <footer className={styles.foot}>
      <p className={styles.budget} data-low={budget?.isNearlyFull}>
        {budget && <Icon name="clock" size={14} />}
        {budget ? `Room for ${budget.words.replace(/ left$/, '')}` : 'Asking how much room there is…'}
      </p>
      <Button onPress={actions.close}>Cancel</Button>
      <button type="submit" className={styles.start} disabled={!isReady}>
        <Icon name="record" size={14} />
        {!hasScreen && hasSound ? 'Start with voice only' : words}
      </button>
    </footer>
  );
}

function useConsent() {
  const workspace = useInfo().data?.workspace;
  const screens = useRecorderView((view) => view.screens);
  const microphone = useRecorderView((view) => view.microphone);
  const preparation = useRecorderView((view) => view.preparation);
  return sayConsent({
    screens: screens.map(nameScreen),
    microphone: microphone?.label,
    hasComputerSound: screens.some(({ hasSound }) => hasSound),
    watchesWindows: preparation !== null && canWatch(preparation.windows),
    exclusions: preparation?.exclusions.length ?? 0,
    workspace,
  });
}
