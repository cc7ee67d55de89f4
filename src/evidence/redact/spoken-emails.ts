// E-mail addresses as people say them: "anna dot smith at example dot com", "anna Punkt schmidt ät beispiel Punkt at".
import { allMatches } from './all-matches.ts';
import type { Span } from './span.ts';

/** The last word must be one of these: "we meet at node dot js" is no address. */
const ENDINGS = new Set(
  (
    'com org net edu gov mil int info biz io co ai app dev eu me tv cloud online shop site tech store agency group ' +
    'at de ch li uk ie us ca au nz fr es it pt nl be lu dk se no fi is pl cz sk hu ro bg gr hr si rs ua ru tr il in jp ' +
    'cn kr sg hk br mx ar za academy bank health email mail'
  ).split(' '),
);

/** Before "at" these are words of a sentence: "have a look at example dot com". */
const NO_NAMES = new Set(
  (
    'a an the is are was were be been am look looks looking looked it its here there go goes going went check checks checked ' +
    'see seen find found finds available hosted order orders ordered buy bought shop page site website up us me him her them ' +
    'you we i they that this meet met work works worked working live lives arrive arrived stay book booked sign signed log ' +
    'logged in on out off over register registered search searched post posted published listed shown read open opened ' +
    'account someone somebody people team time start started end ended everything anything something nothing all online ' +
    'directly only also even just still now then and or but point pointed apply applied visit sold sells portal customers ' +
    'es ist war sind schau schauen schaue man ich wir sie er dort hier auf bei seite steht findet kauf bestellt arbeitet'
  ).split(' '),
);

/** Cheap: somebody says a dot, or writes one within a word, after something like "at". */
const GATE = /[ \t](?:at|.t|et|@|klammeraffe|arroba|chiocciola)[\s,][^]{0,160}?(?:dot|punkt|point|punto|[a-z]\.[a-z])/i;

const AT = /(?:^|[\s,])(?:at|ät|et|@|klammeraffe|arroba|chiocciola|at sign)(?=[\s,])/giu;
const JOIN = '(?:dot|punkt|point|punto|underscore|unterstrich|minus|dash|hyphen|bindestrich|plus)';
const PART = '[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*';
/** Letters and digits one by one count as one part: "a n n a". */
const SPELT = '(?:[\\p{L}\\d] ){2,20}[\\p{L}\\d]';
const LOCAL = new RegExp(`(?:${SPELT}|${PART})(?:(?: ${JOIN} |[._-])(?:${SPELT}|${PART})){0,6}$`, 'iu');
const DOMAIN = new RegExp(
  `^[\\s,]{1,2}(?:${SPELT}|${PART})(?:(?: (?:minus|dash|hyphen|bindestrich) |-)${PART}){0,4}(?:(?: (?:dot|punkt|point|punto) |\\.)${PART}){1,4}`,
  'iu',
);

export function* findSpokenEmails(text: string): Generator<Span> {
  if (!GATE.test(text)) return;
  for (const { index, 0: at } of allMatches(AT, text)) {
    const right = DOMAIN.exec(text.slice(index + at.length, index + at.length + 160));
    if (right === null) continue;
    const domain = trimToEnding(right[0]);
    if (domain === undefined) continue;
    const head = text.slice(Math.max(0, index - 120), index);
    const left = LOCAL.exec(head);
    if (left === null) continue;
    const local = fromName(left[0]);
    if (local === undefined) continue;
    yield {
      start: index - local.length,
      end: index + at.length + domain.length,
      kind: 'email',
      rule: 'email-spoken',
      certainty01: 0.85,
    };
  }
}

/** "Mail it to": the words before a name stand apart; one that is joined to another by "dot" is never one of them. */
function fromName(words: string): string | undefined {
  const isJoined = new RegExp(` ${JOIN} |[._]`, 'iu').test(words);
  return isJoined || /^\p{L}( [\p{L}\d])+$/u.test(words) || !NO_NAMES.has(words.toLowerCase()) ? words : undefined;
}

/** Up to the last part that ends a domain: "example dot com dot please" is "example dot com". */
function trimToEnding(words: string): string | undefined {
  for (let rest = words; ; ) {
    const joint = /(?: (?:dot|punkt|point|punto) |\.)([\p{L}\d-]+)$/iu.exec(rest);
    if (joint === null) return undefined;
    if (ENDINGS.has(joint[1]!.toLowerCase())) return rest;
    rest = rest.slice(0, joint.index);
  }
}
