// The panel of questions: what was asked and answered, the box to ask in, and the list of earlier conversations.
import { type CSSProperties, type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { ProcessId } from '../../src/domain/ids.ts';
import { capitalize } from '../format.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { mapPath, recordingPath } from '../route.ts';
import { useLink, useProcess } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import styles from './ChatPanel.module.css';
import { ChatTalk } from './ChatTalk.tsx';
import { useChat, useConversation } from './chat-store.ts';
import { type Evidence, EvidenceContext } from './evidence-context.ts';
import { PayloadDialog } from './PayloadDialog.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { ResizeEdge } from './ResizeEdge.tsx';
import { Spoken } from './Spoken.tsx';
import { ThreadList } from './ThreadList.tsx';
import { useWriters } from './use-writers.ts';

interface Props {
  readonly processId: ProcessId;
  /** A screen of the process itself; elsewhere moments are gone to. */
  readonly isProcess: boolean;
}

/** The default export is what a lazy import asks for. */
export default function ChatPanel({ processId, isProcess }: Props) {
  const { client } = useLink();
  const chat = useChat((state) => state);
  const conversation = useConversation(processId);
  const writers = useWriters();
  const process = useProcess(processId);
  const [showsThreads, setShowsThreads] = useState(false);
  const evidence = useEvidence(processId, isProcess);
  const { pending } = conversation;
  const place = useRef<HTMLElement>(null);
  useStopKey(place, pending !== undefined, () => chat.stop(processId));
  const ask = (question: string, writer = writers.chosen, replaces?: string): void => {
    setShowsThreads(false);
    void chat
      .ask(client, processId, { question, writer, ...(replaces !== undefined && { replaces }) })
      .then(writers.refresh);
  };
  return (
    <aside ref={place} className={styles.panel} aria-label="Ask this process" style={widthStyle(chat.widthPx)}>
      <ResizeEdge widthPx={chat.widthPx} onResize={chat.setWidth} />
      <header className={styles.head}>
        <h2 className={styles.title} title={process.data?.process.name}>
          {showsThreads ? 'Earlier conversations' : `Ask ${process.data ? capitalize(process.data.process.name) : ''}`}
        </h2>
        <Button
          kind="quiet"
          label="New conversation"
          isDisabled={!showsThreads && conversation.turns.length === 0 && !pending}
          onPress={() => {
            setShowsThreads(false);
            chat.startAnew(processId);
          }}
        >
          <Icon name="plus" />
        </Button>
        <Button
          kind="quiet"
          label="Earlier conversations"
          isPressed={showsThreads}
          onPress={() => setShowsThreads(!showsThreads)}
        >
          <Icon name="clock" />
        </Button>
        <Button kind="quiet" label="Close the panel" onPress={() => chat.setOpen(false)}>
          <Icon name="close" />
        </Button>
      </header>
      <EvidenceContext value={evidence}>
        {showsThreads ? (
          <ThreadList processId={processId} onOpened={() => setShowsThreads(false)} />
        ) : (
          <ChatTalk
            conversation={conversation}
            view={process.error ? null : process.data}
            writers={writers}
            ask={ask}
          />
        )}
      </EvidenceContext>
      <QuestionBox
        draft={conversation.draft}
        isAnswering={pending !== undefined}
        writers={writers}
        onDraft={(draft) => chat.write(processId, draft)}
        onAsk={ask}
        onStop={() => chat.stop(processId)}
      />
      <Spoken conversation={conversation} />
      {pending?.payload && (
        <PayloadDialog
          key={pending.payload.approvalId}
          payload={pending.payload}
          onDecide={(decision) => void chat.decide(client, processId, decision)}
        />
      )}
    </aside>
  );
}

// React's styles name no properties of one's own; what is given here is one.
const widthStyle = (widthPx: number) => ({ '--chat-width': `${widthPx}px` }) as CSSProperties;

/** Escape stops the answer, from anywhere in the panel. */
function useStopKey(place: RefObject<HTMLElement | null>, isAnswering: boolean, stop: () => void): void {
  useEffect(() => {
    const { current } = place;
    if (!isAnswering || !current) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    current.addEventListener('keydown', onKey);
    return () => current.removeEventListener('keydown', onKey);
  });
}

/** On a window this narrow the panel lies over the screen. */
const SHEET = '(width <= 760px)';

/** What pressing a citation does here. On a narrow window the sheet makes way for what it has opened. */
function useEvidence(processId: ProcessId, isProcess: boolean): Evidence {
  const [, navigate] = useLocation();
  const play = useView((state) => state.play);
  const setOpen = useChat((state) => state.setOpen);
  const view = useProcess(processId).data;
  const makeWay = (): void => {
    if (matchMedia(SHEET).matches) setOpen(false);
  };
  return {
    view,
    play: (moment) => {
      if (isProcess) play(moment);
      else navigate(recordingPath(moment.recordingId, moment.startMs));
      makeWay();
    },
    showOnMap: (selection) => {
      navigate(mapPath(processId, selection));
      makeWay();
    },
  };
}
