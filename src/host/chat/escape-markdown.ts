// Text of people in Markdown: it stays the text it is, whatever it looks like.

/** One line, with a backslash before each character that CommonMark (0.31, section 2.4) could read as more than itself. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|~&#!]/g, String.raw`\$&`)
    // At the beginning of a line these make a list, a rule or a heading.
    .replace(/^[-+=]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
