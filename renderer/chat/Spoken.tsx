import type { Conversation } from './conversation.ts';

/**
 * What is said to those who hear the window: each sentence once, as it comes. Apart from what is seen, where an answer also
 * has buttons and gets a new place when it is done.
 */
export function Spoken({ conversation: { pending, turns, failure } }: { readonly conversation: Conversation }) {
  const last = turns.at(-1)?.answer;
  const sentences = pending ? pending.sentences : last?.isAnswered ? last.sentences : [];
  // What failed has an alert of its own.
  const isSilent = pending ? pending.sentences.length > 0 : failure !== undefined || !last || last.isAnswered;
  const ends = isSilent ? undefined : pending ? 'The answer is being worked out.' : last?.answer;
  return (
    <div className="visually-hidden" aria-live="polite" aria-label="Answer as it comes" role="log">
      {sentences.map(({ text }, at) => (
        <p key={`${at} ${text}`}>{text}</p>
      ))}
      {ends && <p key="end">{ends}</p>}
    </div>
  );
}
