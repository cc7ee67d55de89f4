// Searching: a field, what is found as one types, and each result a way to its moment.
import { useState } from 'react';
import {
  Autocomplete,
  Input,
  ListBox,
  ListBoxItem,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components';
import { useLocation } from 'wouter';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { SearchAnswer, SearchKind } from '../../src/domain/search.ts';
import { capitalize, countOf } from '../format.ts';
import { CardDialog } from '../parts/CardDialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import parts from '../parts/SearchField.module.css';
import { useProcesses } from '../use-mirror.ts';
import { HitItem } from './HitItem.tsx';
import { keyOf, pathTo } from './hit-place.ts';
import styles from './SearchDialog.module.css';
import { hasWord, useSearch } from './use-search.ts';

const KINDS: readonly (readonly [kind: SearchKind | 'all', label: string])[] = [
  ['all', 'Everything'],
  ['speech', 'Said'],
  ['window', 'Windows'],
  ['screen', 'Screens'],
  ['page', 'Documents'],
];

/** The default export is what a lazy import asks for. */
export default function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <CardDialog label="Search everything" onClose={onClose} isOverhead>
      <Search onClose={onClose} />
    </CardDialog>
  );
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const [, navigate] = useLocation();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<SearchKind | 'all'>('all');
  const process = useProcessOnScreen();
  const [isHere, setIsHere] = useState(false);
  const search = useSearch({
    words,
    kind: kind === 'all' ? undefined : kind,
    processId: isHere ? process?.id : undefined,
  });
  const answer = search.isPlaceholderData && !hasWord(words) ? undefined : search.data;
  const isWaiting = search.isPlaceholderData;
  const go = (key: string): void => {
    const hit = answer?.hits.find((each) => keyOf(each) === key);
    if (!hit) return;
    onClose();
    navigate(pathTo(hit));
  };
  return (
    <Autocomplete inputValue={words} onInputChange={setWords}>
      {/* No SearchField: there Escape empties the field first, and whoever presses it wants to be gone. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- somebody has just asked for this field */}
      <TextField className={styles.field} aria-label="Search everything" autoFocus>
        <Icon name="search" size={18} />
        <Input
          type="search"
          className={parts.input}
          data-size="large"
          placeholder="Words somebody said, saw or wrote"
          maxLength={500}
        />
        <kbd className={parts.key} aria-hidden="true">
          Esc
        </kbd>
      </TextField>
      <div className={styles.filters}>
        <ToggleButtonGroup
          className={styles.group}
          aria-label="Where to search"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[kind]}
          // The keys are those of KINDS, and one is always chosen.
          onSelectionChange={(keys) => setKind([...keys][0] as SearchKind | 'all')}
        >
          {KINDS.map(([id, label]) => (
            <ToggleButton key={id} id={id} className={styles.filter}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {process && (
          <ToggleButton className={styles.filter} isSelected={isHere} onChange={setIsHere}>
            Only in {capitalize(process.name)}
          </ToggleButton>
        )}
      </div>
      <Said answer={answer} words={words} isWaiting={isWaiting} />
      {search.error ? (
        <ProblemNote error={search.error} onRetry={() => void search.refetch()} isSmall />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label="Results">
          <ListBox
            className={styles.list}
            aria-label="Found"
            selectionMode="none"
            items={answer?.hits.map((hit) => ({ id: keyOf(hit), hit })) ?? []}
            dependencies={[answer]}
            // The keys are those made just above.
            onAction={(key) => go(String(key))}
            renderEmptyState={() => (
              <Nothing answer={isWaiting ? undefined : answer} words={words} isFiltered={kind !== 'all' || isHere} />
            )}
          >
            {({ id, hit }) => (
              <ListBoxItem id={id} textValue={hit.text} className={styles.item}>
                <HitItem hit={hit} />
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      )}
    </Autocomplete>
  );
}

/** The process that the screen behind shows. */
function useProcessOnScreen(): { readonly id: ProcessId; readonly name: string } | undefined {
  const [path] = useLocation();
  const processes = useProcesses();
  const id = /^\/process\/([^/]+)/.exec(path)?.[1];
  return processes.data?.find(({ process }) => process.id === decodeURIComponent(id ?? ''))?.process;
}

interface SaidProps {
  readonly answer: SearchAnswer | undefined;
  readonly words: string;
  readonly isWaiting: boolean;
}

/** How many there are, for those who hear the list; and what was taken for a slip, for everybody. */
function Said({ answer, words, isWaiting }: SaidProps) {
  const corrected = answer?.corrected ?? [];
  return (
    <output className={styles.said}>
      {answer && !isWaiting && hasWord(words) && (
        <span className="visually-hidden">{countOf(answer.hits.length, 'result')}. </span>
      )}
      {corrected.map(({ typed, taken }) => (
        <span key={typed} className={styles.slip}>
          “{typed}” stands nowhere; searched for <strong>{taken.slice(0, 3).join(', ')}</strong>.{' '}
        </span>
      ))}
    </output>
  );
}

interface NothingProps {
  readonly answer: SearchAnswer | undefined;
  readonly words: string;
  readonly isFiltered: boolean;
}

function Nothing({ answer, words, isFiltered }: NothingProps) {
  if (answer?.searched === 0 && isFiltered) return <Note title="There is no such text here yet" />;
  if (answer?.searched === 0)
    return (
      <Note title="There is nothing to search here yet">
        Record how you work, or take in a recording or a document: a moment later it is found here.
      </Note>
    );
  if (!hasWord(words))
    return (
      <Note title="What are you looking for?">
        Search what people said, the windows they had open, the text on their screens and the pages of documents. A slip
        of the keyboard or another ending does not matter. Enter plays the moment.
      </Note>
    );
  if (!answer) return <Note title="Searching …" />;
  return (
    <Note title={`Nothing found for “${words.trim()}”`}>
      {countOf(answer.searched, 'text')} searched. Try fewer words, or others that somebody may have used.
    </Note>
  );
}

function Note({ title, children }: { readonly title: string; readonly children?: React.ReactNode }) {
  return (
    <div className={styles.note}>
      <p className={styles.noteTitle}>{title}</p>
      {children && <p className={styles.noteWords}>{children}</p>}
    </div>
  );
}
