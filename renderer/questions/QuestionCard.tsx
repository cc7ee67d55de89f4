// One question: the words it is about and a way to answer; once settled, the answer and the way back.
import { type RefObject, useEffect, useId, useRef } from 'react';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { AskedQuestion } from '../../src/domain/question.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { countOf, formatClock } from '../format.ts';
import { findMoment } from '../panel/find-moment.ts';
import { wordsFirst } from '../panel/words-first.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useView } from '../view-store.ts';
import { AnswerControl } from './AnswerControl.tsx';
import styles from './QuestionCard.module.css';
import { type Answering, useAnswer } from './use-answer.ts';

interface Props {
  readonly view: ProcessView;
  readonly question: AskedQuestion;
}

const FEW = 3;

export function QuestionCard({ view, question }: Props) {
  const answering = useAnswer(view.process.id, question);
  const card = useRef<HTMLLIElement>(null);
  const heading = useId();
  useFocusOn(card, question.state);
  if (question.state !== 'open') return <Settled {...{ card, question, answering }} />;
  return (
    <li ref={card} className={styles.card} data-state="open">
      <h4 id={heading} className={styles.text}>
        {question.text}
      </h4>
      <ul className={styles.words}>
        {wordsFirst(question.evidence)
          .slice(0, FEW)
          .map((ref) => (
            <Words key={JSON.stringify(ref)} view={view} evidence={ref} />
          ))}
      </ul>
      <AnswerControl question={question} heading={heading} answering={answering} />
    </li>
  );
}

interface SettledProps {
  readonly card: RefObject<HTMLLIElement | null>;
  readonly question: AskedQuestion;
  readonly answering: Answering;
}

function Settled({ card, question, answering: { run, isBusy, complaint } }: SettledProps) {
  return (
    <li ref={card} className={styles.folded} data-state={question.state}>
      <Icon name={question.state === 'answered' ? 'check' : 'minus'} size={15} />
      <div className={styles.said}>
        <h4 className={styles.asked}>{question.text}</h4>
        <p className={styles.answer}>{question.state === 'answered' ? `“${question.answer}”` : 'Skipped'}</p>
        {complaint && (
          <p className={styles.complaint} role="alert">
            {complaint}
          </p>
        )}
      </div>
      <Button kind="quiet" isDisabled={isBusy} title="Asks it again" onPress={() => run({ want: 'reopen' })}>
        <Icon name="undo" size={14} />
        {isBusy ? 'Undoing…' : 'Undo'}
        <span className="visually-hidden">: {question.text}</span>
      </Button>
    </li>
  );
}

/** What was heard opens the player; what was logged or answered before can only be read. */
function Words({ view, evidence }: { readonly view: ProcessView; readonly evidence: EvidenceRef }) {
  const play = useView((state) => state.play);
  const moment = findMoment(evidence);
  const text = sayEvidence(evidence);
  if (!moment) return <li className={styles.quote}>{text}</li>;
  const summary = view.recordings.find(({ recording }) => recording.id === moment.recordingId);
  const isPlayable = summary ? summary.hasVideo || summary.hasAudio : true;
  return (
    <li className={styles.quote}>
      <button type="button" className={styles.play} onClick={() => play(moment)}>
        <Icon name={isPlayable ? 'play' : 'quote'} size={12} />
        <span>
          <span className="visually-hidden">{isPlayable ? 'Play from' : 'Read from'} </span>
          {formatClock(moment.startMs)}
        </span>
      </button>
      <span>{text}</span>
    </li>
  );
}

function sayEvidence(ref: EvidenceRef): string {
  switch (ref.kind) {
    case 'speech':
    case 'answer':
      return `“${ref.quote}”`;
    case 'event':
      return ref.title;
    case 'log':
      return `${countOf(ref.count, 'row')} of the event log`;
    case 'artifact':
      return ref.quote ? `“${ref.quote}”` : 'A document';
    case 'frame':
      return 'What the screen showed';
  }
}

/** Where the focus was is gone once a question is settled or asked again: it goes on to the next that is open. */
function useFocusOn(card: RefObject<HTMLLIElement | null>, state: AskedQuestion['state']): void {
  const last = useRef(state);
  useEffect(() => {
    if (last.current === state) return;
    last.current = state;
    const own = card.current;
    const focused = document.activeElement;
    if (!own || (focused && focused !== document.body)) return;
    const open = [...(own.closest('[data-questions]')?.querySelectorAll('[data-state=open]') ?? [])];
    const next = state === 'open' ? own : open.find((one) => own.compareDocumentPosition(one) & FOLLOWING);
    const target = next?.querySelector<HTMLElement>('[data-answer]') ?? own.querySelector<HTMLElement>('button');
    target?.focus();
  }, [card, state]);
}

const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;
