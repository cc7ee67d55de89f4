import { Card } from './Card.tsx';

/** In the window that did not ask for it; the one that did shows how far it is. */
export function MovingScreen() {
  return (
    <Card
      title="One moment"
      lead="The workspace is being opened or written anew. What is in it stays whole whatever happens meanwhile."
    />
  );
}
