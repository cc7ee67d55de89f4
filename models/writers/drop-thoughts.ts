// In: a turn of a model. Out: the same without what it thought aloud before it spoke. Servers that know a model's way of
// thinking tell it apart themselves; others send <think>...</think> as text.
import type { WriterPart } from '../../src/needs/writer.ts';

const OPEN = '<think>';
const CLOSE = '</think>';

export async function* dropThoughts(parts: AsyncIterable<WriterPart>): AsyncGenerator<WriterPart, void> {
  /** What may be thoughts; undefined once it is clear. */
  let held: string | undefined = '';
  for await (const part of parts) {
    if (part.kind === 'text' && held !== undefined) {
      held = (held + part.text).trimStart();
      const spoken = takeSpoken(held);
      if (spoken === undefined) continue;
      held = undefined;
      if (spoken !== '') yield { kind: 'text', text: spoken };
    } else {
      // The beginning of the mark and no more is no thought; thoughts without an end are nothing but thoughts.
      if (held && !held.startsWith(OPEN)) yield { kind: 'text', text: held };
      held = undefined;
      yield part;
    }
  }
}

/** What is said once it is clear whether it thinks first; undefined until then. */
function takeSpoken(text: string): string | undefined {
  if (text.length < OPEN.length && OPEN.startsWith(text)) return undefined;
  if (!text.startsWith(OPEN)) return text;
  const end = text.indexOf(CLOSE);
  return end < 0 ? undefined : text.slice(end + CLOSE.length).trimStart();
}
