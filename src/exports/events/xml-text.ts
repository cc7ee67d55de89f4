// Text as the value of an XML attribute.

/**
 * Escaped so that a parser gives the same text back: line breaks and tabs would otherwise become spaces. Characters that
 * XML 1.0 cannot hold at all become U+FFFD.
 */
export const escapeXmlValue = (text: string): string =>
  text.toWellFormed().replaceAll(SPECIAL, (character) => ESCAPES[character] ?? replaceForbidden(character));

const SPECIAL = /[&<>"\p{Cc}\uFFFE\uFFFF]/gu;

/** XML 1.0, section 2.2: no character below a blank but those escaped here, and not the last two of the plane. */
const replaceForbidden = (character: string): string =>
  character < ' ' || character >= '\uFFFE' ? '\uFFFD' : character;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
