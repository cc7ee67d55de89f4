// A spreadsheet runs a CSV field that looks like a formula, whoever wrote it; a single quote before it keeps it text.
// (OWASP, "CSV Injection".)

const FORMULA = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
const QUOTE = 39;
const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** Plain numbers stay as they are, for they do nothing. */
export const guardFormula = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** Takes back what `guardFormula` does, so that a written name is read as it was. */
export const unguardFormula = (text: string): string =>
  text.charCodeAt(0) === QUOTE && GUARDED.test(text) ? text.slice(1) : text;
