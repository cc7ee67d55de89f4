// Text as the value of an XML attribute.

/**
 * Escaped so that a parser gives the same text back: line breaks and tabs would otherwise become spaces. Characters that
 * XML 1.0 cannot hold at all become U+FFFD.
 */
export const escapeXmlValue = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(FORBIDDEN, '\uFFFD')
    .replaceAll(SPECIAL, (character) => ESCAPES[character] ?? character);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0, section 2.2, leaves out.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const SPECIAL = /[&<>"\t\n\r]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
