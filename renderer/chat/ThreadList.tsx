// Earlier conversations about this process: found by any word in them, opened, saved as a file, removed.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { ThreadId, ThreadSummary } from '../../src/domain/chat.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { countOf, formatWhen } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { saveText } from '../parts/save-text.ts';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import { useChat, useConversation } from './chat-store.ts';
import styles from './ThreadList.module.css';

interface Props {
  readonly processId: ProcessId;
  readonly onOpened: () => void;
}

export function ThreadList({ processId, onOpened }: Props) {
  const [text, setText] = useState('');
  const mirror = useMirror();
  const threads = useQuery({
    ...mirror.chat.threads.queryOptions({ input: { processId, text } }),
    // A conversation grows with each answer.
    staleTime: 0,
    placeholderData: (before) => before,
  });
  const acts = useThreadActs(processId, onOpened);
  const [nowMs] = useState(() => Date.now());
  return (
    <section className={styles.threads} aria-label="Earlier conversations">
      <SearchField
        label="Search conversations"
        placeholder="Words of a question or an answer"
        value={text}
        onChange={setText}
      />
      {threads.data ? (
        threads.data.length > 0 ? (
          <ul className={styles.list}>
            {threads.data.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} nowMs={nowMs} {...acts} />
            ))}
          </ul>
        ) : (
          <p className={styles.none}>
            {text.trim() === ''
              ? 'What you ask here is kept, and found again here.'
              : `Nothing was asked with “${text.trim()}”.`}
          </p>
        )
      ) : threads.error ? (
        <ProblemNote error={threads.error} onRetry={() => void threads.refetch()} isSmall />
      ) : (
        <div className={styles.list} aria-busy="true">
          {[0, 1, 2].map((at) => (
            <Skeleton key={at} height="46px" />
          ))}
        </div>
      )}
    </section>
  );
}

type RowProps = { readonly thread: ThreadSummary; readonly nowMs: number } & ReturnType<typeof useThreadActs>;

function ThreadRow({ thread, nowMs, open, save, remove }: RowProps) {
  const { id, title, turns, changedMs } = thread;
  return (
    <li className={styles.thread}>
      <button type="button" className={styles.open} onClick={() => void open(id)}>
        <span className={styles.title}>{title}</span>
        <span className={styles.about}>
          {countOf(turns, 'question')}, {formatWhen(changedMs, nowMs)}
        </span>
      </button>
      <span className={styles.acts}>
        <Button kind="quiet" label={`Save “${title}” as Markdown`} onPress={() => void save(id)}>
          <Icon name="export" size={14} />
        </Button>
        <ConfirmButton
          label={`Remove “${title}”`}
          question="Remove this conversation for good?"
          onConfirm={() => remove(id)}
        />
      </span>
    </li>
  );
}

function useThreadActs(processId: ProcessId, onOpened: () => void) {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const chat = useChat((state) => state);
  const { threadId } = useConversation(processId);
  const tell = useView((state) => state.tell);
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    try {
      await act();
    } catch (error) {
      const problem = readProblem(error);
      tell({ tone: 'problem', text: problem ? `${problem.title}. ${problem.hint}` : 'That did not work. Try again.' });
    }
  };
  return {
    open: (id: ThreadId) =>
      attempt(async () => {
        chat.open(processId, await client.chat.thread({ threadId: id }));
        onOpened();
      }),
    save: (id: ThreadId) =>
      attempt(async () => saveText(await client.chat.exportThread({ threadId: id }), 'text/markdown')),
    remove: (id: ThreadId) =>
      attempt(async () => {
        await client.chat.removeThread({ threadId: id });
        if (id === threadId) chat.startAnew(processId);
        await queries.invalidateQueries({ queryKey: mirror.chat.key() });
      }),
  };
}
