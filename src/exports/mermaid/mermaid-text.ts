// Text inside the quotes of a Mermaid label.

/**
 * Every character that could end the label, start Markdown or a tag, or name an entity becomes an entity itself: letters,
 * digits and harmless punctuation stay readable.
 */
export const escapeMermaid = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N} .,:!?/()+=–—’%€$£-]/gu, (character) => `#${character.codePointAt(0)};`);
