import { useMemo, useState } from 'react';
import type { AnswerSentence } from '../../src/domain/answer.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import { formatClock } from '../format.ts';
import { findMoment } from '../panel/find-moment.ts';
import styles from './AnswerText.module.css';
import { CitationCard } from './CitationCard.tsx';
import { findOnMap, keyOf, numberCitations } from './cite-answer.ts';
import { useEvidence } from './evidence-context.ts';

interface Opened {
  readonly sentence: number;
  readonly ref: EvidenceRef;
}

/** The sentences, each with its numbers; a pressed number plays or shows its evidence, and says below what it is. */
export function AnswerText({ sentences }: { readonly sentences: readonly AnswerSentence[] }) {
  const [opened, setOpened] = useState<Opened>();
  const { view, play, showOnMap } = useEvidence();
  const numbers = useMemo(() => numberCitations(sentences), [sentences]);
  const press = (sentence: number, ref: EvidenceRef): void => {
    if (opened?.sentence === sentence && keyOf(opened.ref) === keyOf(ref)) return setOpened(undefined);
    setOpened({ sentence, ref });
    const moment = findMoment(ref);
    if (moment) return play(moment);
    const place = view && findOnMap(view, sentences[sentence]?.text ?? '', ref);
    if (place && ref.kind === 'log') showOnMap(place);
  };
  return (
    <div className={styles.text}>
      {sentences.map(({ text }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- they are only ever added, and may be alike
        <div key={at}>
          <p className={styles.sentence}>
            {text}{' '}
            {numbers[at]?.map(({ number, ref }) => {
              const isOpen = opened?.sentence === at && keyOf(opened.ref) === keyOf(ref);
              return (
                <button
                  key={number}
                  type="button"
                  className={styles.number}
                  aria-expanded={isOpen}
                  aria-label={`Evidence ${number}: ${sayAct(ref)}`}
                  title={sayAct(ref)}
                  onClick={() => press(at, ref)}
                >
                  {number}
                </button>
              );
            })}
          </p>
          {opened?.sentence === at && <CitationCard refTo={opened.ref} sentence={text} />}
        </div>
      ))}
    </div>
  );
}

/** What pressing the number does. */
function sayAct(ref: EvidenceRef): string {
  const moment = findMoment(ref);
  if (moment) return `play from ${formatClock(moment.startMs)}`;
  if (ref.kind === 'log') return 'rows of the event log, shown on the map';
  return ref.kind === 'artifact' ? 'words of a document' : 'what somebody answered';
}
