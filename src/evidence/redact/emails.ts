// E-mail addresses as they are written (RFC 5321, what mail programs take), also "anna (at) example (dot) com".
import { allMatches } from './all-matches.ts';
import type { Span } from './span.ts';

const WRITTEN =
  /[\p{L}\d](?:[\p{L}\d._%+'&-]{0,62}[\p{L}\d_%+-])?@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,6}\p{L}{2,24}(?![\p{L}\d_]|@)/gu;

const VEILED =
  /[a-z\d][a-z\d._%+-]{0,62}\s?[([{]\s?(?:at|ät|@)\s?[)\]}]\s?[a-z\d-]{1,62}(?:(?:\s?[([{]\s?(?:dot|punkt|\.)\s?[)\]}]\s?|\.)[a-z\d-]{1,62}){1,5}/gi;

/** Ends of file names: "icon@2x.png" is a picture. */
const FILE_ENDS = /\.(?:png|jpe?g|gif|webp|svg|avif|ico|css|scss|[cm]?[jt]sx?|json|md|txt|pdf|html?|zip|gz|tgz)$/i;

export function* findEmails(text: string): Generator<Span> {
  if (text.includes('@')) {
    for (const { start, end } of findWritten(text)) {
      const found = text.slice(start, end);
      // "git@github.com:owner/project" is the address of a repository.
      if (FILE_ENDS.test(found) || (text[end] === ':' && /^(?:git|hg)@/.test(found))) continue;
      yield { start, end, kind: 'email', rule: 'email', certainty01: 0.97 };
    }
  }
  if (!/[([{]\s?(?:at|ät|@)\s?[)\]}]/i.test(text)) return;
  for (const { index, 0: found } of allMatches(VEILED, text))
    yield { start: index, end: index + found.length, kind: 'email', rule: 'email-veiled', certainty01: 0.9 };
}

/** Looks only around each @: from every letter on, a long text without spaces would take the square of its length. */
function* findWritten(text: string): Generator<{ start: number; end: number }> {
  let done = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > done && at - from < 64 && LOCAL.test(text[from - 1]!)) from -= 1;
    // A sign at its beginning belongs to what stands around it.
    while (from < at && !/[\p{L}\d]/u.test(text[from]!)) from += 1;
    const [found] = text.slice(from, at + 260).match(WRITTEN) ?? [];
    if (found === undefined || text.slice(from, at + 260).indexOf(found) !== 0) continue;
    done = from + found.length;
    // "https://name:password@host" is no address; the password is found by another rule.
    if (/:\/\/[^\s/@]*:$/.test(text.slice(Math.max(0, from - 120), from))) continue;
    yield { start: from, end: done };
  }
}

const LOCAL = /[\p{L}\d._%+'&-]/u;
