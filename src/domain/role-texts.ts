// What each role of a model is for. Apart from the shapes, so that a window can say it without them.
import type { ModelRole } from './models.ts';

/** In plain words, what each role adds to Mirror; "it" is a model of that role. */
export const ROLE_TEXTS: Readonly<Record<ModelRole, { readonly title: string; readonly adds: string }>> = {
  detector: { title: 'Speech detector', adds: 'finds where somebody speaks, so that silence and noise make no text' },
  transcriber: { title: 'Transcriber', adds: 'turns what people say in a recording into text with times' },
  embedder: { title: 'Embedder', adds: 'finds sentences that mean the same in other words' },
  reader: { title: 'Reader', adds: 'reads the text on recorded screens' },
  writer: { title: 'Writer', adds: 'puts answers into fluent words' },
};
